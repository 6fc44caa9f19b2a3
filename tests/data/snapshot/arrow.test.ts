import { tableFromArrays, tableFromIPC, tableToIPC } from "apache-arrow";
import fc from "fast-check";
import type { Geometry } from "geojson";
import { describe, expect, test } from "vitest";
import { toWkb } from "#data/geodesy/wkb.ts";
import { getLayer, LAYERS } from "#data/layers/index.ts";
import { decodeSnapshot, encodeSnapshot } from "#data/snapshot/arrow.ts";
import { buildTable, type SnapshotRow, TableBuilder } from "#data/snapshot/build.ts";
import { openSnapshot } from "#data/snapshot/open.ts";
import { rowGeometry, rowToGeoJson } from "#data/snapshot/to-geojson.ts";
import { rowsOf } from "../../support/rows.ts";

const CENTER = [122.26, 43.62] as const;
const hazardSources = getLayer("hazard-sources");

const site = (geometry: Geometry | Uint8Array, index = 0): SnapshotRow => ({
  id: `01890000-0000-7000-8000-${String(index).padStart(12, "0")}`,
  code: `H${index}`,
  name: `储罐区${index}`,
  geometry,
  attributes: {},
  positionErrorM: null,
  districtCode: null,
  source: "test",
  observedOn: null,
});

const open = (layer: typeof hazardSources, rows: readonly SnapshotRow[]) =>
  openSnapshot(encodeSnapshot(buildTable(layer, rows, 7, CENTER), layer));

const sum = (a: number, b: number): number => Number((a + b).toFixed(9));

const square = (west: number, south: number, size: number): number[][] => [
  [west, south],
  [sum(west, size), south],
  [sum(west, size), sum(south, size)],
  [west, sum(south, size)],
  [west, south],
];

const GEOMETRIES: Geometry[] = [
  { type: "Point", coordinates: [122.25, 43.6] },
  {
    type: "MultiPoint",
    coordinates: [
      [122.25, 43.6],
      [122.26, 43.61],
    ],
  },
  {
    type: "LineString",
    coordinates: [
      [122.25, 43.6],
      [122.26, 43.61],
      [122.27, 43.6],
    ],
  },
  {
    type: "MultiLineString",
    coordinates: [
      [
        [122.2, 43.6],
        [122.3, 43.6],
      ],
      [
        [122.2, 43.7],
        [122.3, 43.7],
      ],
    ],
  },
  { type: "Polygon", coordinates: [square(122.2, 43.6, 0.1), square(122.24, 43.64, 0.02).reverse()] },
  {
    type: "MultiPolygon",
    coordinates: [
      [square(122.2, 43.6, 0.1), square(122.22, 43.62, 0.01).reverse(), square(122.26, 43.66, 0.01).reverse()],
      [square(122.4, 43.6, 0.05)],
    ],
  },
];

describe("what goes in comes out", () => {
  test("every value of every layer, gaps as gaps", () => {
    for (const layer of LAYERS)
      fc.assert(
        fc.property(rowsOf(layer), (rows) => {
          const snapshot = open(layer, rows);
          expect(snapshot).toMatchObject({ layer: layer.id, revision: 7, count: rows.length });
          const open_ = Object.entries(layer.attributes).filter(([, attribute]) => !attribute.personal);
          rows.forEach((row, index) => {
            expect(rowToGeoJson(snapshot, layer, index)).toEqual({
              type: "Feature",
              id: row.id,
              geometry: row.geometry,
              properties: {
                code: row.code,
                name: row.name,
                district: row.districtCode,
                source: row.source,
                observedOn: row.observedOn,
                positionErrorM: row.positionErrorM,
                attributes: Object.fromEntries(open_.map(([id]) => [id, row.attributes[id] ?? null])),
              },
            });
          });
        }),
        { numRuns: 20 },
      );
  });

  test.each([
    ["GeoJSON", (geometry: Geometry) => geometry],
    ["WKB", (geometry: Geometry) => toWkb(geometry)],
  ])("every kind of outline, from %s", (_, delivered) => {
    const snapshot = open(
      hazardSources,
      GEOMETRIES.map((geometry, row) => site(delivered(geometry), row)),
    );
    expect(GEOMETRIES.map((_each, row) => rowGeometry(snapshot, row))).toEqual(GEOMETRIES);
  });

  test("rings are turned so that outer ones run counter-clockwise and holes clockwise", () => {
    const [outer, hole] = [square(122.2, 43.6, 0.1), square(122.24, 43.64, 0.02)];
    const snapshot = open(hazardSources, [site({ type: "Polygon", coordinates: [[...outer].reverse(), hole] })]);
    const { outlines } = snapshot;
    expect([...outlines!.partStart]).toEqual([0, 4, 8]);
    expect(rowGeometry(snapshot, 0)).toEqual({ type: "Polygon", coordinates: [outer, [...hole].reverse()] });
  });

  test("an empty layer", () => {
    expect(open(hazardSources, [])).toMatchObject({ count: 0, extent: null, dataDate: null, outlines: null });
  });
});

