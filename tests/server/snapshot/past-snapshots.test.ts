import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createZonePlane } from "#data/geodesy/zone-plane.ts";
import { getLayer } from "#data/layers/index.ts";
import { openSnapshot } from "#data/snapshot/open.ts";
import { removeFeatures, writeFeatures } from "../../../server/db/feature-writes.ts";
import { findFeatures } from "../../../server/db/features.ts";
import { findRevisionAt } from "../../../server/db/layer-rows.ts";
import { type BuiltSnapshot, buildSnapshot } from "../../../server/snapshot/build-job.ts";
import { createPastSnapshots, type PastSnapshots } from "../../../server/snapshot/past-snapshots.ts";
import { type FreshDatabase, freshDatabase } from "../../support/database.ts";
import { draftOf, draftsOf } from "../../support/drafts.ts";

const layer = getLayer("houses");
const zoneCenter = [122.2, 43.6] as const;
let database: FreshDatabase;
let past: PastSnapshots;
let newest: BuiltSnapshot;
let broken = false;

const refresh = async () => {
  newest = await buildSnapshot({ connection: database.record.connection, layer: "houses", zoneCenter });
  return newest;
};
const write = async (...drafts: ReturnType<typeof draftsOf>) => {
  await writeFeatures(database.record.db, "houses", drafts, { changedBy: "tester" });
  return refresh();
};
/** The instant of a revision; the next one is later by a millisecond at least. */
const instantOf = ({ changedAt }: BuiltSnapshot) => new Date(changedAt!);
const rowsOf = ({ packed }: BuiltSnapshot) => {
  const { count, codes, names } = openSnapshot(gunzipSync(packed), createZonePlane);
  return Array.from({ length: count }, (_, row) => `${codes.get(row)} ${names.get(row)}`);
};

beforeEach(async () => {
  database = await freshDatabase();
  await refresh();
  past = createPastSnapshots({
    connection: database.record.connection,
    newest: () => newest,
    findRevisionAt: (id, at) => findRevisionAt(database.record.pool, id, at),
    findZoneCenter: async () => {
      if (broken) throw new Error("the database is away");
      return zoneCenter;
    },
  });
});
afterEach(async () => {
  await past.close();
  await database.close();
});

test("at the instant of each revision the layer is what it was then, to the byte", async () => {
  const states = [await write(...draftsOf(layer, 3))];
  states.push(await write(draftOf(layer, 1, { name: "改名" }), draftOf(layer, 7)));
  const { features } = await findFeatures(database.record.db, { layer: "houses", limit: 1 });
  await removeFeatures(database.record.db, "houses", [features[0]!.id], { changedBy: "tester" });
  states.push(await refresh(), await write(draftOf(layer, 8)));
  for (const state of states) {
    const found = await past.find("houses", instantOf(state));
    expect(rowsOf(found)).toEqual(rowsOf(state));
    expect([found.revision, found.changedAt]).toEqual([state.revision, state.changedAt]);
    expect(Buffer.compare(found.packed, state.packed)).toBe(0);
  }
});

test("before anybody wrote it a layer is empty", async () => {
  const first = await write(...draftsOf(layer, 3));
  const found = await past.find("houses", new Date(instantOf(first).getTime() - 1));
  expect(found).toMatchObject({ revision: 0, count: 0, changedAt: null });
});

test("what has not changed since is the present table, and one revision is built once for all who ask", async () => {
  const first = await write(...draftsOf(layer, 3));
  expect(await past.find("houses", instantOf(first))).toBe(newest);
  const second = await write(draftOf(layer, 9));
  const asked = [1, 2, 3].map(() => past.find("houses", instantOf(first)));
  const [found, ...others] = await Promise.all(asked);
  for (const other of others) expect(other).toBe(found);
  expect(found!.revision).toBeLessThan(second.revision);
});

test("a table that could not be built is tried again by the next who asks", async () => {
  const first = await write(...draftsOf(layer, 3));
  await write(draftOf(layer, 9));
  const at = instantOf(first);
  broken = true;
  await expect(past.find("houses", at)).rejects.toThrow("away");
  broken = false;
  expect((await past.find("houses", at)).count).toBe(3);
});
