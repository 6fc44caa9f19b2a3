import { expect, test } from "vitest";
import { getLayer } from "#data/layers/index.ts";
import { featuresAroundMiddle, pixelsFromMiddle } from "../../../web/state/around-middle.ts";
import { makeSnapshot, point } from "../../support/make-snapshot.ts";

const at = (lon: number, lat: number, attributes = {}) => ({ name: "房", geometry: point(lon, lat), attributes });

const ledgers = [
  {
    definition: getLayer("houses"),
    snapshot: makeSnapshot("houses", [
      at(122.27, 43.62, { grade: "A" }),
      at(122.262, 43.62, { grade: "D" }),
      at(122.261, 43.62, { grade: "A" }),
      at(122.5, 43.62, { grade: "A" }),
    ]),
  },
];
const view = { layers: ["houses"], filters: {}, time: null };
const camera = { lon: 122.26, lat: 43.62, zoom: 15 };
const bounds = [122.2, 43.6, 122.3, 43.65] as const;

const rows = (change: Partial<typeof view> = {}, zoom = camera.zoom) =>
  featuresAroundMiddle(ledgers, { ...view, ...change }, { ...camera, zoom }, bounds).map(({ row }) => row);

test("lists what is in view, nearest to the middle first", () => {
  expect(rows()).toEqual([2, 1, 0]);
});

test("leaves out what the filter hides and layers that are off", () => {
  expect(rows({ filters: { houses: "grade = 'A'" } })).toEqual([2, 0]);
  expect(rows({ layers: [] })).toEqual([]);
});

test("has none where the map shows counts only", () => {
  expect(rows({}, 12)).toEqual([]);
});

test("a degree of longitude is 256 × 2^zoom / 180 pixels, and north is up", () => {
  const { x, y } = pixelsFromMiddle(camera, [123.26, 43.63]);
  expect(x).toBeCloseTo((256 * 2 ** 15) / 180, 3);
  expect(y).toBeLessThan(0);
  // Mercator keeps shapes: on the ground a pixel up is worth a pixel across.
  expect(-y).toBeCloseTo(((0.01 / Math.cos((43.625 * Math.PI) / 180)) * (256 * 2 ** 15)) / 180, 0);
});
