import { sql } from "drizzle-orm";
import type { Photograph } from "../black-spots/register.ts";
import type { NewSpotEvent } from "../black-spots/spot-event.ts";
import { addSpotEvents, findSpot, findSpotEvents, lockSpots, type PresentSpot, tellOfSpot } from "./black-spots.ts";
import { isoInstant } from "./instants.ts";
import type { Database, Executor } from "./record.ts";

/** A picture on its way into the record. */
export interface NewPhotograph extends Omit<Photograph, "at" | "bytes"> {
  readonly content: Uint8Array;
}

/**
 * Keeps a picture, or the withdrawal of one, as an event.
 *
 * @param judge - makes the event of the present state, and says which picture comes with it. What it throws ends the change.
 */
export const keepPhotograph = (
  db: Database,
  id: string,
  judge: (present: PresentSpot & { readonly photographs: readonly Photograph[] }) => {
    readonly events: readonly NewSpotEvent[];
    readonly photograph?: NewPhotograph;
  },
): Promise<"kept" | "missing"> =>
  db.transaction(async (tx) => {
    await lockSpots(tx);
    const feature = await findSpot(tx, id);
    if (!feature) return "missing";
    const present = { feature, events: await findSpotEvents(tx, id), photographs: await findPhotographs(tx, id) };
    const { events, photograph } = judge(present);
    if (photograph) await addPhotograph(tx, id, photograph);
    await addSpotEvents(tx, events);
    await tellOfSpot(tx, events.at(-1)!);
    return "kept";
  });

const addPhotograph = (tx: Executor, spotId: string, picture: NewPhotograph) =>
  tx.execute(sql`insert into black_spot_photographs
      (id, spot_id, media_type, width_px, height_px, sha256, content, caption, taken_on, by, at)
    values (${picture.id}::uuid, ${spotId}::uuid, ${picture.mediaType}, ${picture.widthPx}, ${picture.heightPx},
      ${picture.sha256}, ${Buffer.from(picture.content)}::bytea, ${picture.caption}, ${picture.takenOn}::date, ${picture.by},
      date_trunc('milliseconds', clock_timestamp()))`);

/** Of a spot, first to last, withdrawn ones too; without the pictures themselves. */
export async function findPhotographs(db: Executor, spotId: string): Promise<Photograph[]> {
  const { rows } = await db.execute<Photograph & Record<string, unknown>>(sql`
    select id, media_type as "mediaType", length(content) as bytes, width_px as "widthPx", height_px as "heightPx", sha256,
      caption, taken_on::text as "takenOn", by, ${isoInstant("at")} as at
    from black_spot_photographs where spot_id = ${spotId} order by id`);
  return rows;
}

export async function findPhotographContent(
  db: Executor,
  spotId: string,
  id: string,
): Promise<{ readonly mediaType: Photograph["mediaType"]; readonly content: Buffer } | null> {
  const { rows } = await db.execute<{ mediaType: Photograph["mediaType"]; content: Buffer }>(
    sql`select media_type as "mediaType", content from black_spot_photographs where spot_id = ${spotId} and id = ${id}`,
  );
  return rows[0] ?? null;
}
