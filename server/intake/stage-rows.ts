import { createHash } from "node:crypto";
import type { Geometry } from "geojson";
import type pg from "pg";
import { uuidv7 } from "uuidv7";
import { boundsOf } from "#data/geodesy/wkb.ts";
import type { LayerDefinition } from "#data/layers/define.ts";
import { middleOf } from "#data/snapshot/plane-center.ts";
import { findCodes, findKnownFeatures } from "../db/known-features.ts";
import { openRowStage, type RowStage } from "../db/row-stage.ts";
import type { DraftSettings, MatchCandidate } from "./draft.ts";
import type { SourceRow, SourceTable } from "./formats/delivery.ts";
import { createMatcher, type Match } from "./match-rows.ts";
import { mergeRows } from "./merge-rows.ts";
import { writeProgress } from "./progress.ts";
import { type Reading, type RowDraft, readRow } from "./read-row.ts";
import type { Remark, RemarkReason } from "./remark.ts";

export interface StageTask {
  readonly draftId: string;
  readonly table: SourceTable;
  readonly reading: Reading;
  readonly settings: DraftSettings;
  readonly progress: SharedArrayBuffer;
}

export interface Staged {
  readonly rows: number;
  readonly passedOver: number;
  readonly merged: number;
  /** Reasons of all remarks. */
  readonly reasons: ReadonlySet<RemarkReason>;
  /** Median of the places, rounded to 0.01°; null: there are none. */
  readonly middle: readonly [number, number] | null;
}

const PROGRESS_EVERY = 500;

/** Reads a table to its end, judges each row, and streams it into the staging table in place of what was there. */
export async function stageRows(client: pg.Client, task: StageTask): Promise<Staged> {
  const { draftId, table, reading, settings, progress } = task;
  const layer = reading.layer.id;
  const codes = await findCodes(client, layer);
  // COPY holds the connection: what is known is read before it begins, and only where a row needs it.
  const match = await matcherFor(client, layer, reading);
  await client.query("begin");
  await client.query("delete from import_rows where draft_id = $1", [draftId]);
  const stage = openRowStage(client, draftId);
  const desk = createDesk(stage, { layer: reading.layer, codes, match, settings, fallbackSource: reading.source });
  const conditions = Object.entries(settings.where);
  let passedOver = 0;
  let rows = 0;
  for await (const row of table.rows()) {
    if (++rows % PROGRESS_EVERY === 0) writeProgress(progress, "reading", rows, table.rowCount);
    if ("reason" in row) await desk.refuse(row.place, row.reason);
    else if (conditions.some(([column, value]) => String(row.fields[column] ?? "").trim() !== value.trim()))
      passedOver++;
    else await desk.take(row, readRow(row, reading));
  }
  await desk.finish();
  await stage.end();
  await client.query("commit");
  return { rows, passedOver, merged: desk.merged(), reasons: desk.reasons, middle: middleOf(desk.middles()) };
}

async function matcherFor(client: pg.Client, layer: string, { mapping }: Reading) {
  if (mapping.has("code")) return null;
  return createMatcher(await findKnownFeatures(client, layer));
}

interface DeskOptions {
  readonly layer: LayerDefinition;
  readonly codes: ReadonlySet<string>;
  /** null: the file has a column of codes. */
  readonly match: ((name: string, at: readonly [number, number]) => Match) | null;
  readonly settings: DraftSettings;
  /** Of rows that name none. */
  readonly fallbackSource: string;
}

