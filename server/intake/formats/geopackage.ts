import { copyFile, open } from "node:fs/promises";
import sqlite, { type Database } from "node-sqlite3-wasm";
import { crsByName, crsByWkt, datumOf } from "./crs.ts";
import {
  type BrokenRow,
  type DeclaredCrs,
  type Notice,
  type SourceRow,
  type SourceTable,
  UnreadableFile,
} from "./delivery.ts";
import { readPackageGeometry } from "./geopackage-geometry.ts";
import { assertColumnCount } from "./header.ts";
import { MOST_ROWS, MOST_TABLES } from "./limits.ts";
import type { Content } from "./open-delivery.ts";
import type { WorkSpace } from "./work-space.ts";

/** Rows that are asked for at once. */
const PAGE_ROWS = 500;

interface Layer {
  readonly name: string;
  readonly geometryColumn: string | null;
  readonly columns: readonly string[];
  readonly types: readonly string[];
}

/**
 * Reads the tables of features and attributes. The file is data from outside, and so is the SQL in it: only plain tables are
 * read, along their row numbers, which must grow; views, virtual tables and generated columns would run the file's own SQL.
 */
export async function openGeoPackage(path: string, space: WorkSpace): Promise<Content> {
  const { readable, notices } = await withoutLog(path, space);
  const database = openDatabase(readable);
  try {
    const tables: SourceTable[] = [];
    let last: UnreadableFile | null = null;
    for (const name of contentNames(database)) {
      try {
        tables.push(openLayer(database, name));
      } catch (error) {
        last = asUnreadable(error);
        notices.push({ code: "table-left-out", detail: `${name}: ${last.message}` });
      }
    }
    if (tables.length === 0) throw last ?? broken("it has no table of features or attributes");
    return { format: "geopackage", encoding: null, delimiter: null, tables, notices, close: () => database.close() };
  } catch (error) {
    database.close();
    throw asUnreadable(error);
  }
}

const broken = (message: string) => new UnreadableFile("broken-database", `the GeoPackage cannot be read: ${message}`);

const asUnreadable = (error: unknown): UnreadableFile =>
  error instanceof UnreadableFile ? error : broken((error as Error).message);

function openDatabase(path: string): Database {
  let database: Database | undefined;
  try {
    database = new sqlite.Database(path, { readOnly: true });
    database.exec("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA query_only = ON");
    if (!hasTable(database, "gpkg_contents")) throw broken("it is an SQLite database but no GeoPackage");
    return database;
  } catch (error) {
    database?.close();
    throw asUnreadable(error);
  }
}

