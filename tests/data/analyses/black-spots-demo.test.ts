import { describe, expect, test } from "vitest";
import { blackSpots } from "#data/analyses/black-spots.ts";
import { watchList } from "#data/analyses/watch-list.ts";
import { generateZone } from "#data/demo/index.ts";
import { idOf, makeSnapshot } from "../../support/make-snapshot.ts";
import { zone } from "../demo/zone.ts";
import { runAnalysis } from "./run-analysis.ts";

const zones = [zone, ...[7, 1949, 20_260_401].map((seed) => generateZone({ seed }))];

function screened({ layers, today }: typeof zone) {
  const snapshots = [makeSnapshot("roads", layers.roads!), makeSnapshot("accidents", layers.accidents!)];
  const codes = new Map(layers.accidents!.map(({ code }, n) => [idOf(n), code]));
  const parameters = { ruleSet: "proposed-500", today };
  const { findings, summary } = runAnalysis(blackSpots, parameters, snapshots);
  return {
    summary,
    found: findings.map(({ accidentIds, place }) => ({ codes: accidentIds.map((id) => codes.get(id)!), place })),
    watched: runAnalysis(watchList, parameters, snapshots),
  };
}

describe.each(
  zones.map((each) => [each.seed, each] as const),
)("the demonstration zone of seed %d, by default", (_, each) => {
  const { found, summary, watched } = screened(each);

  test("has all fourteen planted black spots; one that a junction's edge cuts in two, with its larger part", () => {
    expect(each.plantedBlackSpots).toHaveLength(14);
    const shares = each.plantedBlackSpots.map(({ accidentCodes }) => {
      const own = new Set(accidentCodes);
      return Math.max(...found.map(({ codes }) => codes.filter((code) => own.has(code)).length / own.size));
    });
    expect(Math.min(...shares)).toBeGreaterThan(1 / 3);
    expect(shares.filter((share) => share > 0.5).length).toBeGreaterThanOrEqual(12);
  });

  test("has none elsewhere", () => {
    const planted = new Set(each.plantedBlackSpots.flatMap(({ accidentCodes }) => accidentCodes));
    for (const { codes, place } of found)
      expect(
        codes.some((code) => planted.has(code)),
        place.label,
      ).toBe(true);
    expect(found.length).toBeLessThanOrEqual(2 * each.plantedBlackSpots.length);
  });

  test("tells what became of every accident", () => {
    const { all, placed, doubtful, unplaced, used } = summary.tally;
    expect(all).toBe(each.layers.accidents!.length);
    expect(placed + doubtful + unplaced).toBe(all);
    expect(used / all).toBeGreaterThan(0.9);
  });

  test("has no black spot on its watch list", () => {
    const spots = new Set(found.flatMap(({ codes }) => codes));
    const codeOf = new Map(each.layers.accidents!.map(({ code }, n) => [idOf(n), code]));
    for (const { accidentIds } of watched.findings)
      expect(accidentIds.some((id) => spots.has(codeOf.get(id)!))).toBe(false);
  });
});
