import { afterAll, beforeAll, expect, test } from "vitest";
import { conflicts } from "#data/analyses/conflicts.ts";
import { TARGET_LAYERS } from "#data/analyses/spacing-things.ts";
import { draftsAt, inputsOf, openedSnapshot, runOn } from "../../support/bench-data.ts";
import { preparePairs } from "../../support/conflict-pairs-sql.ts";
import { conflictScene } from "../../support/conflict-scene.ts";
import { type FreshDatabase, freshDatabase } from "../../support/database.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

test.each([1, 2, 3])("the standing conflicts of scene %d are the pairs that PostGIS finds", async (seed) => {
  const scene = conflictScene(300, 3000, 2500, seed);
  const sources = openedSnapshot("hazard-sources", scene.hazards);
  const targets = openedSnapshot("buildings", scene.buildings);
  const empty = Object.keys(TARGET_LAYERS).map((layer) => openedSnapshot(layer, draftsAt([])));
  const { findings } = runOn(conflicts, { layers: ["buildings"] }, inputsOf(...empty, sources, targets));
  const ask = await preparePairs(
    async (text, values) => (await database.record.pool.query(text, values)).rows,
    sources,
    targets,
  );
  const ours = findings.map(({ hazard, target, verdict }) => `${hazard.code} ${target.code} ${verdict}`);
  expect(ours.length).toBeGreaterThan(500);
  expect(ours.sort()).toEqual([...(await ask())].sort());
});
