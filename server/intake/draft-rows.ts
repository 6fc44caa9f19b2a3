import { createHash } from "node:crypto";
import type { Geometry } from "geojson";
import { toWkb } from "#data/geodesy/wkb.ts";
import { checkFeature } from "#data/layers/check-feature.ts";
import type { LayerDefinition } from "#data/layers/define.ts";
import type { AttributeValue } from "#data/layers/feature.ts";
import type { FeatureInput } from "../db/feature-writes.ts";
import { type Datum, toWgs84 } from "./datum.ts";
import type { DeliveredRow } from "./delivered.ts";
import { findField, type Mapping } from "./mapping.ts";
import { mendGeometry } from "./mend.ts";
import { readNumber, readTime, readValue } from "./read-value.ts";

/** Something about a row that the person who delivered it should know. */
export interface Remark {
  /** Line of the text file, or number of the feature, from 1. */
  readonly row: number;
  readonly code: string | null;
  /** The column as it is called in the file; `null` when the row as a whole is meant. */
  readonly column: string | null;
  /** What stood there; `null` when nothing did, or when it is personal. */
  readonly value: string | null;
  readonly reason: string;
  readonly allowed: string | null;
}

export interface DraftedRows {
  readonly drafts: readonly FeatureInput[];
  /** Rows that stay out, each with the first thing that keeps it out. */
  readonly refused: readonly Remark[];
  /** Values that stay out of rows that come in. */
  readonly emptied: readonly Remark[];
  /** Shapes that were mended. */
  readonly mended: readonly Remark[];
}

/** Turns delivered rows into drafts of a layer. Rows are judged one by one: none keeps another out, but for a doubled code. */
export function draftRows(
  layer: LayerDefinition,
  rows: readonly DeliveredRow[],
  mapping: Mapping,
  datum: Datum,
  source: string,
): DraftedRows {
  const drafts: FeatureInput[] = [];
  const refused: Remark[] = [];
  const emptied: Remark[] = [];
  const mended: Remark[] = [];
  const placeOf = new Map<string, number>();
  const occurrences = new Map<string, number>();

  for (const row of rows) {
    const givenCode = findField(mapping, "code", row.fields);
    const code = givenCode === null ? codeOf(row, occurrences) : String(givenCode).trim();
    const remark = (target: string | null, value: unknown, reason: string, allowed: string | null = null): Remark => ({
      row: row.place,
      code: givenCode === null ? null : code,
      column: target === null ? null : (mapping.get(target)?.[0] ?? target),
      value: target !== null && layer.attributes[target]?.personal ? null : shorten(value),
      reason,
      allowed,
    });

    const earlier = placeOf.get(code);
    if (earlier !== undefined) {
      refused.push(remark("code", code, `the same code as in row ${earlier}`, "a code of its own"));
      continue;
    }
    const placed = placeRow(row, mapping, datum);
    if ("reason" in placed) {
      refused.push(remark(placed.target, placed.value, placed.reason, placed.allowed));
      continue;
    }
    const whole = mendGeometry(placed.geometry);
    if ("refused" in whole) {
      refused.push(remark("geometry", placed.geometry.type, whole.refused, whole.allowed));
      continue;
    }
    const attributes: Record<string, AttributeValue> = {};
    const gaps: Remark[] = [];
    for (const [id, attribute] of Object.entries(layer.attributes)) {
      const delivered = findField(mapping, id, row.fields);
      const read = readValue(id, attribute, delivered);
      if ("reason" in read) gaps.push(remark(id, delivered, read.reason, read.allowed));
      else if (read.value !== null) attributes[id] = read.value;
    }
    const error = findField(mapping, "positionErrorM", row.fields);
    const observed = findField(mapping, "observedOn", row.fields);
    const district = findField(mapping, "districtCode", row.fields);
    const draft: FeatureInput = {
      code,
      name: String(findField(mapping, "name", row.fields) ?? "").trim(),
      geometry: whole.geometry,
      attributes,
      positionErrorM: error === null ? null : (readNumber(String(error), "m") ?? Number.NaN),
      districtCode: district === null ? null : String(district).trim(),
      source,
      observedOn: observed === null ? null : (readTime(String(observed))?.slice(0, 10) ?? String(observed)),
      ...(!datum.same && { sourceGeometry: toWkb(placed.delivered), sourceDatum: datum.id }),
    };
    const [problem] = checkFeature(layer, draft);
    if (problem) {
      refused.push(remark(problem.field.replace("attributes.", ""), problem.value, problem.reason, problem.allowed));
      continue;
    }
    placeOf.set(code, row.place);
    drafts.push(draft);
    emptied.push(...gaps);
    if (whole.mended) mended.push(remark("geometry", placed.geometry.type, whole.mended));
  }
  return { drafts, refused, emptied, mended };
}

type Placed =
  | { readonly geometry: Geometry; readonly delivered: Geometry }
  | { readonly target: string; readonly value: unknown; readonly reason: string; readonly allowed: string | null };

const DEGREES = "longitude -180…180, latitude -90…90";

function placeRow(row: DeliveredRow, mapping: Mapping, datum: Datum): Placed {
  const delivered = row.geometry ?? pointOf(row, mapping);
  if ("reason" in delivered) return delivered;
  let geometry: Geometry;
  try {
    geometry = toWgs84(delivered, datum);
  } catch {
    return {
      target: "geometry",
      value: delivered.type,
      reason: "positions that are no pairs of numbers",
      allowed: null,
    };
  }
  const outside = positionsOf(geometry).find(([lon, lat]) => !(Math.abs(lon!) <= 180 && Math.abs(lat!) <= 90));
  if (!outside) return { geometry, delivered };
  const swapped = Math.abs(outside[1]!) <= 180 && Math.abs(outside[0]!) <= 90;
  return {
    target: row.geometry ? "geometry" : "lon",
    value: outside.join(", "),
    reason: swapped ? "off the earth: longitude and latitude may be swapped" : "off the earth",
    allowed: datum.same ? DEGREES : `coordinates in ${datum.id}`,
  };
}

function pointOf({ fields }: DeliveredRow, mapping: Mapping): Geometry | Extract<Placed, { target: string }> {
  const ordinates: number[] = [];
  for (const target of ["lon", "lat"]) {
    const value = findField(mapping, target, fields);
    const ordinate = value === null ? null : readNumber(String(value));
    if (ordinate === null)
      return { target, value, reason: value === null ? "no position" : "not a number", allowed: "a number" };
    ordinates.push(ordinate);
  }
  return { type: "Point", coordinates: ordinates };
}

const positionsOf = (geometry: Geometry): number[][] =>
  geometry.type === "GeometryCollection" ? [] : flatten(geometry.coordinates);

const flatten = (coordinates: unknown): number[][] =>
  Array.isArray(coordinates) && Array.isArray(coordinates[0])
    ? coordinates.flatMap(flatten)
    : [coordinates as number[]].filter((position) => position.length > 0);

/** A code for a row that has none: from what it says, so that the same row in the next delivery is the same feature. */
function codeOf({ fields, geometry }: DeliveredRow, occurrences: Map<string, number>): string {
  const hash = createHash("sha256")
    .update(JSON.stringify([fields, geometry]))
    .digest("hex")
    .slice(0, 12);
  const times = (occurrences.get(hash) ?? 0) + 1;
  occurrences.set(hash, times);
  return times === 1 ? `row-${hash}` : `row-${hash}-${times}`;
}

function shorten(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
