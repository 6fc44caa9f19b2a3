import { desc, eq, max, sql } from "drizzle-orm";
import type { OpinionEntry } from "../opinion/opinion.ts";
import type { Database, Executor } from "./record.ts";
import { opinions } from "./schema.ts";

/** Held until the commit by whoever takes a number, so that none is given twice and none is left out. */
const NUMBERS = sql`select pg_advisory_xact_lock(hashtextextended('opinion numbers', 0))`;

export type OpinionRow = Omit<typeof opinions.$inferInsert, "year" | "serial">;

/** Keeps an opinion under the next number of its year. @param make - makes it, once the number is known. */
export function addOpinion<Row extends OpinionRow>(
  db: Database,
  year: number,
  make: (serial: number) => Promise<Row>,
): Promise<Row> {
  return db.transaction(async (tx) => {
    await tx.execute(NUMBERS);
    const [last] = await tx
      .select({ serial: max(opinions.serial) })
      .from(opinions)
      .where(eq(opinions.year, year));
    const serial = (last?.serial ?? 0) + 1;
    const row = await make(serial);
    await tx.insert(opinions).values({ ...row, year, serial });
    return row;
  });
}

const ENTRY = {
  id: opinions.id,
  number: opinions.number,
  by: opinions.by,
  at: opinions.at,
  asOf: opinions.asOf,
  verdict: opinions.verdict,
  demo: opinions.demo,
  proposalName: opinions.proposalName,
  ruleEdition: opinions.ruleEdition,
};

/** Latest first. */
export async function findOpinions(db: Executor, limit: number): Promise<OpinionEntry[]> {
  const rows = await db.select(ENTRY).from(opinions).orderBy(desc(opinions.at), desc(opinions.id)).limit(limit);
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}

/** The opinion as it was signed, as JSON text. */
export async function findOpinionContent(
  db: Executor,
  id: string,
): Promise<{ content: string; proofSha256: string } | null> {
  const [row] = await db
    .select({ content: opinions.content, proofSha256: opinions.proofSha256 })
    .from(opinions)
    .where(eq(opinions.id, id));
  return row ?? null;
}

export async function findOpinionProof(db: Executor, id: string): Promise<{ number: string; proof: Buffer } | null> {
  const [row] = await db
    .select({ number: opinions.number, proof: opinions.proof })
    .from(opinions)
    .where(eq(opinions.id, id));
  return row ?? null;
}
