import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Geometry } from "geojson";
import sqlite from "node-sqlite3-wasm";
import { toWkb } from "#data/geodesy/wkb.ts";

/** A GeoPackage with its three tables of contents, and what the statements make of it. */
export function makeGeoPackage(
  statements: readonly (string | readonly [string, (string | number | Uint8Array | null)[]])[],
): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "geopackage-"));
  const path = join(folder, "made.gpkg");
  const database = new sqlite.Database(path);
  try {
    database.exec(`
      CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT, organization_coordsys_id INTEGER, definition TEXT, description TEXT);
      CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, identifier TEXT, srs_id INTEGER);
      CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER, z INTEGER, m INTEGER);
      INSERT INTO gpkg_spatial_ref_sys VALUES ('WGS 84', 4326, 'EPSG', 4326, 'undefined', NULL), ('CGCS2000', 4529, 'EPSG', 4529, 'undefined', NULL);
    `);
    for (const statement of statements) {
      if (typeof statement === "string") database.exec(statement);
      else database.run(statement[0], statement[1]);
    }
  } finally {
    database.close();
  }
  const bytes = readFileSync(path);
  rmSync(folder, { recursive: true });
  return bytes;
}

/** The statements that make a layer of features. */
export const layerOf = (name: string, columns: string, srsId = 4326): string => `
  CREATE TABLE "${name}" (fid INTEGER PRIMARY KEY, geom BLOB, ${columns});
  INSERT INTO gpkg_contents VALUES ('${name}', 'features', '${name}', ${srsId});
  INSERT INTO gpkg_geometry_columns VALUES ('${name}', 'geom', 'GEOMETRY', ${srsId}, 0, 0);
`;

/** A geometry as GeoPackage writes it, without an envelope. */
export const packageBlob = (geometry: Geometry | Uint8Array): Buffer =>
  Buffer.concat([
    Buffer.from([0x47, 0x50, 0, 1, 0, 0, 0, 0]),
    geometry instanceof Uint8Array ? geometry : toWkb(geometry),
  ]);
