import { type SQL, sql } from "drizzle-orm";
import type { NewToken, TokenEntry } from "../wall/wall.ts";
import { isoInstant } from "./instants.ts";
import type { Database, Executor } from "./record.ts";
import { addScreenEvent, findScreen } from "./screens.ts";

export interface TokenRow extends TokenEntry {
  readonly screenId: string;
}

async function select(db: Executor, rest: SQL): Promise<TokenRow[]> {
  const { rows } = await db.execute<
    TokenRow & Record<string, unknown>
  >(sql`select id, screen_id as "screenId", scenes, networks,
      made_by as "madeBy", ${isoInstant("made_at")} as "madeAt", ${isoInstant("expires_at")} as "expiresAt",
      ${isoInstant("revoked_at")} as "revokedAt", revoked_by as "revokedBy", ${isoInstant("last_used_at")} as "lastUsedAt"
    from screen_tokens ${rest}`);
  return rows;
}

/** Of one screen, the newest first. */
export const findTokens = (db: Executor, screenId: string): Promise<TokenRow[]> =>
  select(db, sql`where screen_id = ${screenId}::uuid order by made_at desc, id`);

export const findTokenBySha256 = async (db: Executor, sha256: string): Promise<TokenRow | null> =>
  (await select(db, sql`where sha256 = ${sha256}`))[0] ?? null;

export const noteTokenUse = (db: Executor, id: string) =>
  db.execute(sql`update screen_tokens set uses = uses + 1, last_used_at = clock_timestamp() where id = ${id}::uuid`);

const textArray = (texts: readonly string[]): SQL =>
  sql`array[${sql.join(
    texts.map((text) => sql`${text}`),
    sql`, `,
  )}]::text[]`;

/** @returns `null`: there is no such screen. */
export const addToken = (
  db: Database,
  screenId: string,
  { id, sha256, scenes, networks, expiresAt, by }: NewToken & { readonly id: string; readonly sha256: string },
): Promise<TokenRow | null> =>
  db.transaction(async (tx) => {
    const screen = await findScreen(tx, screenId);
    if (!screen) return null;
    await tx.execute(sql`insert into screen_tokens (id, screen_id, sha256, scenes, networks, made_by, made_at, expires_at)
      values (${id}::uuid, ${screenId}::uuid, ${sha256}, ${scenes === null ? null : textArray(scenes)}, ${textArray(networks)},
        ${by}, clock_timestamp(), ${expiresAt}::timestamptz)`);
    const details = { token: id, scenes, networks, expiresAt };
    await addScreenEvent(tx, screenId, screen.revision, { kind: "token-made", by, details });
    return (await select(tx, sql`where id = ${id}::uuid`))[0]!;
  });

/** One that is revoked already stays as it is. @returns `null`: the screen has no such token. */
export const revokeToken = (db: Database, screenId: string, id: string, by: string): Promise<TokenRow | null> =>
  db.transaction(async (tx) => {
    const screen = await findScreen(tx, screenId);
    if (!screen) return null;
    const { rowCount } =
      await tx.execute(sql`update screen_tokens set revoked_at = clock_timestamp(), revoked_by = ${by}
      where id = ${id}::uuid and screen_id = ${screenId}::uuid and revoked_at is null`);
    if (rowCount)
      await addScreenEvent(tx, screenId, screen.revision, { kind: "token-revoked", by, details: { token: id } });
    return (await select(tx, sql`where id = ${id}::uuid and screen_id = ${screenId}::uuid`))[0] ?? null;
  });
