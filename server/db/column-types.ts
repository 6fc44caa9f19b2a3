import { customType } from "drizzle-orm/pg-core";

export const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** As PostgreSQL writes it: `(east,north),(west,south)`. Box comparisons allow 1e-6 of slack, so queries check corners again. */
export const box = customType<{ data: string }>({ dataType: () => "box" });
