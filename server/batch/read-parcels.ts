import type { Geometry } from "geojson";
import { linesOf } from "#data/geometry/lines-of.ts";
import { findGeometryProblem } from "#data/geometry/validity.ts";
import { type Datum, findDatum, toWgs84, UnknownDatum } from "../intake/datum.ts";
import type { BrokenRow, Delivery, SourceRow, SourceTable } from "../intake/formats/delivery.ts";
import { openDelivery, UnreadableFile } from "../intake/formats/open-delivery.ts";
import { plainGeometry } from "../intake/plain-geometry.ts";
import { type BatchFacts, type BatchProblem, type BatchSettings, MOST_PARCELS, type Parcel } from "./parcel.ts";

export type ReadParcels =
  | { readonly parcels: readonly Parcel[]; readonly facts: BatchFacts }
  | { readonly failed: BatchProblem };

/** Formats in which a row has a boundary. */
const WITH_GEOMETRY: ReadonlySet<string> = new Set(["geojson", "geojson-lines", "shapefile", "geopackage", "kml"]);

/** Reads the parcels of a file; what is wrong with one of them is said of it alone. */
export async function readParcels(path: string, workFolder: string, settings: BatchSettings): Promise<ReadParcels> {
  let delivery: Delivery | undefined;
  try {
    const { fileName: name, encoding } = settings;
    delivery = await openDelivery(path, { name, workFolder, ...(encoding && { encoding }) });
    return await readTable(delivery, settings);
  } catch (error) {
    if (error instanceof UnreadableFile) return { failed: { code: error.code, detail: error.message } };
    if (error instanceof UnknownDatum) return { failed: { code: "unknown-datum", detail: error.message } };
    throw error;
  } finally {
    await delivery?.close();
  }
}

async function readTable({ format, tables }: Delivery, settings: BatchSettings): Promise<ReadParcels> {
  const failed = (code: string, detail: string): ReadParcels => ({ failed: { code, detail } });
  if (!WITH_GEOMETRY.has(format))
    return failed(
      "no-boundaries",
      `${format} holds no boundaries: give GeoJSON, a zipped Shapefile, GeoPackage or KML`,
    );
  const table = settings.table === null ? tables[0] : tables.find(({ name }) => name === settings.table);
  if (!table)
    return failed(
      "no-table",
      `there is no table ${settings.table}; there are ${tables.map(({ name }) => name).join(", ")}`,
    );
  const { useColumn = null } = settings;
  const missing = [useColumn, settings.nameColumn].find((column) => column && !table.columns.includes(column));
  if (missing)
    return failed("no-column", `there is no column ${missing}; there are ${table.columns.join(", ") || "none"}`);
  if (settings.datum === null && table.crs && table.crs.id === null)
    return failed("unknown-datum", `the file is in ${table.crs.text}, which is not known: say its datum`);
  const datum = findDatum(settings.datum ?? table.crs?.id ?? "wgs84");
  const nameColumn = settings.nameColumn ?? table.columns.find((column) => NAMES.test(column)) ?? null;
  const found = await countedRows(table);
  if (typeof found === "number")
    return failed("too-many-parcels", `the file has ${found} parcels: at most ${MOST_PARCELS} are checked at a time`);
  if (found.length === 0) return failed("no-parcels", "the file has no parcel");
  const parcels = found.map((row) => toParcel(row, { settings, datum, nameColumn }));
  return { parcels, facts: { format, table: table.name, datum: datum.id, useColumn, nameColumn } };
}

const NAMES = /^(地块编号|地块名称|地块|编号|名称|项目名称|parcel|name|code|id)$/i;

/** The rows, or how many there are when there are too many. */
async function countedRows(table: SourceTable): Promise<(SourceRow | BrokenRow)[] | number> {
  const rows: (SourceRow | BrokenRow)[] = [];
  let count = 0;
  for await (const row of table.rows()) {
    count++;
    if (count <= MOST_PARCELS) rows.push(row);
  }
  return count > MOST_PARCELS ? count : rows;
}

interface Reading {
  readonly settings: BatchSettings;
  readonly datum: Datum;
  readonly nameColumn: string | null;
}

function toParcel(row: SourceRow | BrokenRow, { settings, datum, nameColumn }: Reading): Parcel {
  const { place } = row;
  const blank = { place, name: `#${place}`, geometry: null, useCode: null, use: null };
  if ("reason" in row) return { ...blank, problem: { code: "unreadable-row", detail: row.reason } };
  const name = textOf(nameColumn === null ? null : row.fields[nameColumn]) ?? blank.name;
  const useCode = settings.useColumn === undefined ? null : textOf(row.fields[settings.useColumn]);
  const use = (useCode === null ? settings.use : settings.uses?.[useCode]) ?? null;
  const parcel = { ...blank, name, useCode };
  if (row.geometry === null) return { ...parcel, problem: { code: "no-geometry", detail: "the row has no boundary" } };
  const plain = plainGeometry(row.geometry);
  if ("reason" in plain) return { ...parcel, problem: { code: "geometry", detail: plain.reason } };
  const geometry = toWgs84(plain.geometry, datum);
  const trouble = geometryTrouble(geometry);
  if (trouble) return { ...parcel, problem: { code: "geometry", detail: trouble } };
  if (use) return { ...parcel, geometry, use, problem: null };
  return {
    ...parcel,
    geometry,
    problem:
      useCode === null
        ? { code: "no-use", detail: `${settings.useColumn} is empty` }
        : {
            code: "unknown-use",
            detail: `${useCode} is no code that was explained; there are ${Object.keys(settings.uses ?? {}).join(", ")}`,
          },
  };
}

/** In words; null: it can be measured. */
function geometryTrouble(geometry: Geometry): string | null {
  if (!OUTLINES.has(geometry.type)) return `a ${geometry.type} is no boundary`;
  const isOnEarth = linesOf(geometry)
    .flat()
    .every(([lon, lat]) => Math.abs(lon!) <= 180 && Math.abs(lat!) <= 90);
  if (!isOnEarth) return "its coordinates are no longitude and latitude: say the datum of the file";
  return findGeometryProblem(geometry)?.reason ?? null;
}

const OUTLINES: ReadonlySet<string> = new Set(["Point", "LineString", "Polygon", "MultiPolygon"]);

function textOf(value: unknown): string | null {
  if (value === null || value === undefined || typeof value === "object") return null;
  const text = String(value).trim();
  return text === "" ? null : text.slice(0, 200);
}
