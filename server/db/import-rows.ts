import { sql } from "drizzle-orm";
import { fromWkb } from "#data/geodesy/wkb.ts";
import type { AttributeValue } from "#data/layers/feature.ts";
import type { MatchCandidate, RowCounts, RowKind, RowState, StagedRowView } from "../intake/draft.ts";
import type { Remark } from "../intake/remark.ts";
import type { RowQuery } from "../services.ts";
import { countKinds, EFFECTIVE } from "./classify-rows.ts";
import type { Executor } from "./record.ts";

/** Rows of a draft, in the order of the file. */
export async function findRows(
  db: Executor,
  draftId: string,
  layer: string,
  { kinds, reason, column, after, limit }: RowQuery,
): Promise<StagedRowView[]> {
  const remark = reason === undefined ? null : JSON.stringify([{ reason, ...(column !== undefined && { column }) }]);
  const { rows } = await db.execute<{ [key: string]: unknown; geom: Buffer | null; old_geom: Buffer | null }>(sql`
    select s.row, s.kind, s.code, s.code_given, s.remarks, s.candidates, s.decision, f.id as feature_id,
      f.code as old_code, f.name as old_name, f.geom as old_geom, f.attributes as old_attributes,
      f.position_error_m as old_position_error_m, f.district_code as old_district_code, f.source as old_source,
      f.observed_on::text as old_observed_on, ${EFFECTIVE.name} as name, ${EFFECTIVE.geom} as geom,
      ${EFFECTIVE.attributes} as attributes, ${EFFECTIVE.positionErrorM} as position_error_m,
      ${EFFECTIVE.districtCode} as district_code, s.source, (${EFFECTIVE.observedOn})::text as observed_on
    from import_rows s left join features f on f.layer = ${layer} and f.code = s.code
    where s.draft_id = ${draftId} and s.row > ${after}
      ${kinds ? sql`and s.kind = any(${sql.param(kinds)}::text[])` : sql``}
      ${remark === null ? sql`` : sql`and s.remarks @> ${remark}::jsonb`}
    order by s.row limit ${limit}`);
  return rows.map((row) => ({
    row: row.row as number,
    kind: row.kind as RowKind,
    code: row.code as string | null,
    codeGiven: row.code_given as boolean,
    remarks: row.remarks as Remark[],
    candidates: row.candidates as MatchCandidate[] | null,
    decision: row.decision as "accept" | "reject" | null,
    featureId: row.feature_id as string | null,
    ...statesOf(row),
  }));
}

function statesOf(row: Readonly<Record<string, unknown>>): Pick<StagedRowView, "before" | "after" | "changes"> {
  const before = row.feature_id === null ? null : stateOf(row, "old_");
  const after = row.kind === "refused" ? null : stateOf(row, "");
  return { before, after, changes: before && after ? differences(before, after) : [] };
}

function differences(before: RowState, after: RowState): string[] {
  const differ = (a: unknown, b: unknown) => JSON.stringify(a ?? null) !== JSON.stringify(b ?? null);
  const standard = (["name", "geometry", "positionErrorM", "districtCode", "source", "observedOn"] as const).filter(
    (key) => differ(before[key], after[key]),
  );
  const ids = new Set([...Object.keys(before.attributes), ...Object.keys(after.attributes)]);
  return [...standard, ...[...ids].filter((id) => differ(before.attributes[id], after.attributes[id]))];
}

function stateOf(row: Readonly<Record<string, unknown>>, prefix: "" | "old_"): RowState {
  const column = (name: string) => row[prefix + name];
  const geom = column("geom") as Buffer | null;
  return {
    code: column("code") as string,
    name: column("name") as string,
    geometry: geom && fromWkb(geom),
    attributes: column("attributes") as Record<string, AttributeValue>,
    positionErrorM: column("position_error_m") as number | null,
    districtCode: column("district_code") as string | null,
    source: column("source") as string,
    observedOn: column("observed_on") as string | null,
  };
}

export interface Decision {
  readonly decision: "accept" | "reject" | null;
  /** Code of the feature that the row is about, among the row's candidates. */
  readonly match?: string;
}

/** @returns how many rows were meant. Refused rows cannot be decided. */
export async function decideRow(db: Executor, draftId: string, row: number, decided: Decision): Promise<number> {
  const { decision, match } = decided;
  const { rowCount } = await db.execute(sql`
    update import_rows set decision = ${decision}, code = coalesce(${match ?? null}, code)
      where draft_id = ${draftId} and row = ${row} and outcome <> 'refused'
        and (${match ?? null}::text is null or candidates @> ${JSON.stringify([{ code: match }])}::jsonb)`);
  return rowCount ?? 0;
}

/** The same word for every held row that shares a remark; a row with candidates needs a word of its own. */
export async function decideRows(
  db: Executor,
  draftId: string,
  { reason, column }: { readonly reason: string; readonly column: string | null },
  decision: Decision["decision"],
): Promise<number> {
  const { rowCount } = await db.execute(sql`
    update import_rows set decision = ${decision}
      where draft_id = ${draftId} and held and outcome <> 'refused' and candidates is null
        and remarks @> ${JSON.stringify([{ reason, column }])}::jsonb`);
  return rowCount ?? 0;
}

/** Lets every held row in that can come in by itself. @returns the counts as they are now. */
export async function acceptHeldRows(db: Executor, draftId: string): Promise<RowCounts> {
  await db.execute(sql`
    update import_rows set decision = 'accept' where draft_id = ${draftId} and held and outcome <> 'refused'`);
  return countKinds(db, draftId);
}
