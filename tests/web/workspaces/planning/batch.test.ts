import { describe, expect, test } from "vitest";
import type { ParcelResult } from "../../../../web/api-batches.ts";
import { NEW_DRAFT } from "../../../../web/state/proposal-draft.ts";
import { NEW_BATCH, toAsked, useOf, withCode } from "../../../../web/workspaces/planning/batch/batch-asked.ts";
import { byUrgency, parcelAt } from "../../../../web/workspaces/planning/batch/parcels.ts";

const school = { ...NEW_DRAFT, kind: "school" as const, facts: { people: 600 } };
const store = { ...NEW_DRAFT, kind: "store" as const, facts: { fireClass: "a" } };

describe("what the server is asked", () => {
  test("a use goes without a place, a name or a claim", () => {
    expect(useOf(school)).toMatchObject({ side: "target", target: { kind: "school", people: 600, beds: null } });
    expect(toAsked(NEW_BATCH, useOf(school), "plan.geojson")).toMatchObject({
      fileName: "plan.geojson",
      datum: null,
      use: { side: "target" },
    });
  });

  test("nothing while a use is open: explosives without their quantity", () => {
    const open = { ...NEW_DRAFT, kind: "explosives" as const };
    expect(toAsked(NEW_BATCH, useOf(open), "plan.geojson")).toBeNull();
  });

  test("codes need their column, and a code said again means the new use", () => {
    const once = withCode({ ...NEW_BATCH, way: "column" }, "A3", school, useOf(school)!);
    expect(toAsked(once, useOf(school), "plan.gpkg")).toBeNull();
    const twice = withCode({ ...once, column: "用途" }, "A3", store, useOf(store)!);
    expect(toAsked(twice, null, "plan.gpkg")).toEqual({
      fileName: "plan.gpkg",
      datum: null,
      positionErrorM: 0,
      useColumn: "用途",
      uses: { A3: useOf(store) },
    });
  });

  test("another datum has to be named", () => {
    expect(toAsked({ ...NEW_BATCH, datum: "other", otherDatum: " " }, useOf(school), "plan.kml")).toBeNull();
    expect(toAsked({ ...NEW_BATCH, datum: "other", otherDatum: "EPSG:4549" }, useOf(school), "plan.kml")?.datum).toBe(
      "EPSG:4549",
    );
  });
});

function parcel(place: number, part: Partial<ParcelResult>): ParcelResult {
  return {
    place,
    name: `#${place}`,
    geometry: null,
    useCode: null,
    problem: null,
    verdict: "clear",
    counts: null,
    nearest: null,
    mostDemanding: null,
    marginM: null,
    reasons: [],
    unverifiedRules: [],
    ...part,
  };
}

test("the worst come first, then the least margin, then the order of the file", () => {
  const rows = [
    parcel(1, { verdict: null }),
    parcel(2, { marginM: 5 }),
    parcel(3, {}),
    parcel(4, { verdict: "too-near", marginM: -3 }),
    parcel(5, { verdict: "cannot-tell", marginM: 1 }),
    parcel(6, { verdict: "too-near", marginM: -8 }),
    parcel(7, {}),
  ];
  expect(byUrgency(rows).map(({ place }) => place)).toEqual([6, 4, 5, 2, 3, 7, 1]);
});

test("a click finds the parcel that it lies in, not in a hole of it", () => {
  const square = (from: number, to: number) => [
    [from, from],
    [to, from],
    [to, to],
    [from, to],
    [from, from],
  ];
  const holed = parcel(1, { geometry: { type: "Polygon", coordinates: [square(0, 4), square(1, 3)] } });
  const parts = parcel(2, { geometry: { type: "MultiPolygon", coordinates: [[square(10, 11)], [square(20, 21)]] } });
  const rows = [holed, parts, parcel(3, {})];
  expect(parcelAt(rows, [0.5, 0.5])).toBe(holed);
  expect(parcelAt(rows, [2, 2])).toBeNull();
  expect(parcelAt(rows, [20.5, 20.5])).toBe(parts);
});
