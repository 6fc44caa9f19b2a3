import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getLayer, LAYERS } from "#data/layers/index.ts";
import { buildTable, type SnapshotRow } from "#data/snapshot/build.ts";
import { compileFilter } from "#data/snapshot/select.ts";
import { writeFeatures } from "../../../server/db/feature-writes.ts";
import { findFeatures } from "../../../server/db/features.ts";
import { filterToSql } from "../../../server/db/filter-sql.ts";
import { type FreshDatabase, freshDatabase } from "../../support/database.ts";
import { filtersOf } from "../../support/filters.ts";
import { rowsOf } from "../../support/rows.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

test.each(LAYERS.map(({ id }) => id))("%s: SQL and snapshot select the same features", async (id) => {
  const layer = getLayer(id);
  const { db } = database.record;
  const rows = fc.sample(rowsOf(layer, 150), { numRuns: 20, seed: 7 }).sort((a, b) => b.length - a.length)[0]!;
  const drafts = rows.map((row) => ({
    ...row,
    geometry: row.geometry as Exclude<SnapshotRow["geometry"], Uint8Array>,
  }));
  await writeFeatures(db, id, drafts, { changedBy: "test" });
  const stored = await findFeatures(db, { layer: id, limit: 1000 });
  expect(stored.features.length).toBe(rows.length);
  const table = buildTable(layer, stored.features, 1, [122.26, 43.62]);
  await fc.assert(
    fc.asyncProperty(filtersOf(layer), async (filter) => {
      const selection = compileFilter(filter)(table);
      const { features } = await findFeatures(db, { layer: id, where: filterToSql(filter, layer), limit: 1000 });
      expect(features.map(({ code }) => code)).toEqual(
        stored.features.filter((_, row) => selection[row]).map(({ code }) => code),
      );
    }),
    { numRuns: 60 },
  );
});
