import { tableFromIPC } from "apache-arrow";
import fc from "fast-check";
import type { Geometry, Position } from "geojson";
import { describe, expect, test } from "vitest";
import { toWkb } from "#data/geodesy/wkb.ts";
import { getLayer } from "#data/layers/index.ts";
import { decodeSnapshot, encodeSnapshot } from "#data/snapshot/arrow.ts";
import { buildTable, type SnapshotRow } from "#data/snapshot/build.ts";
import { roundVertex } from "#data/snapshot/outline-bytes.ts";
import type { SnapshotTable } from "#data/snapshot/table.ts";
import { rowGeometry } from "#data/snapshot/to-geojson.ts";
import { idOf } from "../../support/make-snapshot.ts";

const layer = getLayer("houses");

const build = (geometries: readonly (Geometry | Uint8Array)[]): SnapshotTable =>
  buildTable(
    layer,
    geometries.map(
      (geometry, row): SnapshotRow => ({
        id: idOf(row),
        code: `${row}`,
        name: `${row}`,
        geometry,
        attributes: {},
        positionErrorM: null,
        districtCode: null,
        source: "test",
        observedOn: null,
      }),
    ),
    1,
    null,
  );

const delivered = (geometries: readonly (Geometry | Uint8Array)[]): SnapshotTable =>
  decodeSnapshot(encodeSnapshot(build(geometries), layer));

const geometriesOf = (table: SnapshotTable): Geometry[] =>
  Array.from({ length: table.count }, (_, row) => rowGeometry({ lonLat: table.lonLat, outlines: asRead(table) }, row));

/** Geometries in degrees are read off degrees alone. */
const asRead = ({ outlines }: SnapshotTable) => outlines && { ...outlines, xy: outlines.lonLat };

/** Degrees with at most nine decimals, near a place or anywhere on the earth: the poles and both sides of the antimeridian are likely. */
const decimal = (limit: number, near: number): fc.Arbitrary<number> =>
  fc
    .oneof(
      fc.integer({ min: -limit * 1e9, max: limit * 1e9 }),
      fc.integer({ min: near * 1e9 - 1e6, max: near * 1e9 + 1e6 }),
      fc.constantFrom(-limit * 1e9, limit * 1e9, 0),
    )
    .map((units) => Number((units / 1e9).toFixed(9)) + 0);

const anyDouble = (limit: number): fc.Arbitrary<number> =>
  fc.double({ min: -limit, max: limit, noNaN: true }).map((degrees) => degrees + 0);

const pairs = (longitude: fc.Arbitrary<number>, latitude: fc.Arbitrary<number>): fc.Arbitrary<Position> =>
  fc.tuple(longitude, latitude);

const decimals = pairs(decimal(180, 122.26), decimal(90, 43.62));
const doubles = pairs(anyDouble(180), anyDouble(90));

const lines = (position: fc.Arbitrary<Position>): fc.Arbitrary<Geometry> => {
  const path = fc.array(position, { minLength: 1, maxLength: 6 });
  return fc.oneof(
    path.map((coordinates) => ({ type: "LineString" as const, coordinates })),
    fc
      .array(path, { minLength: 2, maxLength: 3 })
      .map((coordinates) => ({ type: "MultiLineString" as const, coordinates })),
    fc
      .array(position, { minLength: 2, maxLength: 4 })
      .map((coordinates) => ({ type: "MultiPoint" as const, coordinates })),
  );
};

const points = (position: fc.Arbitrary<Position>): fc.Arbitrary<Geometry> =>
  position.map((coordinates) => ({ type: "Point" as const, coordinates }));

/** A rectangle and as many holes as wanted, side by side, turned as RFC 7946 wants them. */
const polygonRings: fc.Arbitrary<Position[][]> = fc
  .record({
    west: fc.integer({ min: -180e9, max: 180e9 - 900 }),
    south: fc.integer({ min: -90e9, max: 90e9 - 900 }),
    stretch: fc.integer({ min: 1, max: 1e6 }),
    holes: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ west, south, stretch, holes }) => {
    const step = Math.max(1, Math.min(stretch, Math.floor((180e9 - west) / 9), Math.floor((90e9 - south) / 9)));
    const ring = (left: number, bottom: number, size: number): Position[] =>
      [
        [left, bottom],
        [left + size, bottom],
        [left + size, bottom + size],
        [left, bottom + size],
        [left, bottom],
      ].map(([x, y]) => [(west + x! * step) / 1e9, (south + y! * step) / 1e9]);
    return [
      ring(0, 0, 9),
      ...Array.from({ length: holes }, (_, hole) => ring(1 + hole * 2, 1 + hole * 2, 1).reverse()),
    ];
  });

