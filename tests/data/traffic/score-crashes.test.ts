import { expect, test } from "vitest";
import { getLayer } from "#data/layers/index.ts";
import { countCrashes } from "#data/traffic/count-crashes.ts";
import { crashesOf } from "#data/traffic/crashes.ts";
import { scoresOf } from "#data/traffic/score-crashes.ts";
import { makeSnapshot, point, type Row } from "../../support/make-snapshot.ts";

const layer = getLayer("accidents");
const crash = (attributes: Row["attributes"]): Row => ({ geometry: point(122.26, 43.62), attributes: attributes! });
const times = (count: number, attributes: Row["attributes"]): Row[] =>
  Array.from({ length: count }, () => crash(attributes));
const every = (rows: readonly Row[]) => {
  const crashes = crashesOf(makeSnapshot("accidents", rows));
  return { crashes, rows: Uint32Array.from(rows.keys()) };
};

test("the HSM's site of 6 fatal, 23 injury and 21 damage crashes scores 3526", () => {
  const { crashes, rows } = every([
    ...times(6, { severity: "fatal", deaths: 1 }),
    ...times(23, { severity: "injury", injuries: 1 }),
    ...times(21, { severity: "damage" }),
  ]);
  expect(scoresOf(layer, crashes, rows)["hsm-2010"]).toBe(542 * 6 + 11 * 23 + 21);
  expect(scoresOf(layer, crashes, rows)["hsm-2010"]).toBe(3526);
});

test("ten accidents with two killed and five hurt are 21.5 equivalent accidents", () => {
  const { crashes, rows } = every([
    crash({ deaths: 2, injuries: 1 }),
    crash({ deaths: 0, injuries: 4 }),
    ...times(8, { deaths: 0, injuries: 0 }),
  ]);
  expect(scoresOf(layer, crashes, rows).etan).toBe(21.5);
});

test("there is a score for each scheme that the layer names, and no other", () => {
  const { crashes, rows } = every([]);
  expect(scoresOf(layer, crashes, rows)).toEqual({ etan: 0, "hsm-2010": 0, capped: 0 });
});

test("a scheme by what a crash does not have is refused by name", () => {
  const { crashes, rows } = every([crash({})]);
  const weights = [{ id: "odd", title: layer.title, source: layer.title, factors: { vehicles: 1 } }];
  expect(() => scoresOf({ ...layer, weights }, crashes, rows)).toThrow("weights odd: a crash has no vehicles");
});

test("severities add up to all, and persons that nobody wrote down are told apart from nobody hurt", () => {
  const { crashes, rows } = every([
    crash({ severity: "fatal", deaths: 3, injuries: 2 }),
    crash({ severity: "injury" }),
    crash({ severity: "damage", deaths: 0, injuries: 0 }),
    crash({}),
    // Written down as damage, and somebody was killed: the worse counts.
    crash({ severity: "damage", deaths: 1, injuries: 0 }),
  ]);
  expect(countCrashes(crashes, rows)).toEqual({
    crashes: 5,
    fatal: 2,
    injury: 1,
    damage: 1,
    unknownSeverity: 1,
    deaths: 4,
    injuries: 2,
    deathsUnknown: 2,
    injuriesUnknown: 2,
  });
  expect(crashes.contradictory).toEqual(Uint8Array.of(0, 0, 0, 0, 1));
});
