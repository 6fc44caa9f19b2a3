import { classifyRows } from "../db/classify-rows.ts";
import { changeDraft, lockDraft } from "../db/import-drafts.ts";
import { decideRow, decideRows } from "../db/import-rows.ts";
import type { Database } from "../db/record.ts";
import { AppError } from "../errors.ts";
import type { RowDecision } from "../services.ts";

/**
 * Takes a person's word about rows that wait for it, all of them or none, and works out what they come to now.
 *
 * @returns how many rows were meant.
 * @throws AppError `conflict` when the draft has no preview; `unprocessable` naming the row that cannot be decided like this.
 */
export async function decide(db: Database, id: string, decisions: readonly RowDecision[]): Promise<number> {
  return db.transaction(async (tx) => {
    const draft = await lockDraft(tx, id);
    if (draft.state !== "ready" || !draft.preview)
      throw new AppError("conflict", `the draft is ${draft.state}: rows are decided when it is ready`);
    let rows = 0;
    for (const { row, reason, column = null, decision, match } of decisions) {
      if (row === undefined) {
        rows += await decideRows(tx, id, { reason: reason!, column }, decision);
        continue;
      }
      const meant = await decideRow(tx, id, row, { decision, match });
      if (meant === 0)
        throw new AppError("unprocessable", `row ${row} cannot be decided like this`, [
          {
            field: match === undefined ? "row" : "match",
            message: match === undefined ? "is refused, or not in the file" : "is no candidate of the row",
            allowed: match === undefined ? "a row that is not refused" : "the code of one of its candidates",
          },
        ]);
      rows += meant;
    }
    const { counts, revision } = await classifyRows(tx, id, draft.settings.layer);
    await changeDraft(tx, id, { preview: { ...draft.preview, counts, revision } });
    return rows;
  });
}