/** A database in WAL mode wants to write beside itself even when it is only read. Its header says so, in two bytes. */
async function withoutLog(path: string, space: WorkSpace): Promise<{ readable: string; notices: Notice[] }> {
  const source = await open(path);
  const modes = Buffer.alloc(2);
  await source.read(modes, 0, 2, 18).finally(() => source.close());
  if (modes[0] !== 2 && modes[1] !== 2) return { readable: path, notices: [] };
  const readable = space.nextPath();
  await copyFile(path, readable);
  const copy = await open(readable, "r+");
  await copy.write(Buffer.from([1, 1]), 0, 2, 18).finally(() => copy.close());
  return { readable, notices: [{ code: "write-ahead-log", detail: "" }] };
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A table of its own right, not a view and not virtual. */
function hasTable(database: Database, name: string): boolean {
  const found = database.get(
    "SELECT type, sql FROM sqlite_schema WHERE name = ? COLLATE NOCASE AND type IN ('table', 'view')",
    name,
  );
  return found?.type === "table" && /^\s*CREATE\s+(TEMP\s+)?TABLE\b/i.test(String(found.sql));
}

function contentNames(database: Database): string[] {
  assertPlain(database, "gpkg_contents");
  const rows = database.all(
    `SELECT table_name FROM gpkg_contents WHERE data_type IN ('features', 'attributes', 'aspatial') LIMIT ${MOST_TABLES}`,
  );
  return rows.map(({ table_name }) => String(table_name));
}

/** @throws UnreadableFile for what would compute instead of being read. */
function assertPlain(database: Database, name: string): { name: string; type: string }[] {
  if (!hasTable(database, name)) throw broken(`${name} is no plain table`);
  const columns = database.all(`PRAGMA table_xinfo(${quoted(name)})`);
  if (columns.some(({ hidden }) => hidden !== 0)) throw broken(`${name} has generated columns`);
  assertColumnCount(columns.length);
  return columns.map((column) => ({ name: String(column.name), type: String(column.type).toUpperCase() }));
}

const hasRowNumbers = (database: Database, name: string): boolean =>
  database.get("SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ? COLLATE NOCASE", name)?.wr === 0;

function openLayer(database: Database, name: string): SourceTable {
  const columns = assertPlain(database, name);
  // Its rows have no numbers of their own, or hide them.
  if (columns.some((column) => column.name.toLowerCase() === "_rowid_") || !hasRowNumbers(database, name))
    throw broken(`${name} has no row numbers`);
  const geometry = geometryOf(database, name);
  const geometryColumn =
    columns.find((column) => column.name.toLowerCase() === geometry?.column.toLowerCase())?.name ?? null;
  const values = columns.filter((column) => column.name !== geometryColumn);
  const layer: Layer = {
    name,
    geometryColumn,
    columns: values.map((column) => column.name),
    types: values.map((column) => column.type),
  };
  return {
    name,
    columns: layer.columns,
    rowCount: null,
    crs: geometryColumn === null ? null : (geometry?.crs ?? null),
    notices: geometryColumn === null ? [{ code: "no-geometry-column", detail: name }] : [],
    rows: () => readRows(database, layer),
  };
}

function geometryOf(database: Database, name: string): { column: string; crs: DeclaredCrs | null } | null {
  if (!hasTable(database, "gpkg_geometry_columns")) return null;
  assertPlain(database, "gpkg_geometry_columns");
  const found = database.get(
    "SELECT column_name, srs_id FROM gpkg_geometry_columns WHERE table_name = ? COLLATE NOCASE",
    name,
  );
  if (!found) return null;
  return { column: String(found.column_name), crs: crsOf(database, Number(found.srs_id)) };
}

/** -1 and 0 stand for "unknown". */
function crsOf(database: Database, id: number): DeclaredCrs | null {
  if (!(id > 0) || !hasTable(database, "gpkg_spatial_ref_sys")) return null;
  assertPlain(database, "gpkg_spatial_ref_sys");
  const found = database.get(
    "SELECT organization, organization_coordsys_id AS code, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ?",
    id,
  );
  if (!found) return crsByName(`EPSG:${id}`);
  const byWkt = crsByWkt(String(found.definition));
  const isEpsg = String(found.organization).toUpperCase() === "EPSG";
  if (!isEpsg) return byWkt;
  return { ...byWkt, text: `EPSG:${found.code}`, id: datumOf(Number(found.code)) ?? byWkt.id };
}

async function* readRows(database: Database, layer: Layer): AsyncGenerator<SourceRow | BrokenRow> {
  const wanted = [...layer.columns, ...(layer.geometryColumn === null ? [] : [layer.geometryColumn])];
  // Numbered names: a column may be called like another table's row number.
  const list = wanted.map((column, index) => `${quoted(column)} AS c${index}`).join(", ");
  const sql = `SELECT _rowid_ AS place, ${list} FROM ${quoted(layer.name)} NOT INDEXED WHERE _rowid_ > ? ORDER BY _rowid_ LIMIT ${PAGE_ROWS}`;
  let last = -Number.MAX_SAFE_INTEGER;
  let count = 0;
  for (;;) {
    const page = readPage(database, sql, last);
    for (const row of page) {
      const place = Number(row.place);
      // Pages of a damaged file can lead back to themselves.
      if (!(place > last) || ++count > MOST_ROWS) throw broken(`${layer.name} is damaged: its rows do not end`);
      last = place;
      yield readRow(row, count, layer);
    }
    if (page.length < PAGE_ROWS) return;
    // Others want the thread, too: the database is read without waiting.
    await new Promise((resume) => setImmediate(resume));
  }
}

type Row = Record<string, unknown>;

function readPage(database: Database, sql: string, after: number): Row[] {
  try {
    return database.all(sql, after) as Row[];
  } catch (error) {
    throw asUnreadable(error);
  }
}

function readRow(row: Row, place: number, layer: Layer): SourceRow | BrokenRow {
  const fields = Object.fromEntries(
    layer.columns.map((column, index) => [column, readValue(row[`c${index}`], layer.types[index]!)]),
  );
  const blob = layer.geometryColumn === null ? null : row[`c${layer.columns.length}`];
  if (blob === null || blob === undefined) return { place, fields, geometry: null };
  if (!(blob instanceof Uint8Array)) return { place, reason: "its geometry is no geometry" };
  const geometry = readPackageGeometry(blob);
  return typeof geometry === "string" ? { place, reason: geometry } : { place, fields, geometry };
}

function readValue(value: unknown, type: string): unknown {
  if (typeof value === "bigint") return String(value);
  if (value instanceof Uint8Array) return null;
  return type === "BOOLEAN" && typeof value === "number" ? value !== 0 : value;
}
