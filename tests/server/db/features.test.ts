import { sql } from "drizzle-orm";
import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Bounds } from "#data/geodesy/wkb.ts";
import type { FeatureDraft } from "#data/layers/feature.ts";
import { removeFeatures, writeFeatures } from "../../../server/db/feature-writes.ts";
import { featureColumn, findFeature, findFeatures, findHistory } from "../../../server/db/features.ts";
import { findRevision } from "../../../server/db/layer-revisions.ts";
import { readLayerRows } from "../../../server/db/layer-rows.ts";
import { type FreshDatabase, freshDatabase } from "../../support/database.ts";

let database: FreshDatabase;
let layer: string;
const me = { changedBy: "tester" };

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());
// A layer of its own keeps each test apart from the others.
beforeEach(() => {
  layer = `layer-${uuidv7()}`;
});

const draft = (code: string, over: Partial<FeatureDraft> = {}): FeatureDraft => ({
  code,
  name: `名称 ${code}`,
  geometry: { type: "Point", coordinates: [122.26, 43.62] },
  attributes: { sector: "chemical", employees: 12 },
  positionErrorM: 5,
  districtCode: "150571",
  source: "test",
  observedOn: "2026-03-01",
  ...over,
});

const write = (...drafts: FeatureDraft[]) => writeFeatures(database.record.db, layer, drafts, me);
const codes = async (request: Partial<Parameters<typeof findFeatures>[1]> = {}) =>
  (await findFeatures(database.record.db, { layer, limit: 100, ...request })).features.map(({ code }) => code);

describe("writing", () => {
  test("a feature comes back as it was given", async () => {
    const given = draft("A", {
      geometry: {
        type: "Polygon",
        coordinates: [
          [
            [122, 43],
            [122.1, 43],
            [122.1, 43.1],
            [122, 43],
          ],
        ],
      },
      attributes: { note: "引号 \" ' \\ , {} NULL", flag: true, none: null, list: [{ name: "氨", tonnes: 1.5 }] },
      positionErrorM: null,
      districtCode: null,
      observedOn: null,
    });
    expect(await write(given)).toEqual({ revision: 1, added: 1, changed: 0, unchanged: 0 });
    const { features } = await findFeatures(database.record.db, { layer, limit: 10 });
    expect(features).toEqual([
      {
        ...given,
        id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/),
        layer,
        revision: 1,
        validFrom: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        changedBy: "tester",
      },
    ]);
  });

  test("a second write adds what is new, changes what differs and leaves the rest", async () => {
    await write(draft("A"), draft("B"));
    const summary = await write(draft("A"), draft("B", { name: "renamed" }), draft("C"));
    expect(summary).toEqual({ revision: 2, added: 1, changed: 1, unchanged: 1 });
  });

  test("a write that changes nothing raises no revision", async () => {
    await write(draft("A"));
    expect(await write(draft("A"))).toEqual({ revision: 1, added: 0, changed: 0, unchanged: 1 });
    expect(await findRevision(database.record.db, layer)).toBe(1);
  });

  test("one bad feature keeps the whole write out", async () => {
    const off = draft("B", { geometry: { type: "Point", coordinates: [0, 91] } });
    await expect(write(draft("A"), off)).rejects.toThrow(/feature B lies outside/);
    expect(await codes()).toEqual([]);
    expect(await findRevision(database.record.db, layer)).toBe(0);
  });

  test("a code that occurs twice in one write is refused", async () => {
    await expect(write(draft("A"), draft("A"))).rejects.toThrow(RangeError);
  });

  test("two writers of one layer get revisions one after the other", async () => {
    const summaries = await Promise.all(["A", "B", "C", "D"].map((code) => write(draft(code))));
    expect(summaries.map(({ revision }) => revision).sort()).toEqual([1, 2, 3, 4]);
  });

  test("two writes in one transaction are one revision, and the state between them is not kept", async () => {
    await write(draft("A"));
    await database.record.db.transaction(async (tx) => {
      await writeFeatures(tx, layer, [draft("A", { name: "first" })], me);
      await writeFeatures(tx, layer, [draft("A", { name: "second" })], me);
    });
    const { features } = await findFeatures(database.record.db, { layer, limit: 1 });
    expect(features[0]).toMatchObject({ name: "second", revision: 2 });
    expect(await findHistory(database.record.db, layer, features[0]!.id)).toHaveLength(2);
  });
});

