import { sql } from "drizzle-orm";
import type { RemarkGroup } from "../intake/draft.ts";
import type { Remark } from "../intake/remark.ts";
import type { Executor } from "./record.ts";

/** Remarks of a draft's rows by what they say, most frequent first. */
export async function countRemarks(db: Executor, draftId: string): Promise<RemarkGroup[]> {
  const { rows } = await db.execute<{ [key in keyof RemarkGroup]: RemarkGroup[key] }>(sql`
    select m->>'reason' as reason, m->>'severity' as severity, m->>'column' as column, m->'fix'->>'kind' as fix,
        count(distinct r.row)::int as rows
      from import_rows r cross join jsonb_array_elements(r.remarks) m
      where r.draft_id = ${draftId} and r.remarks <> '[]'
      group by 1, 2, 3, 4 order by 5 desc, 1, 3 limit 500`);
  return rows;
}

/** Remarks of so many rows at most. */
export async function findRemarks(
  db: Executor,
  draftId: string,
  kinds: readonly string[],
  limit: number,
): Promise<Remark[]> {
  const { rows } = await db.execute<{ remarks: Remark[] }>(sql`
    select remarks from import_rows
      where draft_id = ${draftId} and kind = any(${sql.param(kinds)}::text[]) and remarks <> '[]' order by row limit ${limit}`);
  return rows.flatMap(({ remarks }) => remarks);
}

/**
 * Rows whose codes a spreadsheet has rounded to the same number are not one feature told twice: none of them comes in.
 * The first of them was taken for the only one while the file was read.
 */
export async function refuseSharedCodes(db: Executor, draftId: string): Promise<void> {
  await db.execute(sql`
    update import_rows r set outcome = 'refused', remarks = r.remarks || jsonb_build_array(jsonb_build_object(
        'row', r.row, 'code', r.code, 'column', c.remark->'column', 'value', c.remark->'value', 'severity', 'refusal',
        'reason', 'code-shared', 'detail', c.rows::text, 'allowed', null, 'fix', null))
      from (
        select s.row, count(*) over (partition by s.code) as rows,
            (select m from jsonb_array_elements(s.remarks) m where m->>'reason' = 'code-rounded' limit 1) as remark
          from import_rows s
          where s.draft_id = ${draftId} and s.remarks @> '[{"reason": "code-rounded"}]'
      ) c
      where r.draft_id = ${draftId} and r.row = c.row and c.rows > 1`);
}
