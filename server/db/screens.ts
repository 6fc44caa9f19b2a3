import { type SQL, sql } from "drizzle-orm";
import { readKeptState } from "#data/wall/kept-state.ts";
import type { ScreenState } from "#data/wall/screen-state.ts";
import type { Viewing } from "#data/wall/type-size.ts";
import type { ScreenEventKind } from "../wall/wall.ts";
import { recordEvent } from "./events.ts";
import { isoInstant } from "./instants.ts";
import type { Database, Executor } from "./record.ts";

export interface ScreenRow {
  readonly id: string;
  readonly name: string;
  readonly viewing: Viewing | null;
  readonly state: ScreenState;
  readonly revision: number;
  readonly by: string;
  readonly at: string;
}

const columns = sql`id, name, viewing, state, revision::float8 as revision, by, ${isoInstant("at")} as at`;

async function select(db: Executor, rest: SQL): Promise<ScreenRow[]> {
  const { rows } = await db.execute<ScreenRow & Record<string, unknown>>(sql`select ${columns} from screens ${rest}`);
  return rows.map((row) => ({ ...row, state: readKeptState(row.state, Date.parse(row.at)) }));
}

/** Every screen, by name. */
export const findScreens = (db: Executor): Promise<ScreenRow[]> => select(db, sql`order by name`);

export const findScreen = async (db: Executor, id: string): Promise<ScreenRow | null> =>
  (await select(db, sql`where id = ${id}::uuid`))[0] ?? null;

/** Those of them that there are. */
export const findScreensOf = (db: Executor, ids: readonly string[]): Promise<ScreenRow[]> =>
  select(db, sql`where id = any (array(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))::uuid[])`);

interface Said {
  readonly kind: ScreenEventKind;
  readonly by: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Keeps who did what to a screen, and tells nobody: nothing that a screen shows is another for it. */
export const keepScreenEvent = (db: Executor, id: string, { kind, by, details }: Said) =>
  db.execute(sql`insert into screen_events (screen_id, kind, by, at, details)
    values (${id}::uuid, ${kind}, ${by}, clock_timestamp(), ${JSON.stringify(details)}::jsonb)`);

/** Keeps who did what to a screen; the event is told at the commit. */
export async function addScreenEvent(tx: Executor, id: string, revision: number, said: Said): Promise<void> {
  await keepScreenEvent(tx, id, said);
  await recordEvent(tx, "screen", { id, revision });
}

/** @returns `false`: there is a screen of that name. */
export const addScreen = (db: Database, screen: Pick<ScreenRow, "id" | "name" | "viewing" | "state" | "by">) =>
  db.transaction(async (tx): Promise<boolean> => {
    const { id, name, viewing, state, by } = screen;
    const { rowCount } = await tx.execute(sql`insert into screens (id, name, viewing, state, revision, by, at)
      values (${id}::uuid, ${name}, ${viewing === null ? null : JSON.stringify(viewing)}::jsonb, ${JSON.stringify(state)}::jsonb,
        1, ${by}, clock_timestamp())
      on conflict (name) do nothing`);
    if (rowCount === 0) return false;
    await addScreenEvent(tx, id, 1, { kind: "added", by, details: { name, viewing } });
    return true;
  });

/** What becomes of screens: everything but their id and revision. */
export type ScreenChange = Partial<Pick<ScreenRow, "name" | "viewing" | "state">>;

/**
 * Changes screens, all or none, and raises the revision of each.
 *
 * @param ids - `"all"`: every screen that there is.
 * @param change - makes the change of each, while nobody else can change it.
 * @returns the screens as they are then; `null`: one of them is unknown.
 */
export const changeScreens = (
  db: Database,
  ids: readonly string[] | "all",
  said: Said,
  change: (present: ScreenRow) => ScreenChange,
): Promise<ScreenRow[] | null> =>
  db.transaction(async (tx) => {
    const present = await select(
      tx,
      ids === "all"
        ? sql`order by id for update`
        : sql`where id in (${sql.join(
            ids.map((id) => sql`${id}::uuid`),
            sql`, `,
          )}) order by id for update`,
    );
    if (ids !== "all" && present.length !== new Set(ids).size) return null;
    const next = present.map((screen) => ({ ...screen, ...change(screen) }));
    // One statement for all of them: two hundred screens that are told together shall hear it together.
    await tx.execute(sql`
      with changed as (
        update screens set name = next.name, viewing = next.viewing, state = next.state,
          revision = screens.revision + 1, by = ${said.by}, at = clock_timestamp()
        from jsonb_to_recordset(${JSON.stringify(next)}::jsonb) as next (id uuid, name text, viewing jsonb, state jsonb)
        where screens.id = next.id returning screens.id, screens.revision
      ), kept as (
        insert into screen_events (screen_id, kind, by, at, details)
        select id, ${said.kind}, ${said.by}, clock_timestamp(), ${JSON.stringify(said.details)}::jsonb from changed
      )
      select count(record_event('screen', jsonb_build_object('id', id, 'revision', revision))) from changed`);
    const changed = new Set(present.map(({ id }) => id));
    return (await findScreens(tx)).filter(({ id }) => changed.has(id));
  });

/** @returns `false`: there is no such screen. */
export const removeScreen = (db: Database, id: string, by: string) =>
  db.transaction(async (tx): Promise<boolean> => {
    const { rows } = await tx.execute<{ name: string; revision: number }>(
      sql`delete from screens where id = ${id}::uuid returning name, revision::float8 as revision`,
    );
    const gone = rows[0];
    if (!gone) return false;
    await addScreenEvent(tx, id, gone.revision + 1, { kind: "removed", by, details: { name: gone.name } });
    return true;
  });