/** Gives each row its code, sees what rows have in common, and hands them on. */
function createDesk(stage: RowStage, { layer, codes, match, settings, fallbackSource }: DeskOptions) {
  const seen = new Map<string, number>();
  const occurrences = new Map<string, number>();
  const merging = new Map<string, { draft: RowDraft; source: SourceRow }>();
  const middles: number[] = [];
  const reasons = new Set<RemarkReason>();
  let merged = 0;

  async function stageDraft(draft: RowDraft, source: SourceRow): Promise<void> {
    const { row, name = "", geometry } = draft;
    const remarks: Remark[] = [...draft.remarks];
    const remark = (severity: Remark["severity"], reason: Remark["reason"], detail: string | null = null) =>
      remarks.push({
        row,
        code: draft.code,
        column: null,
        value: null,
        severity,
        reason,
        detail,
        allowed: null,
        fix: null,
      });
    const made = draft.code === null ? codeFor(source, occurrences) : draft.code;
    const found =
      draft.code === null && geometry && match && !codes.has(made) ? match(name, middleOfOne(geometry)) : null;
    const code = found?.sure?.code ?? made;
    if (found?.sure) remark("notice", "matched", found.sure.code);
    const candidates: readonly MatchCandidate[] | null = found && found.doubtful.length > 0 ? found.doubtful : null;
    if (candidates) remark("suspicion", "doubtful-match", candidates[0]!.name);
    const first = seen.get(code);
    if (first !== undefined) remark("refusal", "duplicate-code", String(first));
    else seen.set(code, row);
    // A place that cannot be read is said once.
    if (draft.missing.length > 0 && !codes.has(code) && !isRefused(draft))
      remark("refusal", "needed-for-new", draft.missing.join(", "));
    for (const { reason } of remarks) reasons.add(reason);
    const refused = remarks.some(({ severity }) => severity === "refusal");
    if (geometry && !refused) middles.push(...middleOfOne(geometry));
    await stage.add({
      row,
      code: draft.code === null && refused ? null : code,
      codeGiven: draft.code !== null,
      given: givenFields(draft, settings),
      name: draft.name ?? null,
      geometry: geometry ?? null,
      attributes: draft.attributes,
      positionErrorM: draft.positionErrorM ?? null,
      districtCode: draft.districtCode ?? null,
      source: draft.source ?? fallbackSource,
      observedOn: draft.observedOn ?? settings.observedOn,
      sourceGeometry: draft.sourceGeometry ?? null,
      sourceDatum: draft.sourceDatum ?? null,
      missing: draft.missing,
      remarks,
      candidates,
      newId: uuidv7(),
      // Mostly right, and then the comparison has nothing to write.
      outcome: refused ? "refused" : codes.has(code) ? "unchanged" : "new",
      held: !refused && remarks.some(({ severity }) => severity === "suspicion"),
    });
  }

  return {
    async take(source: SourceRow, draft: RowDraft): Promise<void> {
      if (!settings.merge || draft.code === null || isRefused(draft)) return stageDraft(draft, source);
      const earlier = merging.get(draft.code);
      if (!earlier) merging.set(draft.code, { draft, source });
      else {
        merging.set(draft.code, { ...earlier, draft: mergeRows(layer, earlier.draft, draft) });
        merged++;
      }
    },
    /** A row that could not be taken apart. */
    refuse: (row: number, reason: string) =>
      stageDraft(brokenRow(row, reason), { place: row, fields: {}, geometry: null }),
    async finish(): Promise<void> {
      for (const { draft, source } of merging.values()) await stageDraft(draft, source);
    },
    merged: () => merged,
    reasons,
    middles: () => Float64Array.from(middles),
  };
}

const isRefused = ({ remarks }: RowDraft): boolean => remarks.some(({ severity }) => severity === "refusal");

const brokenRow = (row: number, reason: string): RowDraft => ({
  row,
  code: null,
  attributes: {},
  missing: [],
  remarks: [
    {
      row,
      code: null,
      column: null,
      value: null,
      severity: "refusal",
      reason: "broken-row",
      detail: reason,
      allowed: null,
      fix: null,
    },
  ],
});

/** The standard fields that the file states for this row; the others keep what the record has. */
function givenFields(draft: RowDraft, settings: DraftSettings): string[] {
  const given: string[] = (["name", "positionErrorM", "districtCode", "source", "observedOn"] as const).filter(
    (key) => draft[key] !== undefined,
  );
  if (settings.source !== null && !given.includes("source")) given.push("source");
  if (settings.observedOn !== null && !given.includes("observedOn")) given.push("observedOn");
  return given;
}

function middleOfOne(geometry: Geometry): [number, number] {
  const [west, south, east, north] = boundsOf(geometry);
  return [(west + east) / 2, (south + north) / 2];
}

/** A code for a row that has none: from what it says, so that the same row in the next delivery is the same feature. */
function codeFor({ fields, geometry }: SourceRow, occurrences: Map<string, number>): string {
  const hash = createHash("sha256")
    .update(JSON.stringify([fields, geometry]))
    .digest("hex")
    .slice(0, 12);
  const times = (occurrences.get(hash) ?? 0) + 1;
  occurrences.set(hash, times);
  return times === 1 ? `row-${hash}` : `row-${hash}-${times}`;
}
