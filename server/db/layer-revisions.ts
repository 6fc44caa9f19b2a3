import { sql } from "drizzle-orm";
import type { Executor } from "./record.ts";

/** A layer's revision as this transaction raised it. `changedAt` is PostgreSQL's own text, to be handed back to it. */
export interface RaisedRevision {
  readonly revision: number;
  readonly changedAt: string;
}

/** Rises once per transaction, and holds the layer against other writers until the transaction ends. */
export async function raiseRevision(tx: Executor, layer: string): Promise<RaisedRevision> {
  const { rows } = await tx.execute<{ revision: number; changedAt: string }>(
    sql`select revision::float8 as revision, changed_at::text as "changedAt" from raise_layer_revision(${layer})`,
  );
  return rows[0]!;
}

/** 0 for a layer that nobody has written yet. */
export async function findRevision(db: Executor, layer: string): Promise<number> {
  const { rows } = await db.execute<{ revision: number }>(
    sql`select revision::float8 as revision from layer_revisions where layer = ${layer}`,
  );
  return rows[0]?.revision ?? 0;
}

/** The layers that were ever written, each with its revision. */
export async function findRevisions(db: Executor): Promise<ReadonlyMap<string, number>> {
  const { rows } = await db.execute<{ layer: string; revision: number }>(
    sql`select layer, revision::float8 as revision from layer_revisions`,
  );
  return new Map(rows.map(({ layer, revision }) => [layer, revision]));
}
