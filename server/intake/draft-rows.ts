import { createHash } from "node:crypto";
import type { LayerDefinition } from "#data/layers/define.ts";
import type { FeatureInput } from "../db/feature-writes.ts";
import type { DeliveredRow } from "./delivered.ts";
import { columnOf, draftRow, type Reading } from "./draft-row.ts";
import { findField } from "./mapping.ts";
import type { Remark } from "./draft-remark.ts";

export interface DraftedRows {
  readonly drafts: readonly FeatureInput[];
  /** Rows that went into the feature of an earlier row with the same code. */
  readonly merged: number;
  /** Rows that stay out, each with the first thing that keeps it out. */
  readonly refused: readonly Remark[];
  /** Values that stay out of rows that come in. */
  readonly emptied: readonly Remark[];
  /** Shapes that were mended. */
  readonly mended: readonly Remark[];
}

/**
 * Turns delivered rows into drafts. Rows are judged one by one: none keeps another out, but for a doubled code.
 *
 * @param merge - rows of one code are one feature told several times, as a list of the people in each crash tells of the crash.
 */
export function draftRows(rows: readonly DeliveredRow[], reading: Reading, merge = false): DraftedRows {
  const drafts: FeatureInput[] = [];
  const refused: Remark[] = [];
  const emptied: Remark[] = [];
  const mended: Remark[] = [];
  const seen = new Map<string, { place: number; index: number }>();
  const occurrences = new Map<string, number>();
  let merged = 0;
  for (const row of rows) {
    const given = findField(reading.mapping, "code", row.fields);
    const givenCode = given === null ? null : String(given).trim();
    const code = givenCode ?? codeFor(row, occurrences);
    const earlier = seen.get(code);
    if (earlier && !merge) {
      refused.push({
        row: row.place,
        code: givenCode,
        column: columnOf(reading.mapping, "code"),
        value: givenCode,
        reason: `is the code of row ${earlier.place} already`,
        allowed: "a code of its own",
      });
      continue;
    }
    const drafted = draftRow(row, code, givenCode, reading);
    if ("refused" in drafted) {
      refused.push(drafted.refused);
      continue;
    }
    emptied.push(...drafted.emptied);
    if (earlier) {
      drafts[earlier.index] = mergeDrafts(reading.layer, drafts[earlier.index]!, drafted.draft);
      merged++;
      continue;
    }
    seen.set(code, { place: row.place, index: drafts.length });
    drafts.push(drafted.draft);
    if (drafted.mended) mended.push(drafted.mended);
  }
  return { drafts, merged, refused, emptied, mended };
}

/** The worse of two grades; of everything else what was said first, and what was said at all. */
function mergeDrafts(layer: LayerDefinition, first: FeatureInput, next: FeatureInput): FeatureInput {
  const attributes = { ...next.attributes, ...first.attributes };
  const grade = layer.grade && layer.attributes[layer.grade];
  if (layer.grade && grade && grade.type === "code") {
    const said = [first.attributes[layer.grade], next.attributes[layer.grade]];
    const worst = grade.values.find(({ code }) => said.includes(code));
    if (worst) attributes[layer.grade] = worst.code;
  }
  return {
    ...first,
    name: first.name || next.name,
    attributes,
    districtCode: first.districtCode ?? next.districtCode,
    observedOn: first.observedOn ?? next.observedOn,
  };
}

/** A code for a row that has none: from what it says, so that the same row in the next delivery is the same feature. */
function codeFor({ fields, geometry }: DeliveredRow, occurrences: Map<string, number>): string {
  const hash = createHash("sha256")
    .update(JSON.stringify([fields, geometry]))
    .digest("hex")
    .slice(0, 12);
  const times = (occurrences.get(hash) ?? 0) + 1;
  occurrences.set(hash, times);
  return times === 1 ? `row-${hash}` : `row-${hash}-${times}`;
}