describe("history", () => {
  test("every state is kept with who made it, who ended it and when", async () => {
    const { db } = database.record;
    await writeFeatures(db, layer, [draft("A")], { changedBy: "ann" });
    await writeFeatures(db, layer, [draft("A", { name: "B2" })], { changedBy: "bob" });
    const { id } = (await findFeatures(db, { layer, limit: 1 })).features[0]!;
    await removeFeatures(db, layer, [id], { changedBy: "cyd" });
    const [last, first, ...rest] = await findHistory(db, layer, id);
    expect(rest).toEqual([]);
    expect(first).toMatchObject({ name: "名称 A", changedBy: "ann", endedBy: "bob", removed: false, revision: 1 });
    expect(last).toMatchObject({ name: "B2", changedBy: "bob", endedBy: "cyd", removed: true, revision: 2 });
    expect(first!.validTo).toBe(last!.validFrom);
    expect(await findFeature(db, layer, id)).toBeNull();
  });

  test("the layer as of an instant is what it was then", async () => {
    const { db } = database.record;
    const instants: Date[] = [];
    const seen: string[][] = [];
    const remember = async () => {
      const { rows } = await db.execute<{ at: string }>(
        sql`select (extract(epoch from changed_at) * 1000)::text as at from layer_revisions where layer = ${layer}`,
      );
      instants.push(new Date(Number(rows[0]!.at)));
      seen.push(await codes());
    };
    await write(draft("A"), draft("B"));
    await remember();
    await write(draft("A", { name: "renamed" }), draft("C"));
    await remember();
    const { features } = await findFeatures(db, { layer, limit: 9 });
    await removeFeatures(db, layer, [features[0]!.id], me);
    await remember();
    for (const [i, at] of instants.entries()) expect(await codes({ asOf: at })).toEqual(seen[i]);
    expect(await codes({ asOf: new Date(instants[0]!.getTime() - 1) })).toEqual([]);
    expect((await findFeature(db, layer, features[0]!.id, instants[0]))?.name).toBe("名称 A");
    expect((await findFeature(db, layer, features[0]!.id, instants[1]))?.name).toBe("renamed");
  });

  test("an edit by another tool is kept, stamped and given a revision like ours", async () => {
    const { db } = database.record;
    await write(draft("A"), draft("B"));
    await db.execute(sql`update features set name = 'by hand' where layer = ${layer} and code = 'A'`);
    const { features } = await findFeatures(db, { layer, limit: 9 });
    expect(features.map(({ revision }) => revision)).toEqual([2, 1]);
    const history = await findHistory(db, layer, features[0]!.id);
    expect(history.map(({ name }) => name)).toEqual(["by hand", "名称 A"]);
    expect(history[1]!.validTo).toBe(history[0]!.validFrom);
    await expect(db.execute(sql`truncate features`)).rejects.toThrow();
  });
});

describe("pages", () => {
  test("pages by cursor give every feature once, in a stable order", async () => {
    await write(...Array.from({ length: 23 }, (_, i) => draft(`F${String(i).padStart(2, "0")}`)));
    const all = await codes();
    const paged: string[] = [];
    let after: string | undefined;
    do {
      const page = await findFeatures(database.record.db, { layer, limit: 5, after });
      paged.push(...page.features.map(({ code }) => code));
      after = page.next ?? undefined;
    } while (after);
    expect(paged).toEqual(all);
    expect(all).toHaveLength(23);
  });

  test("a page is filled although most features do not pass `keep`", async () => {
    await write(...Array.from({ length: 30 }, (_, i) => draft(`F${String(i).padStart(2, "0")}`)));
    const keep = ({ code }: { code: string }) => code.endsWith("7");
    const first = await findFeatures(database.record.db, { layer, limit: 2, keep });
    expect(first.features.map(({ code }) => code)).toEqual(["F07", "F17"]);
    const second = await findFeatures(database.record.db, { layer, limit: 2, keep, after: first.next! });
    expect(second).toMatchObject({ features: [{ code: "F27" }], next: null });
  });

  test("a condition on the columns holds for the present and for earlier states", async () => {
    await write(draft("A", { attributes: { grade: "red" } }), draft("B", { attributes: { grade: "blue" } }));
    const where = sql`${featureColumn.attributes} ->> 'grade' = ${"red"} or ${featureColumn.code} = ${"none"}`;
    expect(await codes({ where })).toEqual(["A"]);
    expect(await codes({ where, asOf: new Date(Date.now() + 1000) })).toEqual(["A"]);
  });

  test("a box takes what touches its edge and nothing a hair outside", async () => {
    await write(
      draft("edge", { geometry: { type: "Point", coordinates: [122.5, 43.5] } }),
      draft("outside", { geometry: { type: "Point", coordinates: [122.5000001, 43.5] } }),
    );
    expect(await codes({ bounds: [122, 43, 122.5, 44] })).toEqual(["edge"]);
  });

  test("a box finds what comparing every extent finds", async () => {
    const line = fc.tuple(
      fc.integer({ min: 0, max: 20 }),
      fc.integer({ min: 0, max: 20 }),
      fc.integer({ min: 0, max: 4 }),
    );
    const lines = fc.sample(line, { numRuns: 200, seed: 1 });
    await write(
      ...lines.map(([x, y, size], i) =>
        draft(`L${i}`, {
          geometry: {
            type: "LineString",
            coordinates: [
              [x, y],
              [x + size, y + size],
            ],
          },
        }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(line, async ([west, south, size]) => {
        const bounds: Bounds = [west, south, west + size, south + size];
        const expected = lines.flatMap(([x, y, s], i) =>
          x <= west + size && x + s >= west && y <= south + size && y + s >= south ? [`L${i}`] : [],
        );
        expect((await codes({ bounds, limit: 500 })).sort()).toEqual(expected.sort());
      }),
      { numRuns: 40 },
    );
  });
});

test("the rows of a snapshot are the layer's present features, with their revision", async () => {
  await write(draft("A"), draft("B", { positionErrorM: null, districtCode: null, observedOn: null }));
  await write(draft("A", { name: "renamed" }));
  const rows: unknown[] = [];
  const read = await readLayerRows(database.record.connection, layer, (row) =>
    rows.push({ ...row, geom: row.geom.byteLength, attributes: JSON.parse(row.attributes) as unknown }),
  );
  const [renamed] = (await findFeatures(database.record.db, { layer, limit: 1 })).features;
  expect(read).toEqual({ revision: 2, changedAt: renamed!.validFrom, count: 2 });
  const same = { id: expect.any(String), geom: 21, attributes: { sector: "chemical", employees: 12 }, source: "test" };
  expect(rows).toEqual([
    { ...same, code: "A", name: "renamed", positionErrorM: 5, districtCode: "150571", observedOn: "2026-03-01" },
    { ...same, code: "B", name: "名称 B", positionErrorM: null, districtCode: null, observedOn: null },
  ]);
});
