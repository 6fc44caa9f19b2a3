import type { Geometry } from "geojson";
import sqlite from "node-sqlite3-wasm";
import { type Bounds, boundsOf, toWkb } from "#data/geodesy/wkb.ts";
import type { Cell, ColumnKind, ExportColumn } from "./columns.ts";
import type { ExportContext, ExportFormat, ExportWriter } from "./format.ts";
import { GEOPACKAGE_SCHEMA, SPATIAL_REFERENCE } from "./geopackage-schema.ts";
import { findReferenceSystem } from "./reference-systems.ts";
import type { TargetCrs } from "./target-crs.ts";
import { toOgcWkt } from "./well-known-text.ts";

/** Local wall time has no zone, and GeoPackage's DATETIME is UTC: it stays a text. */
const SQL_TYPES: Readonly<Record<ColumnKind, string>> = {
  text: "TEXT",
  integer: "INTEGER",
  number: "DOUBLE",
  boolean: "BOOLEAN",
  date: "DATE",
  datetime: "TEXT",
};

/** GCJ-02 is in no registry; ids from 100000 on are free. */
const UNREGISTERED_SRS = 100_000;

/** The identifier of an SQL name; ids of the registry have no quotes, and yet. */
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * A GeoPackage with one table: columns under the ids of the registry and codes as codes, with titles and code lists in the
 * tables of the schema extension, where GDAL and QGIS find them.
 */
export const geopackage: ExportFormat = {
  open({ layer, language, crs, columns, stream, facts, path }: ExportContext): ExportWriter {
    const database = new sqlite.Database(path);
    // The file is new, and nobody reads a half of it.
    database.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;");
    database.exec(GEOPACKAGE_SCHEMA);
    database.exec("BEGIN");
    const srsId = addReferenceSystem(database, crs);
    const table = layer.id.replaceAll("-", "_");
    const types = stream.geometryTypes.size > 0 ? [...stream.geometryTypes] : [layer.geometry];
    const geometryType = types.length === 1 && types[0] !== "Mixed" ? types[0]!.toUpperCase() : "GEOMETRY";
    database.exec(
      `CREATE TABLE ${quoted(table)} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom ${geometryType}, ${columns.map(({ id, kind }) => `${quoted(id)} ${SQL_TYPES[kind]}`).join(", ")})`,
    );
    database.run("INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES (?, 'features', ?, ?)", [
      table,
      layer.title[language],
      srsId,
    ]);
    database.run("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)", [table, geometryType, srsId]);
    describeColumns(database, table, columns, language);
    const insert = database.prepare(
      `INSERT INTO ${quoted(table)} (geom, ${columns.map(({ id }) => quoted(id)).join(", ")}) VALUES (?${", ?".repeat(columns.length)})`,
    );
    let extent: Bounds | null = null;
    return {
      add(feature, geometry) {
        const bounds = boundsOf(geometry);
        extent = extent ? union(extent, bounds) : bounds;
        insert.run([toBlob(geometry, bounds, srsId), ...columns.map((column) => toValue(column.valueOf(feature)))]);
      },
      async finish() {
        insert.finalize();
        const [west, south, east, north] = extent ?? [null, null, null, null];
        database.run("UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ?, description = ?", [
          west,
          south,
          east,
          north,
          facts.text(),
        ]);
        database.exec("COMMIT");
        database.close();
      },
    };
  },
};

function addReferenceSystem(database: sqlite.Database, crs: TargetCrs): number {
  const wgs84 = findReferenceSystem(4326)!;
  database.run(SPATIAL_REFERENCE, [wgs84.name, 4326, "EPSG", 4326, toOgcWkt(wgs84)]);
  const id = crs.epsg ?? UNREGISTERED_SRS;
  database.run(SPATIAL_REFERENCE, [crs.name, id, crs.epsg === null ? "NONE" : "EPSG", id, crs.ogcWkt]);
  return id;
}

function describeColumns(
  database: sqlite.Database,
  table: string,
  columns: readonly ExportColumn[],
  language: ExportContext["language"],
): void {
  for (const { id, title, attribute } of columns) {
    const values = attribute?.type === "code" ? attribute.values : [];
    const constraint = values.length > 0 ? `${id.toLowerCase()}_values` : null;
    database.run("INSERT INTO gpkg_data_columns VALUES (?, ?, NULL, ?, ?, NULL, ?)", [
      table,
      id,
      title,
      attribute?.source ?? null,
      constraint,
    ]);
    for (const value of values)
      database.run("INSERT INTO gpkg_data_column_constraints VALUES (?, 'enum', ?, NULL, NULL, NULL, NULL, ?)", [
        constraint,
        value.code,
        value.title[language],
      ]);
  }
}

const toValue = (cell: Cell): string | number | null => (typeof cell === "boolean" ? Number(cell) : cell);

const union = (a: Bounds, b: Bounds): Bounds => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
];

/** Header of a geometry: magic, version, flags, srs_id, and for all but points the envelope (OGC 12-128r18, 2.1.3). */
function toBlob(geometry: Geometry, [west, south, east, north]: Bounds, srsId: number): Uint8Array {
  const hasEnvelope = geometry.type !== "Point";
  const header = Buffer.alloc(hasEnvelope ? 40 : 8);
  header.write("GP", "latin1");
  header.writeUInt8(hasEnvelope ? 0b11 : 0b1, 3);
  header.writeInt32LE(srsId, 4);
  if (hasEnvelope)
    for (const [i, value] of [west, east, south, north].entries()) header.writeDoubleLE(value, 8 + i * 8);
  return Buffer.concat([header, toWkb(geometry)]);
}
