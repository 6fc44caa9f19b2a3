import { type SQL, sql } from "drizzle-orm";
import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FeatureDraft } from "#data/layers/feature.ts";
import type { ChangePage, FeatureChange } from "../../../server/changes.ts";
import { findChanges } from "../../../server/db/changes.ts";
import { removeFeatures, writeFeatures } from "../../../server/db/feature-writes.ts";
import { findFeatures } from "../../../server/db/features.ts";
import { type FreshDatabase, freshDatabase } from "../../support/database.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const draft = (code: string, state: string): FeatureDraft => ({
  code,
  name: `名称 ${code}`,
  geometry: { type: "Point", coordinates: [122.26, 43.62] },
  attributes: { state },
  positionErrorM: 5,
  districtCode: "150571",
  source: "test",
  observedOn: "2026-03-01",
});

const me = { changedBy: "tester" };
const soon = () => new Promise((resolve) => setTimeout(resolve, 3));

/** Each code in 0 to 3 states; `null`: it is removed. */
const steps = fc.array(
  fc.record({
    layer: fc.constantFrom("a", "b"),
    states: fc.dictionary(fc.constantFrom("1", "2", "3", "4", "5"), fc.constantFrom("ok", "broken", null), {
      noNullPrototype: true,
    }),
  }),
  { minLength: 1, maxLength: 6 },
);

type Known = ReadonlyMap<string, { readonly revision: number; readonly state: unknown; readonly validFrom: string }>;

async function statesAt(layer: string, asOf?: Date): Promise<Known> {
  const { features } = await findFeatures(database.record.db, { layer, limit: 1_000, asOf });
  return new Map(
    features.map(({ id, revision, attributes, validFrom }) => [id, { revision, state: attributes.state, validFrom }]),
  );
}

/** The two states of the layer laid side by side, feature by feature. */
type Moved = Pick<FeatureChange, "layer" | "id" | "action">;

function compared(layer: string, before: Known, after: Known): Moved[] {
  const ids = [...new Set([...before.keys(), ...after.keys()])];
  return ids.flatMap((id): Moved[] => {
    const [was, is] = [before.get(id), after.get(id)];
    if (was && is) return was.revision === is.revision ? [] : [{ layer, id, action: "changed" }];
    return [{ layer, id, action: was ? "removed" : "added" }];
  });
}

async function apply(layer: string, states: Readonly<Record<string, string | null>>): Promise<void> {
  const { db } = database.record;
  const written = Object.entries(states).flatMap(([code, state]) => (state === null ? [] : [draft(code, state)]));
  const { features } = await findFeatures(db, { layer, limit: 1_000 });
  const gone = features.filter(({ code }) => states[code] === null).map(({ id }) => id);
  if (written.length > 0) await writeFeatures(db, layer, written, me);
  if (gone.length > 0) await removeFeatures(db, layer, gone, me);
}

const allPages = async (layers: readonly string[], since: Date, limit: number): Promise<ChangePage[]> => {
  const pages: ChangePage[] = [];
  for (;;) {
    const after = pages.at(-1)?.next ?? undefined;
    pages.push(await findChanges(database.record.db, { since, layers, limit, after }));
    if (!pages.at(-1)!.next) return pages;
  }
};

test("finds what laying the states of two instants side by side finds, and counts it", async () => {
  await fc.assert(
    fc.asyncProperty(steps, steps, fc.integer({ min: 1, max: 4 }), async (earlier, later, limit) => {
      const run = uuidv7();
      const layers = ["a", "b"].map((id) => `${id}-${run}`);
      for (const { layer, states } of earlier) await apply(`${layer}-${run}`, states);
      await soon();
      const since = new Date();
      await soon();
      const before = await Promise.all(layers.map((layer) => statesAt(layer)));
      for (const { layer, states } of later) await apply(`${layer}-${run}`, states);
      const after = await Promise.all(layers.map((layer) => statesAt(layer)));
      const expected = layers.flatMap((layer, i) => compared(layer, before[i]!, after[i]!));
      const pages = await allPages(layers, since, limit);
      const found = pages.flatMap(({ changes }) => changes);
      const key = ({ layer, id, action }: Moved) => `${layer} ${id} ${action}`;
      expect(found.map(key).sort()).toEqual(expected.map(key).sort());
      expect(found.map(({ at, id }) => `${at} ${id}`)).toEqual(
        found
          .map(({ at, id }) => `${at} ${id}`)
          .sort()
          .reverse(),
      );
      for (const { layers: counted } of pages)
        expect(counted).toEqual(
          layers.flatMap((layer) => {
            const of = (action: string) => expected.filter((e) => e.layer === layer && e.action === action).length;
            const [added, changed, removed] = [of("added"), of("changed"), of("removed")];
            return added + changed + removed === 0 ? [] : [{ layer, added, changed, removed }];
          }),
        );
      for (const { layer, id, fields } of found) {
        const [was, is] = [before, after].map((known) => known[layers.indexOf(layer)]!.get(id)?.state);
        expect(fields).toEqual(was !== undefined && is !== undefined && was !== is ? ["state"] : []);
      }
    }),
    { numRuns: 25 },
  );
});

test("a change at the very instant counts, one a millisecond before it does not", async () => {
  const layer = `layer-${uuidv7()}`;
  const { db } = database.record;
  await writeFeatures(db, layer, [draft("A", "ok")], me);
  await soon();
  await writeFeatures(db, layer, [draft("A", "broken")], me);
  const { validFrom } = [...(await statesAt(layer)).values()][0]!;
  const at = (ms: number) =>
    findChanges(db, { since: new Date(Date.parse(validFrom) + ms), layers: [layer], limit: 10 });
  expect((await at(0)).layers).toEqual([{ layer, added: 0, changed: 1, removed: 0 }]);
  expect((await at(1)).layers).toEqual([]);
});

test("reads ranges of the indexes and not the whole record", async () => {
  const layer = `layer-${uuidv7()}`;
  const { db, pool } = database.record;
  for (const state of ["ok", "broken"])
    await writeFeatures(
      db,
      layer,
      Array.from({ length: 5_000 }, (_, i) => draft(`C${i}`, state)),
      me,
    );
  await pool.query("analyze features, feature_versions");
  await soon();
  const since = new Date();
  await writeFeatures(db, layer, [draft("C7", "ok")], me);
  const sent: SQL[] = [];
  const listening = {
    execute(statement: SQL) {
      sent.push(statement);
      return db.execute(statement);
    },
  } as typeof db;
  const page = await findChanges(listening, { since, layers: [layer], limit: 10 });
  expect(page.changes).toMatchObject([{ code: "C7", action: "changed", fields: ["state"] }]);
  const { rows } = await db.execute<{ "QUERY PLAN": string }>(sql`explain ${sent[0]!}`);
  expect(rows.map((row) => row["QUERY PLAN"]).join("\n")).not.toMatch(/Seq Scan on (features|feature_versions)/);
});
