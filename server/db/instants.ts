import { type SQL, sql } from "drizzle-orm";

/** A timestamptz column as an ISO 8601 text with milliseconds in UTC, whatever the session's own time zone is. */
export const isoInstant = (column: string): SQL =>
  sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
