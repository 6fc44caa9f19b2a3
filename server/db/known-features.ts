import type pg from "pg";
import type { KnownFeature } from "../intake/match-rows.ts";

/** Codes that a layer has. */
export async function findCodes(client: pg.ClientBase, layer: string): Promise<Set<string>> {
  const { rows } = await client.query<[string]>({
    text: "select code from features where layer = $1",
    values: [layer],
    rowMode: "array",
  });
  return new Set(rows.map(([code]) => code));
}

/** Everything of a layer that a row without a code may be about. */
export async function findKnownFeatures(client: pg.ClientBase, layer: string): Promise<KnownFeature[]> {
  const { rows } = await client.query<KnownFeature>(
    `select id::text, code, name, (center(bbox))[0] as lon, (center(bbox))[1] as lat from features where layer = $1`,
    [layer],
  );
  return rows;
}
