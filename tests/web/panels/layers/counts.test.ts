import { describe, expect, test } from "vitest";
import { getLayer } from "#data/layers/index.ts";
import type { Selection } from "#data/snapshot/snapshot.ts";
import { columnOf, countInView, countUnknown, countValues, rangeOf } from "../../../../web/panels/layers/counts.ts";
import { makeSnapshot, point } from "../../../support/make-snapshot.ts";

const houses = getLayer("houses");
const snapshot = makeSnapshot("houses", [
  { geometry: point(1, 1), attributes: { grade: "D", people: 5, altered: true, appraisedOn: "2024-03-05" } },
  { geometry: point(2, 2), attributes: { grade: "D", people: 0, altered: false } },
  { geometry: point(3, 3), attributes: { grade: "A", appraisedOn: "2023-12-31" } },
  { geometry: point(4, 4), attributes: {} },
]);
const column = (property: string) => columnOf(snapshot, houses, property);
const lastThree: Selection = Uint8Array.of(0, 1, 1, 1);

describe("in view", () => {
  test("counts display positions within the bounds, edges included, that pass the filter", () => {
    expect(countInView(snapshot.lonLat, [1, 1, 3, 3], null)).toBe(3);
    expect(countInView(snapshot.lonLat, [1, 1, 3, 3], lastThree)).toBe(2);
    expect(countInView(snapshot.lonLat, [10, 10, 11, 11], null)).toBe(0);
    expect(countInView(new Float64Array(), [-180, -90, 180, 90], null)).toBe(0);
  });

  test("counts on both sides of the antimeridian", () => {
    const places = Float64Array.of(179, 0, -179, 0, 0, 0);
    expect(countInView(places, [178, -1, 182, 1], null)).toBe(2);
    expect(countInView(places, [-182, -1, -178, 1], null)).toBe(2);
  });
});

describe("values", () => {
  test("of codes, with the unknown apart", () => {
    const counts = countValues(column("grade"), snapshot.count, null);
    expect(Object.fromEntries(counts.known)).toEqual({ D: 2, A: 1 });
    expect(counts.unknown).toBe(1);
  });

  test("only among the selected", () => {
    const counts = countValues(column("grade"), snapshot.count, lastThree);
    expect(Object.fromEntries(counts.known)).toEqual({ D: 1, A: 1 });
  });

  test("yes, no and unknown", () => {
    const counts = countValues(column("altered"), snapshot.count, null);
    expect([counts.known.get(true), counts.known.get(false), counts.unknown]).toEqual([1, 1, 2]);
  });

  test("of texts that many or few features share", () => {
    expect(Object.fromEntries(countValues(column("source"), snapshot.count, null).known)).toEqual({ test: 4 });
    expect(countValues(column("code"), snapshot.count, null).known.size).toBe(4);
  });

  test("unknown numbers and times, and the range of the known ones", () => {
    expect(countUnknown(column("people"), snapshot.count, null)).toBe(2);
    expect(countUnknown(column("appraisedOn"), snapshot.count, lastThree)).toBe(2);
    expect(rangeOf(column("people"))).toEqual([0, 5]);
    expect(rangeOf(column("appraisedOn"))).toEqual([Date.UTC(2023, 11, 31), Date.UTC(2024, 2, 5)]);
    expect(rangeOf(column("floorAreaM2"))).toBeNull();
  });
});
