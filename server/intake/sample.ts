import type { Geometry } from "geojson";
import type { LayerDefinition } from "#data/layers/define.ts";
import type { SourceTable } from "./formats/delivery.ts";
import { MASK } from "./hand-edit.ts";
import type { Mapping } from "./mapping.ts";
import { deliveredPlace } from "./place.ts";

/** What the beginning of a table shows. */
export interface Sample {
  /** The first rows as they stand in the file; values of personal columns are masked. */
  readonly rows: readonly { readonly row: number; readonly fields: Readonly<Record<string, string | null>> }[];
  /** As delivered, in the order of the file. */
  readonly geometries: readonly Geometry[];
}

const SHOWN_ROWS = 20;
const SHOWN_LENGTH = 120;
/** A file is often sorted by district: what speaks for the whole must not come from its first street alone. */
const READ_ROWS = 5_000;
const KEPT_GEOMETRIES = 500;

/** Reads the first rows of a table for a person to look at and for the datum guard to weigh. */
export async function takeSample(table: SourceTable, layer: LayerDefinition, mapping: Mapping): Promise<Sample> {
  const masked = personalColumns(layer, mapping);
  const rows: { row: number; fields: Record<string, string | null> }[] = [];
  const geometries: Geometry[] = [];
  let read = 0;
  for await (const row of table.rows()) {
    if (++read > READ_ROWS) break;
    if ("reason" in row) continue;
    if (rows.length < SHOWN_ROWS) {
      const fields = table.columns.map((column) => [column, shownValue(row.fields[column], masked.has(column))]);
      rows.push({ row: row.place, fields: Object.fromEntries(fields) });
    }
    const geometry = deliveredPlace(row, mapping);
    if (geometry) geometries.push(geometry);
  }
  const step = Math.max(1, geometries.length / KEPT_GEOMETRIES);
  const kept = Math.min(geometries.length, KEPT_GEOMETRIES);
  return { rows, geometries: Array.from({ length: kept }, (_, i) => geometries[Math.floor(i * step)]!) };
}

function personalColumns(layer: LayerDefinition, mapping: Mapping): ReadonlySet<string> {
  const personal = Object.keys(layer.attributes).filter((id) => layer.attributes[id]!.personal);
  return new Set(personal.flatMap((id) => mapping.get(id) ?? []).flat());
}

function shownValue(value: unknown, isPersonal: boolean): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (isPersonal) return MASK;
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH - 1)}…` : text;
}
