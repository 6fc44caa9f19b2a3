import { sql } from "drizzle-orm";
import type { ConflictWord } from "../conflicts/conflict.ts";
import { lockConflicts } from "./conflict-runs.ts";
import { recordEvent } from "./events.ts";
import type { Database } from "./record.ts";

/** What it was instead of what was read, if not `decided`. */
export type DecisionOutcome = "decided" | "missing" | { readonly stale: number };

/** Keeps a word on a conflict that is still as it was read. */
export const decideConflict = (
  db: Database,
  id: string,
  revision: number,
  { state, owner, note, dueOn, by }: ConflictWord,
): Promise<DecisionOutcome> =>
  db.transaction(async (tx): Promise<DecisionOutcome> => {
    await lockConflicts(tx);
    const { rows } = await tx.execute<{ revision: number }>(sql`select revision from conflicts where id = ${id}`);
    if (!rows[0]) return "missing";
    if (rows[0].revision !== revision) return { stale: rows[0].revision };
    const isOpen = state === "open";
    await tx.execute(sql`
      with moment as (select date_trunc('milliseconds', clock_timestamp()) as at),
      decided as (
        update conflicts set revision = revision + 1, state = ${state}, owner = ${owner}, note = ${note}, due_on = ${dueOn},
          decided_by = ${by}, decided_at = moment.at, decided_facts = case when ${isOpen}::boolean then null else facts end
        from moment where id = ${id} returning moment.at)
      insert into conflict_events (conflict_id, kind, at, state, owner, note, due_on, decided_by)
      select ${id}::uuid, 'decision', at, ${state}, ${owner}, ${note}, ${dueOn}::date, ${by} from decided`);
    await recordEvent(tx, "conflicts", { decided: 1 });
    return "decided";
  });
