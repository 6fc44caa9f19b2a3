import { uncertaintyM } from "#data/analyses/judge-pair.ts";
import { outlineOf } from "#data/geometry/outlines.ts";
import type { Snapshot } from "#data/snapshot/snapshot.ts";
import { KNOWN_BUILDINGS, KNOWN_HAZARDS, rulesBetween } from "./conflict-scene.ts";
import { LIBRARY_BOOK } from "./rule-book.ts";

type Query = <Row extends Record<string, unknown>>(text: string, values?: unknown[]) => Promise<Row[]>;

/**
 * Puts a scene of known kinds into PostGIS, on our plane's metres, with the greatest distance that each pair of kinds must keep.
 *
 * @returns what asks for the pairs that are too near or not to be told, as `Z-1 B-2 too-near`.
 */
export async function preparePairs(
  query: Query,
  sources: Snapshot,
  targets: Snapshot,
): Promise<() => Promise<Set<string>>> {
  await createOutlines(query, "conflict_hazards", sources, KNOWN_HAZARDS.length);
  await createOutlines(query, "conflict_buildings", targets, KNOWN_BUILDINGS.length);
  await query("drop table if exists conflict_asks");
  await query("create table conflict_asks (hazard int, building int, metres float8)");
  let mostM = 0;
  for (const [h, hazard] of KNOWN_HAZARDS.entries())
    for (const [b, building] of KNOWN_BUILDINGS.entries()) {
      const rules = rulesBetween(LIBRARY_BOOK.rules, hazard, building);
      const metres = Math.max(0, ...rules.map(({ distanceM }) => distanceM));
      mostM = Math.max(mostM, metres);
      await query("insert into conflict_asks values ($1, $2, $3)", [h, b, metres]);
    }
  // A building on a plant's ground is the plant's.
  await query(`delete from conflict_buildings b using conflict_hazards h
    where ST_Intersects(b.g, h.g) and (ST_Contains(h.g, b.at) or ST_Contains(b.g, h.at))`);
  await query("vacuum analyze conflict_buildings");
  const doubtM = uncertaintyM([0.5, 0.5]);
  return async () => {
    const found = await query<{ h: number; b: number; near: boolean }>(
      `select h.i as h, b.i as b, d + ${doubtM} < metres as near
         from conflict_hazards h
         join conflict_buildings b on ST_DWithin(h.g, b.g, ${mostM + doubtM})
         join conflict_asks a on a.hazard = h.kind and a.building = b.kind,
         lateral ST_Distance(h.g, b.g) d
        where d - ${doubtM} < metres`,
    );
    return new Set(found.map(({ h, b, near }) => `Z-${h} B-${b} ${near ? "too-near" : "cannot-tell"}`));
  };
}

async function createOutlines(
  query: Query,
  table: string,
  { outlines, count, xy }: Snapshot,
  kinds: number,
): Promise<void> {
  const texts = Array.from({ length: count }, (_, row) => {
    const [ring] = outlineOf(outlines!, row).parts;
    const corners = Array.from({ length: ring!.length / 2 }, (__, i) => `${ring![i * 2]} ${ring![i * 2 + 1]}`);
    return `POLYGON((${[...corners, corners[0]].join()}))`;
  });
  const places = Array.from({ length: count }, (_, row) => `POINT(${xy[row * 2]} ${xy[row * 2 + 1]})`);
  await query(`drop table if exists ${table}`);
  await query(
    `create table ${table} as select i::int - 1 as i, ((i - 1) % ${kinds})::int as kind, g::geometry as g, at::geometry as at
       from unnest($1::text[], $2::text[]) with ordinality as o (g, at, i)`,
    [texts, places],
  );
  await query(`create index on ${table} using gist (g)`);
  await query(`vacuum analyze ${table}`);
}