describe("the bytes", () => {
  const rows = GEOMETRIES.map((geometry, row) => site(geometry, row));
  const bytes = encodeSnapshot(buildTable(hazardSources, rows, 7, CENTER), hazardSources);

  test("are the same for the same rows", () => {
    expect(encodeSnapshot(buildTable(hazardSources, rows, 7, CENTER), hazardSources)).toEqual(bytes);
  });

  test("are used in place, not copied", () => {
    const table = decodeSnapshot(bytes);
    expect(table.lonLat.buffer).toBe(bytes.buffer);
    expect(table.ids.bytes.buffer).toBe(bytes.buffer);
    expect(table.codes.bytes.buffer).toBe(bytes.buffer);
  });

  test("are read from shared memory too", () => {
    const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
    shared.set(bytes);
    expect(rowToGeoJson(openSnapshot(shared), hazardSources, 3)).toEqual(
      rowToGeoJson(openSnapshot(bytes), hazardSources, 3),
    );
  });

  test("are an Arrow table that any reader understands", () => {
    const arrow = tableFromIPC(bytes);
    const geometry = arrow.schema.fields.find(({ name }) => name === "feature.geometry")!;
    expect(geometry.metadata.get("ARROW:extension:name")).toBe("geoarrow.point");
    expect(JSON.parse(geometry.metadata.get("ARROW:extension:metadata")!)).toMatchObject({ crs: "OGC:CRS84" });
    expect(arrow.getChild("feature.name")!.toArray()).toEqual(rows.map(({ name }) => name));
    expect(arrow.getChild("level")!.nullCount).toBe(rows.length);
  });

  test("of another format, without a plane, or of something else are refused", () => {
    const changed = (from: string, to: string) =>
      new Uint8Array(Buffer.from(Buffer.from(bytes).toString("latin1").replace(from, to), "latin1"));
    expect(decodeSnapshot(changed("format", "format")).revision).toBe(7);
    const older = tableFromIPC(bytes);
    older.schema.metadata.set("format", "1");
    expect(() => decodeSnapshot(tableToIPC(older))).toThrow("has format 1, not 2");
    expect(() => decodeSnapshot(changed("planeCenter", "planeCentre"))).toThrow("states no planeCenter");
    expect(() => decodeSnapshot(changed("format", "Format"))).toThrow("states no format");
    expect(() => decodeSnapshot(tableToIPC(tableFromArrays({ a: [1] })))).toThrow(RangeError);
  });
});

test("no personal attribute of any layer is ever encoded", () => {
  for (const layer of LAYERS) {
    const personal = Object.entries(layer.attributes).filter(([, attribute]) => attribute.personal);
    const secret = Object.fromEntries(personal.map(([id]) => [id, `SECRET-${id}`]));
    const row = { ...site({ type: "Point", coordinates: [...CENTER] }), attributes: secret };
    const bytes = encodeSnapshot(buildTable(layer, [row], 1, CENTER), layer);
    expect(Buffer.from(bytes).includes("SECRET")).toBe(false);
    for (const [id] of personal) expect(tableFromIPC(bytes).getChild(id)).toBeNull();
  }
});

describe("refusing", () => {
  test.each<[string, Geometry | Uint8Array]>([
    ["a position that is not finite", { type: "Point", coordinates: [Number.NaN, 43] }],
    ["a position off the earth", { type: "Point", coordinates: [122, 91] }],
    ["an empty line", { type: "LineString", coordinates: [] }],
    ["an empty multipolygon", { type: "MultiPolygon", coordinates: [] }],
    ["a collection", { type: "GeometryCollection", geometries: [] }],
    ["cut-off bytes", toWkb(GEOMETRIES[5]!).subarray(0, 100)],
    ["bytes too many", Buffer.concat([toWkb(GEOMETRIES[0]!), Buffer.of(0)])],
  ])("%s leaves no trace of its row", (_, geometry) => {
    const builder = new TableBuilder(hazardSources);
    builder.add(site(GEOMETRIES[4]!, 1));
    expect(() => builder.add(site(geometry, 2))).toThrow(RangeError);
    builder.add(site(GEOMETRIES[2]!, 3));
    const table = builder.finish(1, CENTER);
    expect(table.count).toBe(2);
    expect(table.codes.get(1)).toBe("H3");
    expect([...table.outlines!.featureStart]).toEqual([0, 2, 3]);
  });

  test("a value of the wrong type counts as not known", () => {
    const row = { ...site(GEOMETRIES[0]!), attributes: { totalTonnes: "12", monitored: 1, filedOn: "2024-13-01" } };
    expect(rowToGeoJson(open(hazardSources, [row]), hazardSources, 0).properties.attributes).toMatchObject({
      totalTonnes: null,
      monitored: null,
      filedOn: null,
    });
  });
});
