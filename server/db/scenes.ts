import { sql } from "drizzle-orm";
import type { Scene } from "#data/wall/scene.ts";
import { recordEvent } from "./events.ts";
import { isoInstant } from "./instants.ts";
import type { Database, Executor } from "./record.ts";

/** The newest that somebody made of a scene. */
export interface SceneVersion {
  readonly id: number;
  readonly sceneId: string;
  /** `null`: removed. */
  readonly scene: Scene | null;
  readonly by: string;
  readonly at: string;
}

/** Of every scene that anybody has touched, the newest version, those first touched first. */
export async function findSceneVersions(db: Executor): Promise<SceneVersion[]> {
  const { rows } = await db.execute<SceneVersion & Record<string, unknown>>(
    sql`select id::float8 as id, scene_id as "sceneId", scene, by, ${isoInstant("at")} as at from (
          select distinct on (scene_id) *, min(id) over (partition by scene_id) as first
          from scene_versions order by scene_id, id desc) newest
        order by first`,
  );
  return rows;
}

/**
 * Keeps a version, with the event that tells of it.
 *
 * @param judge - sees the newest versions while nobody else can add one. What it throws ends the change.
 */
export const addSceneVersion = (
  db: Database,
  { sceneId, scene, by }: { readonly sceneId: string; readonly scene: Scene | null; readonly by: string },
  judge: (present: readonly SceneVersion[]) => void,
): Promise<void> =>
  db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('scenes', 0))`);
    judge(await findSceneVersions(tx));
    await tx.execute(sql`insert into scene_versions (scene_id, scene, by, at)
      values (${sceneId}, ${scene === null ? null : JSON.stringify(scene)}::jsonb, ${by}, clock_timestamp())`);
    await recordEvent(tx, "scene", { id: sceneId });
  });
