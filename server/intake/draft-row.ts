import { toWkb } from "#data/geodesy/wkb.ts";
import { checkFeature } from "#data/layers/check-feature.ts";
import type { LayerDefinition } from "#data/layers/define.ts";
import type { AttributeValue } from "#data/layers/feature.ts";
import type { FeatureInput } from "../db/feature-writes.ts";
import type { Datum } from "./datum.ts";
import type { DeliveredRow } from "./delivered.ts";
import { findField, type Mapping, nameOf } from "./mapping.ts";
import { mendGeometry } from "./mend.ts";
import { placeRow } from "./place-row.ts";
import { readNumber, readTime, readValue } from "./read-value.ts";
import { REASONS, type Remark } from "./draft-remark.ts";

/** What holds for every row of a delivery. */
export interface Reading {
  readonly layer: LayerDefinition;
  readonly mapping: Mapping;
  readonly datum: Datum;
  /** Who delivered it, as shown to the user. */
  readonly source: string;
}

export type DraftedRow =
  | { readonly refused: Remark }
  | {
      readonly draft: FeatureInput;
      /** Values that could not be read; the row comes in without them. */
      readonly emptied: readonly Remark[];
      /** What was wrong with the shape. */
      readonly mended: Remark | null;
    };

/** Neither PostgreSQL's text nor its JSON can hold these. */
const UNKEEPABLE = /[\0\p{Surrogate}]/u;

/**
 * Turns one delivered row into a draft of its layer, or says what keeps it out.
 *
 * @param givenCode - as delivered; `null` when `code` was made up for a row without one.
 */
export function draftRow(row: DeliveredRow, code: string, givenCode: string | null, reading: Reading): DraftedRow {
  const { layer, mapping, datum, source } = reading;
  const field = (target: string) => findField(mapping, target, row.fields);
  const remark = (target: string, value: unknown, reason: string, allowed: string | null = null): Remark => ({
    row: row.place,
    code: givenCode,
    column: columnOf(mapping, target),
    value: layer.attributes[target]?.personal ? null : shorten(value),
    reason,
    allowed,
  });

  for (const target of mapping.keys()) {
    const value = field(target);
    if (typeof value === "string" && UNKEEPABLE.test(value))
      return { refused: remark(target, null, "holds a character that cannot be kept, such as U+0000") };
  }
  const placed = placeRow(row, mapping, datum);
  if ("reason" in placed) return { refused: remark(placed.target, placed.value, placed.reason, placed.allowed) };
  const whole = mendGeometry(placed.geometry);
  if ("refused" in whole) return { refused: remark("geometry", atPlace(whole.at), whole.refused, whole.allowed) };
  const attributes: Record<string, AttributeValue> = {};
  const emptied: Remark[] = [];
  for (const [id, attribute] of Object.entries(layer.attributes)) {
    const delivered = field(id);
    const read = readValue(id, attribute, delivered);
    if ("reason" in read) emptied.push(remark(id, delivered, REASONS[read.reason], read.allowed));
    else if (read.value !== null) attributes[id] = read.value;
  }
  const error = field("positionErrorM");
  const observed = field("observedOn");
  const district = field("districtCode");
  const draft: FeatureInput = {
    code,
    name: String(field("name") ?? "").trim(),
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
    const target = problem.field.replace("attributes.", "");
    const value = target === "geometry" ? problem.value : field(target);
    return { refused: remark(target, value, REASONS[problem.reason], problem.allowed) };
  }
  return { draft, emptied, mended: whole.mended ? remark("geometry", null, whole.mended) : null };
}

/** @returns the first column that fills a target, or the target itself when none does. */
export function columnOf(mapping: Mapping, target: string): string {
  const set = mapping.get(target)?.[0];
  return set ? nameOf(set) : target;
}

/** A centimetre is near enough to find it again. */
const atPlace = (at: readonly [number, number] | null): string | null =>
  at && `at ${at.map((degrees) => Number(degrees.toFixed(7))).join(", ")}`;

const SHOWN_LENGTH = 80;

function shorten(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH - 1)}…` : text;
}
