import { asc, eq, sql } from "drizzle-orm";
import { recordEvent } from "./events.ts";
import type { Database, Executor } from "./record.ts";
import { ruleDecisions } from "./schema.ts";

/** An expert's word on a rule, as it was kept. */
export interface KeptRuleDecision {
  readonly id: number;
  readonly ruleId: string;
  readonly kind: "confirm" | "override" | "withdraw";
  readonly distanceM: number | null;
  readonly reason: string | null;
  readonly decidedBy: string;
  readonly at: Date;
}

/** In the order in which they were said. */
export const findRuleDecisions = (db: Executor, ruleId?: string): Promise<KeptRuleDecision[]> =>
  db
    .select()
    .from(ruleDecisions)
    .where(ruleId === undefined ? undefined : eq(ruleDecisions.ruleId, ruleId))
    .orderBy(asc(ruleDecisions.id));

/** Adds a word, and tells everybody who follows. */
export const addRuleDecision = (db: Database, word: Omit<KeptRuleDecision, "id" | "at">): Promise<KeptRuleDecision> =>
  db.transaction(async (tx) => {
    // One after another, so that the last word is the one with the highest id and the latest instant.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('zone-risk-map rules', 0))`);
    const [kept] = await tx
      .insert(ruleDecisions)
      .values({ ...word, at: sql`date_trunc('milliseconds', clock_timestamp())` })
      .returning();
    await recordEvent(tx, "rules", { ruleId: word.ruleId, kind: word.kind, decision: kept!.id });
    return kept!;
  });
