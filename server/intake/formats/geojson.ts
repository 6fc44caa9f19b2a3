import { readFile, stat } from "node:fs/promises";
import { crsByName } from "./crs.ts";
import { type BrokenRow, type DeclaredCrs, type SourceRow, type SourceTable, UnreadableFile } from "./delivery.ts";
import { ColumnSet } from "./header.ts";
import { readJsonFeature } from "./json-feature.ts";
import { readJsonParts } from "./json-features.ts";
import { MOST_LINE_BYTES } from "./limits.ts";

const RFC_7946: DeclaredCrs = { text: "RFC 7946", id: "wgs84" };

/**
 * A feature collection, a single feature or a bare geometry. The file is gone through once to know its columns; its features are
 * never in the memory together.
 *
 * @param path - of a file in UTF-8.
 */
export async function openGeoJson(path: string, name: string): Promise<SourceTable> {
  const columns = new ColumnSet();
  let rowCount = 0;
  let crs: DeclaredCrs = RFC_7946;
  let tableName = name;
  let type = "";
  for await (const part of readJsonParts(path)) {
    if (part.kind === "feature") {
      const row = readJsonFeature(part.json, ++rowCount);
      if ("fields" in row) columns.add(row.fields);
    } else if (part.name === "crs") crs = crsOf(part.json) ?? crs;
    else if (part.name === "name") tableName = textOf(part.json) ?? name;
    else if (part.name === "type") type = textOf(part.json) ?? "";
  }
  if (type !== "FeatureCollection") return openSingle(path, name, crs);
  return {
    name: tableName,
    columns: columns.names,
    rowCount,
    crs,
    notices: rowCount === 0 ? [{ code: "no-rows", detail: "" }] : [],
    rows: () => readRows(path),
  };
}

async function* readRows(path: string): AsyncGenerator<SourceRow | BrokenRow> {
  let place = 0;
  for await (const part of readJsonParts(path)) if (part.kind === "feature") yield readJsonFeature(part.json, ++place);
}

async function openSingle(path: string, name: string, crs: DeclaredCrs): Promise<SourceTable> {
  const { size } = await stat(path);
  const row = size > MOST_LINE_BYTES ? null : readJsonFeature(stripMark(await readFile(path, "utf8")), 1);
  if (row === null || "reason" in row)
    throw new UnreadableFile("no-features", `the file is JSON but no GeoJSON${row ? `: ${row.reason}` : ""}`);
  const columns = Object.keys(row.fields);
  return {
    name,
    columns,
    rowCount: 1,
    crs,
    notices: [],
    async *rows() {
      yield row;
    },
  };
}

export const stripMark = (text: string): string => (text.startsWith("\uFEFF") ? text.slice(1) : text);

function textOf(json: string): string | null {
  const value = parsed(json);
  return typeof value === "string" && value !== "" ? value : null;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** The member of the GeoJSON of 2008, which RFC 7946 has dropped and GDAL still writes. */
function crsOf(json: string): DeclaredCrs | null {
  const value = parsed(json) as { properties?: { name?: unknown; code?: unknown } } | null;
  const { name, code } = value?.properties ?? {};
  if (typeof name === "string") return crsByName(name);
  return typeof code === "number" ? crsByName(`EPSG:${code}`) : null;
}
