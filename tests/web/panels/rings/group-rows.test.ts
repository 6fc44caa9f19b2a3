import { expect, test } from "vitest";
import type { BufferGroup, BufferLayerTotals } from "#data/analyses/results.ts";
import { groupRows } from "../../../../web/panels/rings/group-rows.ts";

const totals = (layer: string, count: number): BufferLayerTotals => ({
  layer,
  count,
  bandCount: 0,
  uncertainCount: 0,
  totals: {},
  unknown: {},
  worst: null,
});

const group = (name: string, ...counts: (readonly [houses: number, accidents: number])[]): BufferGroup => ({
  origin: { id: name, name },
  rings: counts.map(([houses, accidents], i) => ({
    radiusM: (i + 1) * 100,
    areaM2: 1,
    geometry: { type: "Polygon", coordinates: [] },
    layers: [totals("houses", houses), totals("accidents", accidents)],
  })),
});

const GROUPS = [group("甲", [1, 0], [2, 9]), group("乙", [3, 0], [3, 1]), group("丙", [1, 0], [5, 6])];

const names = (layer: string | null, ring: number) => groupRows(GROUPS, layer, ring).map(({ name }) => name);

test("counts all layers of a ring together, the largest first", () => {
  expect(groupRows(GROUPS, null, 1).map(({ counts }) => counts[1])).toEqual([11, 11, 4]);
});

test("sorts by the ring and the layer that were asked", () => {
  expect(names("houses", 1)).toEqual(["丙", "乙", "甲"]);
  expect(names("houses", 0)[0]).toBe("乙");
  expect(names("accidents", 1)).toEqual(["甲", "丙", "乙"]);
});
