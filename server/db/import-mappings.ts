import { and, desc, eq, sql } from "drizzle-orm";
import type { SavedMapping } from "../services.ts";
import type { Executor } from "./record.ts";
import { importMappings } from "./schema.ts";

/** Latest first. */
export async function findMappings(db: Executor, layer?: string): Promise<SavedMapping[]> {
  const rows = await db
    .select()
    .from(importMappings)
    .where(layer === undefined ? undefined : eq(importMappings.layer, layer))
    .orderBy(desc(importMappings.changedAt));
  return rows.map(({ settings, changedAt, ...row }) => ({
    ...row,
    settings: settings as SavedMapping["settings"],
    changedAt: changedAt.toISOString(),
  }));
}

/** Takes the place of one with the same name. */
export async function saveMapping(
  db: Executor,
  { settings, ...mapping }: Omit<SavedMapping, "changedAt">,
): Promise<void> {
  const row = { ...mapping, columns: [...mapping.columns], settings: settings as unknown, changedAt: sql`now()` };
  await db
    .insert(importMappings)
    .values(row)
    .onConflictDoUpdate({ target: [importMappings.layer, importMappings.name], set: row });
}

/** @returns whether there was one. */
export async function removeMapping(db: Executor, layer: string, name: string): Promise<boolean> {
  const { rowCount } = await db
    .delete(importMappings)
    .where(and(eq(importMappings.layer, layer), eq(importMappings.name, name)));
  return rowCount === 1;
}
