import { MAX_CODE_LENGTH } from "#data/layers/check-feature.ts";
import type { SourceRow } from "./formats/delivery.ts";
import { swapAxes } from "./judge-place.ts";
import { columnNameOf } from "./mapping.ts";
import { readCode } from "./read-code.ts";
import { readAttributes, readStandard } from "./read-fields.ts";
import { readPlace } from "./read-place.ts";
import type { Reading, RowDraft, Say } from "./reading.ts";
import type { Fix, Remark } from "./remark.ts";
import { type Plan, planOf } from "./row-plan.ts";

export type { Reading, RowDraft } from "./reading.ts";

/** Neither PostgreSQL's text nor its JSON can hold these. */
const UNKEEPABLE = /[\0\p{Surrogate}]/u;

/** A fix can lay bare what another mends; more than this many layers there are not. */
const MOST_ROUNDS = 4;

/** Turns one delivered row into a draft of its layer, with everything that a person should know of it. */
export function readRow(row: SourceRow, reading: Reading): RowDraft {
  const plan = planOf(reading);
  const edits = reading.edits.get(row.place);
  let current: SourceRow = edits ? { ...row, fields: { ...row.fields, ...edits } } : row;
  let draft = judge(current, reading, plan);
  if (reading.acceptedFixes.size === 0) return draft;
  const applied: Remark[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const mendable = draft.remarks.filter(({ fix }) => fix && reading.acceptedFixes.has(fix.kind));
    if (mendable.length === 0) break;
    for (const remark of mendable) {
      current = applyFix(current, remark.fix!);
      applied.push({ ...remark, severity: "notice", reason: "fix-applied", detail: remark.fix!.kind, fix: null });
    }
    draft = judge(current, reading, plan);
  }
  return applied.length === 0 ? draft : { ...draft, remarks: [...applied, ...draft.remarks] };
}

function applyFix(row: SourceRow, { kind, edits }: Fix): SourceRow {
  if (kind === "swap-axes") return { ...row, geometry: row.geometry && swapAxes(row.geometry) };
  return { ...row, fields: { ...row.fields, ...edits } };
}

function judge(row: SourceRow, reading: Reading, plan: Plan): RowDraft {
  const { fields } = row;
  const remarks: Remark[] = [];
  const read = plan.field.code?.(fields) ?? null;
  const { code, isRounded } = read === null ? { code: null, isRounded: false } : readCode(read);
  const codeColumn = columnNameOf(reading.mapping, "code");
  const isCodePersonal = (reading.mapping.get("code") ?? []).flat().some((column) => plan.personal.has(column));
  const say: Say = (
    severity,
    reason,
    { column = null, value = null, detail = null, allowed = null, fix = null } = {},
  ) => {
    const isPersonal = column?.split(/\+|, /).some((each) => plan.personal.has(each)) ?? false;
    remarks.push({
      row: row.place,
      code: isCodePersonal ? null : code,
      column,
      value: isPersonal || value === null ? null : shorten(value),
      severity,
      reason,
      detail,
      allowed,
      fix: isPersonal ? null : fix,
    });
  };

  for (const column of plan.columns) {
    const value = fields[column];
    if (typeof value === "string" && UNKEEPABLE.test(value)) say("refusal", "unkeepable-character", { column });
  }
  if (isRounded) say("suspicion", "code-rounded", { column: codeColumn, value: code });
  if (code !== null && code.length > MAX_CODE_LENGTH)
    say("refusal", "too-long", { column: codeColumn, value: code, allowed: `≤ ${MAX_CODE_LENGTH}` });

  const placed = readPlace(row, reading, plan, say);
  const attributes = readAttributes(row, reading, plan, say);
  const missing = plan.required.filter((id) => (attributes[id] ?? null) === null);
  if (!placed) missing.unshift("geometry");
  return { row: row.place, code, attributes, missing, remarks, ...placed, ...readStandard(row, reading, plan, say) };
}

const SHOWN_LENGTH = 80;

const shorten = (text: string): string => (text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH - 1)}…` : text);
