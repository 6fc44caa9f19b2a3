import { describe, expect, test } from "vitest";
import { getLayer } from "#data/layers/index.ts";
import type { Ledger } from "../../../web/state/ledgers.ts";
import { selectedFeatures } from "../../../web/state/selected-features.ts";
import type { FeatureKey, View } from "../../../web/state/view.ts";
import { makeSnapshot, point } from "../../support/make-snapshot.ts";

const ledgers: readonly Ledger[] = [
  {
    definition: getLayer("houses"),
    snapshot: makeSnapshot("houses", [
      { geometry: point(122.1, 43.1), attributes: { grade: "D" } },
      { geometry: point(122.2, 43.2), attributes: { grade: "A" } },
      { geometry: point(122.9, 43.9), attributes: { grade: "D" } },
    ]),
  },
  {
    definition: getLayer("roads"),
    snapshot: makeSnapshot("roads", [
      {
        geometry: {
          type: "LineString",
          coordinates: [
            [121.9, 43.15],
            [122.35, 43.15],
          ],
        },
      },
      {
        geometry: {
          type: "LineString",
          coordinates: [
            [121.9, 43.35],
            [122.35, 43.35],
          ],
        },
      },
    ]),
  },
];

const AREA: View["selection"]["areas"][number] = [
  [122, 43],
  [122.3, 43],
  [122.3, 43.3],
  [122, 43.3],
];

const key = (layer: string, row: number): FeatureKey => ({
  layer,
  id: ledgers.find(({ definition }) => definition.id === layer)!.snapshot.ids.get(row)!,
});

const select = (view: Partial<View["selection"]>, shown: Partial<Pick<View, "layers" | "filters" | "time">> = {}) =>
  selectedFeatures(ledgers, {
    selection: { areas: [], plus: [], minus: [], ...view },
    layers: ["houses", "roads"],
    filters: {},
    time: null,
    ...shown,
  }).map(({ layer, row }) => `${layer}/${row}`);

describe("an area", () => {
  test("takes what lies in it and what reaches into it", () => {
    expect(select({ areas: [AREA] })).toEqual(["houses/0", "houses/1", "roads/0"]);
  });

  test("takes only layers that are on and features that pass the filters", () => {
    expect(select({ areas: [AREA] }, { layers: ["houses"], filters: { houses: "grade = 'D'" } })).toEqual(["houses/0"]);
  });

  test("gives up what was taken out by name", () => {
    expect(select({ areas: [AREA], minus: [key("houses", 0)] })).toEqual(["houses/1", "roads/0"]);
  });

  test("counts a feature of two areas once", () => {
    expect(select({ areas: [AREA, AREA] })).toEqual(["houses/0", "houses/1", "roads/0"]);
  });
});

test("features selected by name stay selected whatever is shown", () => {
  expect(select({ plus: [key("houses", 2)] }, { layers: [], filters: { houses: "grade = 'A'" } })).toEqual([
    "houses/2",
  ]);
});

test("a feature that its ledger no longer has is not selected", () => {
  expect(select({ plus: [{ layer: "houses", id: "0190a000-0000-7000-8000-ffffffffffff" }] })).toEqual([]);
});
