import { sql } from "drizzle-orm";
import { generateZone } from "#data/demo/index.ts";
import { writeFeatures } from "../db/feature-writes.ts";
import type { OpenRecord } from "../db/record.ts";
import { writeSetting } from "../db/settings.ts";
import { StartError } from "../errors.ts";

/** Raised when the generator's zone changes, so that a record tells which edition it holds. */
const EDITION = "2026-11-3";
const NAME_EN = "Beiyuan Economic and Technological Development Zone (fictional)";
const CHANGED_BY = "demonstration zone";

/** Nobody has ever written a feature. */
export async function isEmpty({ db }: Pick<OpenRecord, "db">): Promise<boolean> {
  const { rows } = await db.execute<{ any: boolean }>(sql`select exists (select from layer_revisions) as any`);
  return !rows[0]!.any;
}

/**
 * Writes the demonstration zone into an empty record, all of it or nothing.
 *
 * @returns how many features there are now.
 * @throws StartError when the record is not empty: made-up sites must not stand among real ones.
 */
export async function loadDemo(record: Pick<OpenRecord, "db" | "longDb">): Promise<number> {
  if (!(await isEmpty(record)))
    throw new StartError("the record is not empty: the demonstration zone loads only into an empty one");
  const zone = generateZone();
  let count = 0;
  await record.longDb.transaction(async (tx) => {
    for (const [layer, drafts] of Object.entries(zone.layers)) {
      await writeFeatures(tx, layer, drafts, { changedBy: CHANGED_BY });
      count += drafts.length;
    }
    const [lon, lat] = zone.center;
    await writeSetting(tx, "zone", { center: [lon, lat], name: { zh: zone.name, en: NAME_EN } }, CHANGED_BY);
    await writeSetting(tx, "demo", { seed: zone.seed, edition: EDITION }, CHANGED_BY);
    await tx.execute(sql`analyze features`);
  });
  return count;
}
