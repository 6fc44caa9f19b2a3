import { type SQL, sql } from "drizzle-orm";
import type { FeatureRecord } from "#data/layers/feature.ts";
import type { NewSpotEvent, SpotEvent } from "../black-spots/spot-event.ts";
import { recordEvent } from "./events.ts";
import { changeFeature, createFeature } from "./feature-edits.ts";
import { findFeature, findFeatures } from "./features.ts";
import { isoInstant } from "./instants.ts";
import type { Database, Executor } from "./record.ts";

const LAYER = "black-spots";
const PAGE = 1_000;

/** Every spot of the layer, in the order of their ids. */
export async function findSpots(db: Executor, asOf?: Date): Promise<FeatureRecord[]> {
  const spots: FeatureRecord[] = [];
  for (let after: string | undefined; ; ) {
    const { features, next } = await findFeatures(db, { layer: LAYER, asOf, after, limit: PAGE });
    spots.push(...features);
    if (!next) return spots;
    after = next;
  }
}

export const findSpot = (db: Executor, id: string): Promise<FeatureRecord | null> => findFeature(db, LAYER, id);

const eventColumns = (details: SQL) => sql`id::float8 as id, spot_id as "spotId", kind, ${isoInstant("at")} as at,
  on_day::text as "onDay", by, state, document_number as "documentNumber", next_on::text as "nextOn", note,
  ${details} as details`;

/** Of one spot, in the order in which they were said. */
export async function findSpotEvents(db: Executor, id: string): Promise<SpotEvent[]> {
  const { rows } = await db.execute<SpotEvent & Record<string, unknown>>(
    sql`select ${eventColumns(sql`details`)} from black_spot_events where spot_id = ${id} order by id`,
  );
  return rows;
}

/** Of every spot, by its id; without the long parts of their details, results and what a finding was made of. */
export async function findAllSpotEvents(db: Executor, asOf?: Date): Promise<ReadonlyMap<string, SpotEvent[]>> {
  const { rows } = await db.execute<SpotEvent & Record<string, unknown>>(
    sql`select ${eventColumns(sql`details - 'result' - 'basis'`)} from black_spot_events
        ${asOf ? sql`where at <= ${asOf.toISOString()}` : sql``} order by id`,
  );
  const bySpot = new Map<string, SpotEvent[]>();
  for (const row of rows) {
    const own = bySpot.get(row.spotId);
    if (own) own.push(row);
    else bySpot.set(row.spotId, [row]);
  }
  return bySpot;
}

/** Held until the commit by whoever adds to the register, so that each reads what the one before has said. */
export const lockSpots = (tx: Executor) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('black spots', 0))`);

export async function addSpotEvents(tx: Executor, events: readonly NewSpotEvent[]): Promise<void> {
  for (const { spotId, kind, onDay, by, state, documentNumber, nextOn, note, details } of events)
    await tx.execute(sql`insert into black_spot_events
        (spot_id, kind, at, on_day, by, state, document_number, next_on, note, details)
      values (${spotId}::uuid, ${kind}, date_trunc('milliseconds', clock_timestamp()), ${onDay}::date, ${by}, ${state},
        ${documentNumber}, ${nextOn}::date, ${note}, ${JSON.stringify(details)}::jsonb)`);
}

export const tellOfSpot = (tx: Executor, { spotId, kind }: NewSpotEvent) =>
  recordEvent(tx, LAYER, { id: spotId, kind });

/** A spot as it is while nobody else can add to the register. */
export interface PresentSpot {
  readonly feature: FeatureRecord;
  readonly events: readonly SpotEvent[];
}

/**
 * Keeps what somebody says of a spot, with the state of its feature, or nothing.
 *
 * @param judge - makes the events and the feature's attributes of the present state. What it throws ends the change.
 * @returns `stale`: somebody changed the feature at the same moment.
 */
export const keepWord = (
  db: Database,
  id: string,
  judge: (present: PresentSpot) => {
    readonly events: readonly NewSpotEvent[];
    readonly attributes: FeatureRecord["attributes"];
  },
): Promise<"kept" | "missing" | "stale"> =>
  db.transaction(async (tx) => {
    await lockSpots(tx);
    const feature = await findSpot(tx, id);
    if (!feature) return "missing";
    const { events, attributes } = judge({ feature, events: await findSpotEvents(tx, id) });
    const last = events.at(-1)!;
    const change = { changedBy: last.by, reason: last.note ?? last.kind };
    const outcome = await changeFeature(tx, LAYER, { id, revision: feature.revision }, change, (present) => ({
      ...present,
      attributes,
    }));
    if (outcome.outcome !== "written" && outcome.outcome !== "unchanged") return "stale";
    await addSpotEvents(tx, events);
    await tellOfSpot(tx, last);
    return "kept";
  });

/** What is in the register already. */
export interface PresentSpots {
  readonly features: readonly FeatureRecord[];
  readonly events: ReadonlyMap<string, readonly SpotEvent[]>;
}

/**
 * Adds a feature to the layer and its first event to the register.
 *
 * @param make - makes both of what is there already. What it throws ends the change.
 * @returns the feature's id; `null`: the layer has its code already.
 */
export const addSpot = (
  db: Database,
  make: (present: PresentSpots) => {
    readonly draft: Parameters<typeof createFeature>[2];
    readonly event: Omit<NewSpotEvent, "spotId">;
  },
): Promise<string | null> =>
  db.transaction(async (tx) => {
    await lockSpots(tx);
    const { draft, event } = make({ features: await findSpots(tx), events: await findAllSpotEvents(tx) });
    const outcome = await createFeature(tx, LAYER, draft, { changedBy: event.by });
    if (outcome.outcome !== "written") return null;
    const { id } = outcome.feature;
    await addSpotEvents(tx, [{ ...event, spotId: id }]);
    await tellOfSpot(tx, { ...event, spotId: id });
    return id;
  });
