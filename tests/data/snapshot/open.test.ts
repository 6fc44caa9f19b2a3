import type { Geometry } from "geojson";
import { describe, expect, test } from "vitest";
import { createZonePlane } from "#data/geodesy/zone-plane.ts";
import { getLayer } from "#data/layers/index.ts";
import type { SnapshotRow } from "#data/snapshot/build.ts";
import { buildTable } from "#data/snapshot/build.ts";
import { projectTable } from "#data/snapshot/open.ts";

const TONGLIAO = [122.26, 43.62] as const;
const infrastructure = getLayer("infrastructure");

function snapshotOf(geometries: readonly Geometry[], center: readonly [number, number] = TONGLIAO) {
  const rows = geometries.map(
    (geometry, index): SnapshotRow => ({
      id: `01890000-0000-7000-8000-${String(index).padStart(12, "0")}`,
      code: String(index),
      name: "",
      geometry,
      attributes: {},
      positionErrorM: null,
      districtCode: null,
      source: "test",
      observedOn: null,
    }),
  );
  return projectTable(buildTable(infrastructure, rows, 1, center));
}

const point = (longitude: number, latitude: number): Geometry => ({
  type: "Point",
  coordinates: [longitude, latitude],
});

describe("the plane", () => {
  test("is the zone's for data around it", () => {
    expect(snapshotOf([point(122.5, 43.8), point(122.1, 43.5)]).plane.center).toEqual(TONGLIAO);
    expect(snapshotOf([]).plane.center).toEqual(TONGLIAO);
  });

  test("is the data's own, rounded, where that lies over 50 km away", () => {
    expect(snapshotOf([point(7.4231, 43.7371), point(7.4249, 43.7449), point(7.426, 43.73)]).plane.center).toEqual([
      7.42, 43.74,
    ]);
    expect(snapshotOf([point(122.26, 44.06)]).plane.center).toEqual(TONGLIAO);
    expect(snapshotOf([point(122.26, 44.08)]).plane.center).toEqual([122.26, 44.08]);
  });

  test("does not follow a stray position", () => {
    const around = [0, 1, 2, 3].map((i) => point(122.2 + i / 100, 43.6));
    const snapshot = snapshotOf([...around, point(0, 0)]);
    expect(snapshot.plane.center).toEqual(TONGLIAO);
    expect(snapshot.xy.slice(0, 8).every(Number.isFinite)).toBe(true);
  });
});

test("positions and boxes are in the plane's metres", () => {
  const plane = createZonePlane(TONGLIAO);
  const line: Geometry = {
    type: "LineString",
    coordinates: [
      [122.2, 43.6],
      [122.3, 43.7],
    ],
  };
  const snapshot = snapshotOf([line, point(122.25, 43.61)]);
  const [from, to, alone] = [plane.toPlane(122.2, 43.6), plane.toPlane(122.3, 43.7), plane.toPlane(122.25, 43.61)];
  expect([...snapshot.boxes]).toEqual([...from, ...to, ...alone, ...alone]);
  expect([...snapshot.outlines!.xy]).toEqual([...from, ...to, ...alone]);
  expect([...snapshot.xy.slice(2)]).toEqual(alone);
  expect(snapshot.extent).toEqual([122.2, 43.6, 122.3, 43.7]);
});

describe("the display position", () => {
  const at = (geometry: Geometry) => [
    ...snapshotOf([
      geometry,
      {
        type: "LineString",
        coordinates: [
          [1, 1],
          [1, 2],
        ],
      },
    ]).lonLat.slice(0, 2),
  ];

  test("of a line is its middle along the longest part", () => {
    expect(
      at({
        type: "LineString",
        coordinates: [
          [0, 0],
          [0, 1],
          [0, 4],
        ],
      }),
    ).toEqual([0, 2]);
    expect(
      at({
        type: "MultiLineString",
        coordinates: [
          [
            [5, 0],
            [5, 1],
          ],
          [
            [0, 0],
            [0, 4],
          ],
        ],
      }),
    ).toEqual([0, 2]);
    expect(
      at({
        type: "LineString",
        coordinates: [
          [3, 3],
          [3, 3],
        ],
      }),
    ).toEqual([3, 3]);
  });

  test("of a bent polygon is inside it, and not in its hole", () => {
    const horseshoe = [
      [0, 0],
      [3, 0],
      [3, 3],
      [2, 3],
      [2, 1],
      [1, 1],
      [1, 3],
      [0, 3],
      [0, 0],
    ];
    expect(at({ type: "Polygon", coordinates: [horseshoe] })).toEqual([0.5, 1.5]);
    const outer = [
      [0, 0],
      [10, 0],
      [10, 4],
      [0, 4],
      [0, 0],
    ];
    const hole = [
      [1, 1],
      [1, 3],
      [7, 3],
      [7, 1],
      [1, 1],
    ];
    expect(at({ type: "Polygon", coordinates: [outer, hole] })).toEqual([8.5, 2]);
  });

  test("of a polygon without height is on it", () => {
    expect(
      at({
        type: "Polygon",
        coordinates: [
          [
            [1, 2],
            [3, 2],
            [2, 2],
            [1, 2],
          ],
        ],
      }),
    ).toEqual([1, 2]);
  });
});
