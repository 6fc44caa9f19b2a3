import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LAYERS } from "#data/layers/index.ts";
import { writeFeatures } from "../../../server/db/feature-writes.ts";
import { findFeatures } from "../../../server/db/features.ts";
import { installPostgis } from "../../../server/db/postgis.ts";
import { type FreshDatabase, freshDatabase } from "../../support/database.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const rowsOf = async (text: string, values: unknown[] = []) => (await database.record.pool.query(text, values)).rows;

/** Repeats itself on every run: what fails once fails again. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

test("the record says that PostGIS is there", () => {
  expect(database.record.postgis).toBe(true);
});

test("every layer has a view that a GIS can read, named and typed", async () => {
  const views = await rowsOf("select f_table_name as name from geometry_columns where f_table_schema = 'gis'");
  expect(views.map(({ name }) => name).sort()).toEqual(LAYERS.map(({ id }) => id.replaceAll("-", "_")).sort());
  for (const layer of LAYERS) await rowsOf(`select * from gis."${layer.id.replaceAll("-", "_")}"`);
});

test("no view shows a personal attribute", async () => {
  const columns = await rowsOf(
    "select table_name, column_name from information_schema.columns where table_schema = 'gis'",
  );
  const shown = new Set(columns.map(({ table_name, column_name }) => `${table_name}.${column_name}`));
  const snake = (name: string) => name.replaceAll("-", "_").replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const personal = LAYERS.flatMap((layer) =>
    Object.entries(layer.attributes).flatMap(([key, { personal }]) =>
      personal ? [`${snake(layer.id)}.${snake(key)}`] : [],
    ),
  );
  expect(personal.length).toBeGreaterThan(0);
  expect(personal.filter((name) => shown.has(name))).toEqual([]);
});

test("a view built on ours survives a second start, and a change of a layer reaches the views", async () => {
  await rowsOf("create view public.mine as select * from gis.roads");
  expect(await installPostgis(database.record.connection)).toBe(true);
  await rowsOf("select * from public.mine");
  await installPostgis(database.record.connection, LAYERS.slice(0, 1));
  expect(await rowsOf("select * from pg_views where schemaname = 'gis'")).toHaveLength(1);
  await installPostgis(database.record.connection);
});

test("a user who may not install it still gets a record", async () => {
  const { url, close } = await freshDatabase();
  const bare = new pg.Client({ connectionString: url });
  await bare.connect();
  const role = `reader_${process.pid}`;
  const own = new URL(url);
  own.username = role;
  await bare.query(
    `drop schema gis cascade; create role ${role} login password '${own.password}'; grant create on schema public to ${role}`,
  );
  expect(await installPostgis({ connectionString: own.href })).toBe(false);
  await bare.query(`drop owned by ${role}; drop role ${role}`);
  await bare.end();
  await close();
});

test("extents answer a box exactly as PostGIS does", async () => {
  const random = numbers(7);
  const near = (spread: number) => 122.26 + (random() - 0.5) * spread;
  const drafts = Array.from({ length: 2000 }, (_, i) => {
    const [x, y] = [near(0.4), near(0.4) - 78.64];
    return {
      code: `F${i}`,
      name: "",
      geometry: {
        type: "LineString" as const,
        coordinates: [
          [x, y],
          [x + (random() - 0.5) * 0.01, y + (random() - 0.5) * 0.01],
        ],
      },
      attributes: {},
      positionErrorM: null,
      districtCode: null,
      source: "test",
      observedOn: null,
    };
  });
  await writeFeatures(database.record.db, "boxed", drafts, { changedBy: "tester" });
  for (let i = 0; i < 60; i++) {
    const [west, south] = [near(0.4), near(0.4) - 78.64];
    const [east, north] = [west + random() * 0.1, south + random() * 0.1];
    const { features } = await findFeatures(database.record.db, {
      layer: "boxed",
      bounds: [west, south, east, north],
      limit: 5000,
    });
    // ST_Intersects of envelopes is exact; PostGIS's && compares boxes rounded to single precision.
    const expected = await rowsOf(
      `select code from features where layer = 'boxed'
         and ST_Intersects(ST_Envelope(geometry), ST_MakeEnvelope($1, $2, $3, $4, 4326)) order by id`,
      [west, south, east, north],
    );
    expect(features.map(({ code }) => code)).toEqual(expected.map(({ code }) => code));
  }
});
