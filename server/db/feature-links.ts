import { sql } from "drizzle-orm";
import type { Geometry } from "geojson";
import { fromWkb } from "#data/geodesy/wkb.ts";
import type { AttributeValue } from "#data/layers/feature.ts";
import type { Executor } from "./record.ts";
import { featureLinks } from "./schema.ts";

/** A feature that may belong to the same firm as another. */
export interface LinkCandidate {
  readonly id: string;
  readonly layer: string;
  readonly code: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly geometry: Geometry;
  /** A person's word; null: nobody has said. */
  readonly same: boolean | null;
  readonly decidedBy: string | null;
}

/** Half of a box around the feature in which a firm's other sites are looked for: about 500 m. */
const REACH_DEGREES = 0.006;
const MOST = 500;

/** Features of other layers that stand near, have the same credit code or name, or were decided about. */
export async function findLinkCandidates(
  db: Executor,
  layer: string,
  id: string,
  { layers, creditCode, name }: { layers: readonly string[]; creditCode: string | null; name: string },
): Promise<LinkCandidate[]> {
  const { rows } = await db.execute<Omit<LinkCandidate, "geometry"> & { geom: Buffer; [key: string]: unknown }>(sql`
    select f.id::text, f.layer, f.code, f.name, f.attributes, f.geom, l.same, l.decided_by as "decidedBy"
      from features f
        cross join (select bbox from features where layer = ${layer} and id = ${id}::uuid) self
        left join feature_links l on l.a_id = least(f.id, ${id}::uuid) and l.b_id = greatest(f.id, ${id}::uuid)
      where f.layer = any(${sql.param(layers)}::text[]) and f.id <> ${id}::uuid and (
        l.same is not null or f.name = ${name} or f.attributes->>'creditCode' = ${creditCode}
        or f.bbox && box(point((self.bbox[0])[0] + ${REACH_DEGREES}, (self.bbox[0])[1] + ${REACH_DEGREES}),
          point((self.bbox[1])[0] - ${REACH_DEGREES}, (self.bbox[1])[1] - ${REACH_DEGREES})))
      limit ${MOST}`);
  return rows.map(({ geom, ...row }) => ({ ...row, geometry: fromWkb(geom) }));
}

/** Keeps a person's word; a later one takes the place of an earlier. */
export async function decideLink(
  db: Executor,
  ids: readonly [string, string],
  same: boolean,
  by: string,
): Promise<void> {
  const [aId, bId] = [...ids].sort() as [string, string];
  const word = { same, decidedBy: by, decidedAt: new Date() };
  await db
    .insert(featureLinks)
    .values({ aId, bId, ...word })
    .onConflictDoUpdate({ target: [featureLinks.aId, featureLinks.bId], set: word });
}