const polygons: fc.Arbitrary<Geometry> = fc.oneof(
  polygonRings.map((coordinates) => ({ type: "Polygon" as const, coordinates })),
  fc
    .array(polygonRings, { minLength: 2, maxLength: 3 })
    .map((coordinates) => ({ type: "MultiPolygon" as const, coordinates })),
);

const layersOf = (...kinds: fc.Arbitrary<Geometry>[]): fc.Arbitrary<Geometry[]> =>
  fc.array(fc.oneof(...kinds), { minLength: 1, maxLength: 12 });

describe("outlines travel", () => {
  test.each([
    ["GeoJSON", (geometry: Geometry) => geometry],
    ["WKB", (geometry: Geometry) => toWkb(geometry)],
  ])("exactly while they have no more than nine decimals, from %s", (_, record) => {
    fc.assert(
      fc.property(layersOf(points(decimals), lines(decimals), polygons), (geometries) => {
        expect(geometriesOf(delivered(geometries.map((each) => record(each))))).toEqual(geometries);
      }),
      { numRuns: 300 },
    );
  });

  test("as they were built, whatever the degrees", () => {
    fc.assert(
      fc.property(layersOf(points(doubles), lines(doubles), polygons), (geometries) => {
        const table = build(geometries);
        const read = decodeSnapshot(encodeSnapshot(table, layer));
        expect(read.outlines).toEqual(table.outlines);
        expect(read.lonLat).toEqual(table.lonLat);
      }),
    );
  });

  test("at most half of 1e-9 degrees off when they have more decimals", () => {
    // The quotient is a double too: half the distance between two doubles near 180 comes on top.
    const most = 0.5e-9 + 2 ** -46;
    const closed: Geometry = { type: "LineString", coordinates: [[0, 0]] };
    fc.assert(
      fc.property(fc.array(doubles, { minLength: 2, maxLength: 8 }), (coordinates) => {
        const { lonLat } = delivered([closed, { type: "LineString", coordinates }]).outlines!;
        coordinates.flat().forEach((degrees, i) => {
          expect(Math.abs(lonLat[i + 2]! - degrees)).toBeLessThanOrEqual(most);
        });
      }),
    );
  });

  test("with single points exactly the record's, and only once", () => {
    fc.assert(
      fc.property(fc.array(doubles, { minLength: 1, maxLength: 8 }), (places) => {
        const line: Geometry = { type: "LineString", coordinates: [[122, 43]] };
        const given: Geometry[] = [...places.map((coordinates): Geometry => ({ type: "Point", coordinates })), line];
        for (const record of [given, given.map((geometry) => toWkb(geometry as never))]) {
          const bytes = encodeSnapshot(build(record), layer);
          expect(geometriesOf(decodeSnapshot(bytes))).toEqual(given);
          const outlines = tableFromIPC(bytes).getChild("feature.outline")!;
          expect(Array.from(outlines, (each: Uint8Array) => each.length === 0)).toEqual([
            ...places.map(() => true),
            false,
          ]);
        }
      }),
    );
  });

  test("over the longest way that there is", () => {
    const line: Geometry = {
      type: "LineString",
      coordinates: [
        [-180, -90],
        [180, 90],
        [-180, 90],
        [180, -90],
      ],
    };
    expect(geometriesOf(delivered([line]))).toEqual([line]);
  });
});

describe("rounding", () => {
  test("gives the double that the nine decimals are written as", () => {
    fc.assert(
      fc.property(fc.integer({ min: -180e9, max: 180e9 }), (units) => {
        const digits = String(Math.abs(units)).padStart(10, "0");
        const written = Number(`${units < 0 ? "-" : ""}${digits.slice(0, -9)}.${digits.slice(-9)}`) + 0;
        expect(roundVertex(written)).toBe(written);
      }),
    );
  });

  test("comes before rings are judged: a hole that rounds to nothing is left away", () => {
    const ring = (west: number, size: number): Position[] => [
      [west, 43],
      [west + size, 43],
      [west + size, 43 + size],
      [west, 43 + size],
      [west, 43],
    ];
    const [outer, hole] = [ring(122, 0.5), ring(122.25, 1e-10)];
    expect(geometriesOf(delivered([{ type: "Polygon", coordinates: [outer, hole] }]))).toEqual([
      { type: "Polygon", coordinates: [outer] },
    ]);
  });
});
