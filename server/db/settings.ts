import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Executor } from "./record.ts";
import { settings } from "./schema.ts";

/** What the record remembers about its installation. A key that is not here does not exist. */
export const Settings = {
  /** Where the zone plane touches the globe, and what the pages call the zone. */
  zone: z.object({
    center: z.tuple([z.number().min(-180).max(180), z.number().min(-85).max(85)]),
    /** Absent while nobody has named it. */
    name: z.object({ zh: z.string(), en: z.string() }).optional(),
  }),
  /** The demonstration zone is loaded: by which edition of the generator, from which seed. */
  demo: z.object({ seed: z.number(), edition: z.string() }),
} as const;

export type SettingKey = keyof typeof Settings;
export type Setting<K extends SettingKey> = z.infer<(typeof Settings)[K]>;

/** @returns null when it was never set. */
export async function findSetting<K extends SettingKey>(db: Executor, key: K): Promise<Setting<K> | null> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, key));
  return row ? (Settings[key].parse(row.value) as Setting<K>) : null;
}

export async function writeSetting<K extends SettingKey>(
  db: Executor,
  key: K,
  value: Setting<K>,
  changedBy: string,
): Promise<void> {
  const row = { key, value: Settings[key].parse(value) as unknown, changedBy, changedAt: new Date() };
  await db.insert(settings).values(row).onConflictDoUpdate({ target: settings.key, set: row });
}
