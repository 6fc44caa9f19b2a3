import { describe, expect, test } from "vitest";
import { crashesOf, SEVERITIES } from "#data/traffic/crashes.ts";
import { makeSnapshot, point, type Row } from "../../support/make-snapshot.ts";

const read = (attributes: NonNullable<Row["attributes"]>) => {
  const { severity, contradictory } = crashesOf(
    makeSnapshot("accidents", [{ geometry: point(122.26, 43.62), attributes }]),
  );
  return [SEVERITIES[severity[0]!] ?? null, contradictory[0] === 1];
};

describe("how severe a crash was", () => {
  test("is the worse of what its record says and what its casualties make it", () => {
    expect(read({ severity: "injury", deaths: 1, injuries: 2 })).toEqual(["fatal", true]);
    expect(read({ severity: "fatal", deaths: 0, injuries: 2 })).toEqual(["fatal", true]);
    expect(read({ severity: "damage", deaths: 0, injuries: 0 })).toEqual(["damage", false]);
    expect(read({ severity: "injury" })).toEqual(["injury", false]);
  });

  test("is told by its casualties alone: one that is known to have hurt nobody is damage", () => {
    expect(read({ deaths: 0, injuries: 3 })).toEqual(["injury", false]);
    expect(read({ deaths: 0, injuries: 0 })).toEqual(["damage", false]);
    expect(read({ severity: "injury", deaths: 0, injuries: 0 })).toEqual(["injury", true]);
  });

  test("is not known where one of both counts is missing and the other is nobody", () => {
    expect(read({ deaths: 0 })).toEqual([null, false]);
    expect(read({ injuries: 0 })).toEqual([null, false]);
    expect(read({})).toEqual([null, false]);
  });
});
