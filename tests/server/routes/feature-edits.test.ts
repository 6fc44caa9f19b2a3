import fc from "fast-check";
import type { Geometry } from "geojson";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Attribute, LayerDefinition } from "#data/layers/define.ts";
import type { AttributeValue } from "#data/layers/feature.ts";
import { getLayer, LAYERS } from "#data/layers/index.ts";
import { writeFeatures } from "../../../server/db/feature-writes.ts";
import { problemOf, startApi, type TestApi } from "../../support/api.ts";
import { draftOf, SECRET } from "../../support/drafts.ts";

interface Feature {
  id: string;
  geometry: Geometry;
  properties: Record<string, AttributeValue> & { code: string; revision: number; changedBy: string; source: string };
  repaired: string | null;
}
interface History {
  changes: {
    by: string;
    action: string;
    reason: string | null;
    fields: { field: string; from: unknown; to: unknown }[];
  }[];
}

let api: TestApi;
let count = 0;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const send = (method: string, path: string, body: unknown) =>
  api.request(path, { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
const at = (layer: string, id?: string) => `/api/layers/${layer}/features${id ? `/${id}` : ""}`;
const read = (layer: string, id: string) => api.get<Feature>(at(layer, id));
const changesOf = async (layer: string, id: string) => (await api.get<History>(`${at(layer, id)}/history`)).changes;

async function answer(promise: Promise<Response>, status = 200): Promise<Feature> {
  const response = await promise;
  const text = await response.text();
  if (response.status !== status) throw new Error(`${response.status} instead of ${status}: ${text}`);
  return JSON.parse(text);
}

/** A feature of its own in a layer, complete, as the API answers it. */
async function added(layer: string, over: Parameters<typeof draftOf>[2] = {}): Promise<Feature> {
  const code = `E${count++}`;
  const draft = draftOf(getLayer(layer), count, { code, ...over });
  await writeFeatures(api.database.record.db, layer, [draft], { changedBy: "importer" });
  const { features } = await api.get<{ features: Feature[] }>(
    `${at(layer)}?filter=${encodeURIComponent(`code='${code}'`)}`,
  );
  return features[0]!;
}

const patch = (layer: string, feature: Feature, body: object) =>
  send("PATCH", at(layer, feature.id), { revision: feature.properties.revision, by: "李四", ...body });
const remove = (layer: string, feature: Feature, body: object = {}) =>
  send("DELETE", at(layer, feature.id), {
    revision: feature.properties.revision,
    by: "李四",
    reason: "已拆除",
    ...body,
  });
const create = (layer: string, body: object) => send("POST", at(layer), { by: "王五", ...body });

const point = (lon: number, lat: number): Geometry => ({ type: "Point", coordinates: [lon, lat] });
const polygon = (...ring: [number, number][]): Geometry => ({ type: "Polygon", coordinates: [ring] });
const BOW_TIE = polygon([122.26, 43.62], [122.261, 43.621], [122.261, 43.62], [122.26, 43.621], [122.26, 43.62]);

describe("a change", () => {
  let hydrant: Feature;
  beforeEach(async () => {
    hydrant = await added("water-sources");
  });

  test("touches only what it names, and the history has old and new", async () => {
    const after = await answer(patch("water-sources", hydrant, { properties: { state: "broken", flowLps: 12.5 } }));
    expect(after.properties).toMatchObject({ state: "broken", flowLps: 12.5, changedBy: "李四" });
    expect(after.repaired).toBeNull();
    const { state: _, flowLps: __, revision, validFrom, changedBy, ...rest } = hydrant.properties;
    expect(after.properties).toMatchObject(rest);
    expect(after.properties.revision).toBeGreaterThan(revision);
    expect(after.geometry).toEqual(hydrant.geometry);
    const [change] = await changesOf("water-sources", hydrant.id);
    expect(change).toMatchObject({ action: "changed", by: "李四" });
    expect(change!.fields).toEqual([
      { field: "state", from: hydrant.properties.state, to: "broken" },
      { field: "flowLps", from: hydrant.properties.flowLps, to: 12.5 },
    ]);
  });

  test("keeps its reason beside old and new", async () => {
    await answer(patch("water-sources", hydrant, { properties: { state: "frozen" }, reason: "现场核实" }));
    const changes = await changesOf("water-sources", hydrant.id);
    expect(changes.map(({ reason }) => reason)).toEqual(["现场核实", null]);
  });

  test("moves it, and forgets where the delivery had it for the new state only", async () => {
    const { pool } = api.database.record;
    await pool.query("update features set source_geometry = geom, source_datum = 'gcj02' where id = $1", [hydrant.id]);
    hydrant = await read("water-sources", hydrant.id);
    const sourceOf = async () =>
      (await pool.query("select source_datum, source_geometry from features where id = $1", [hydrant.id])).rows[0];
    hydrant = await answer(patch("water-sources", hydrant, { properties: { name: "门前" } }));
    expect((await sourceOf()).source_datum).toBe("gcj02");
    const moved = await answer(patch("water-sources", hydrant, { geometry: point(122.2612345, 43.6212345) }));
    expect(moved.geometry).toEqual(point(122.2612345, 43.6212345));
    expect(await sourceOf()).toEqual({ source_datum: null, source_geometry: null });
    const box = await api.get<{ features: Feature[] }>(`${at("water-sources")}?bbox=122.2612,43.6212,122.2613,43.6213`);
    expect(box.features.map(({ id }) => id)).toEqual([hydrant.id]);
    const { rows } = await pool.query(
      "select source_datum from feature_versions where feature_id = $1 order by version_id desc limit 1",
      [hydrant.id],
    );
    expect(rows[0].source_datum).toBe("gcj02");
  });

  test("belongs to no import, so that undoing one leaves it alone", async () => {
    const { pool } = api.database.record;
    await pool.query("update features set import_id = gen_random_uuid() where id = $1", [hydrant.id]);
    hydrant = await read("water-sources", hydrant.id);
    await answer(patch("water-sources", hydrant, { properties: { pipeMm: 300 } }));
    const { rows } = await pool.query("select import_id from features where id = $1", [hydrant.id]);
    expect(rows[0].import_id).toBeNull();
  });

  test("that changes nothing raises no revision", async () => {
    const { name, state, district } = hydrant.properties;
    const same = await answer(
      patch("water-sources", hydrant, { properties: { name, state, district }, geometry: hydrant.geometry }),
    );
    expect(same.properties).toEqual(hydrant.properties);
    expect(await changesOf("water-sources", hydrant.id)).toHaveLength(1);
  });

  test("empties with null and with blanks alike; emptied is unknown", async () => {
    const after = await answer(
      patch("water-sources", hydrant, {
        properties: { flowLps: null, fault: "  ", district: null, positionErrorM: null },
      }),
    );
    for (const field of ["flowLps", "fault", "district", "positionErrorM"])
      expect(after.properties[field] ?? null, field).toBeNull();
  });

  test("of a code keeps the feature and its history", async () => {
    const after = await answer(patch("water-sources", hydrant, { properties: { code: " W-新-1 " } }));
    expect(after.properties.code).toBe("W-新-1");
    expect(after.id).toBe(hydrant.id);
    const other = await added("water-sources");
    const problem = await problemOf(await patch("water-sources", other, { properties: { code: "W-新-1" } }));
    expect(problem).toMatchObject({ status: 409, code: "conflict", fields: ["properties.code"] });
    expect(problem.detail).toContain("W-新-1");
  });
});

describe("who comes second", () => {
  test("is refused, told whose change came first, and nothing is written", async () => {
    const house = await added("houses");
    await answer(patch("houses", house, { by: "张工", properties: { storeysAbove: 3 } }));
    const problem = await problemOf(await patch("houses", house, { properties: { storeysAbove: 5 } }));
    const present = await read("houses", house.id);
    expect(problem).toMatchObject({ status: 409, code: "conflict", fields: ["revision"] });
    expect(problem.errors[0]!.allowed).toBe(String(present.properties.revision));
    expect(problem.detail).toContain("张工");
    expect(present.properties.storeysAbove).toBe(3);
    expect(await problemOf(await remove("houses", house))).toMatchObject({ status: 409, fields: ["revision"] });
    // Read again, it may be written over.
    expect((await answer(patch("houses", present, { properties: { storeysAbove: 5 } }))).properties.storeysAbove).toBe(5);
  });

  test("of two at the same moment exactly one wins", async () => {
    const house = await added("houses");
    const editors = ["甲", "乙", "丙", "丁", "戊", "己"];
    const answers = await Promise.all(
      editors.map((by, i) => patch("houses", house, { by, properties: { storeysAbove: i + 1 } })),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 409, 409, 409, 409, 409]);
    const winner = editors[answers.findIndex(({ status }) => status === 200)]!;
    const present = await read("houses", house.id);
    expect(present.properties).toMatchObject({ changedBy: winner, storeysAbove: editors.indexOf(winner) + 1 });
    expect(await changesOf("houses", house.id)).toHaveLength(2);
  });

  test("is not hindered by changes to other features of the layer", async () => {
    const [one, other] = [await added("houses"), await added("houses")];
    await answer(patch("houses", other, { properties: { storeysAbove: 2 } }));
    await answer(patch("houses", one, { properties: { storeysAbove: 2 } }));
  });

  test("after a removal hears that it is gone", async () => {
    const house = await added("houses");
    await answer(remove("houses", house));
    expect(await problemOf(await patch("houses", house, { properties: { storeysAbove: 2 } }))).toMatchObject({ status: 404 });
    expect(await problemOf(await remove("houses", house))).toMatchObject({ status: 404 });
  });
});

describe("a refusal names the field and what is allowed", () => {
  let hydrant: Feature;
  beforeAll(async () => {
    hydrant = await added("water-sources");
  });

  test.each<[string, object, number, string, RegExp | undefined]>([
    ["an unknown attribute", { properties: { colour: "red" } }, 422, "properties.colour", /flowLps/],
    ["a name of every object", { properties: { constructor: "x" } }, 422, "properties.constructor", /flowLps/],
    ["what the record keeps itself", { properties: { changedBy: "x" } }, 422, "properties.changedBy", undefined],
    ["a wrong code", { properties: { state: "完好" } }, 422, "properties.state", /broken, .*ok/],
    ["out of range", { properties: { flowLps: 501 } }, 422, "properties.flowLps", /0…500 L\/s/],
    ["below the range", { properties: { flowLps: -0.1 } }, 422, "properties.flowLps", /0…500 L\/s/],
    ["half of a whole number", { properties: { pipeMm: 1.5 } }, 422, "properties.pipeMm", /integer/],
    ["a number as text", { properties: { flowLps: "15" } }, 422, "properties.flowLps", /number/],
    ["a day that does not exist", { properties: { servicedOn: "2026-02-29" } }, 422, "properties.servicedOn", /YYYY/],
    ["too long", { properties: { address: "长".repeat(2001) } }, 422, "properties.address", /≤ 2000/],
    ["a name too long", { properties: { name: "长".repeat(301) } }, 422, "properties.name", /≤ 300/],
    ["no code", { properties: { code: " " } }, 422, "properties.code", undefined],
    ["no source", { properties: { source: null } }, 422, "properties.source", /who/],
    ["a negative error", { properties: { positionErrorM: -1 } }, 422, "properties.positionErrorM", /≥ 0 m/],
    ["a character that no database keeps", { properties: { fault: "a\u0000b" } }, 422, "properties.fault", /control/],
    ["half a character", { properties: { phone: "\ud800" } }, 422, "properties.phone", /halves/],
    ["a list where a text belongs", { properties: { fault: [] } }, 422, "properties.fault", /text/],
    ["an object as a value", { properties: { fault: {} } }, 400, "properties.fault", undefined],
    ["off the earth", { geometry: point(190, 43) }, 400, "geometry.coordinates[0]", /180/],
    ["swapped", { geometry: point(43.6, 122.2) }, 400, "geometry.coordinates[1]", /85/],
    [
      "another type",
      {
        geometry: {
          type: "LineString",
          coordinates: [
            [122, 43],
            [122, 44],
          ],
        },
      },
      422,
      "geometry",
      /Point/,
    ],
    ["no geometry at all", { geometry: null }, 400, "geometry", undefined],
    ["a collection", { geometry: { type: "GeometryCollection", geometries: [] } }, 400, "geometry.type", /Point/],
    ["no points", { geometry: { type: "MultiPoint", coordinates: [] } }, 422, "geometry", undefined],
    ["nobody", { by: "  ", properties: {} }, 400, "by", /1/],
    ["a name for a crowd", { by: "名".repeat(61), properties: {} }, 400, "by", /60/],
    ["no revision", { revision: 0 }, 400, "revision", /1/],
    ["what no change has", { nonsense: 1 }, 400, "nonsense", undefined],
  ])("%s", async (_, body, status, field, allowed) => {
    const problem = await problemOf(await patch("water-sources", hydrant, body));
    expect({ status: problem.status, fields: problem.fields }).toEqual({ status, fields: [field] });
    if (allowed) expect(problem.errors[0]!.allowed).toMatch(allowed);
    expect(await read("water-sources", hydrant.id)).toMatchObject({ properties: hydrant.properties });
  });

  test("all of them at once", async () => {
    const problem = await problemOf(
      await patch("water-sources", hydrant, { properties: { flowLps: 999, state: "x", pipeMm: -1 } }),
    );
    expect(problem.fields.sort()).toEqual(["properties.flowLps", "properties.pipeMm", "properties.state"]);
  });

  test("a list of substances, down to the one that is wrong", async () => {
    const source = await added("hazard-sources");
    const substances = [
      { name: "氯", tonnes: 3 },
      { name: "液氨", tonnes: -1 },
    ];
    const negative = await problemOf(await patch("hazard-sources", source, { properties: { substances } }));
    expect(negative.fields).toEqual(["properties.substances[1].tonnes"]);
    const more = [{ name: "氯", tonnes: 3, owner: "某" }];
    const unknown = await problemOf(await patch("hazard-sources", source, { properties: { substances: more } }));
    expect(unknown.status).toBe(400);
    const right = await answer(
      patch("hazard-sources", source, { properties: { substances: [{ name: "氯", tonnes: 3 }] } }),
    );
    expect(right.properties.substances).toEqual([{ name: "氯", tonnes: 3 }]);
  });

  test("an old flaw does not keep anybody from correcting something else", async () => {
    const old = await added("water-sources", { attributes: { state: "abandoned-code", flowLps: 9999 } });
    const after = await answer(patch("water-sources", old, { properties: { pipeMm: 200 } }));
    expect(after.properties).toMatchObject({ pipeMm: 200, state: "abandoned-code", flowLps: 9999 });
  });
});

describe("an outline", () => {
  test("that crosses itself is refused, or taken repaired by consent, and says so", async () => {
    const plant = await added("hazard-sources");
    const refused = await problemOf(await patch("hazard-sources", plant, { geometry: BOW_TIE }));
    expect(refused).toMatchObject({ status: 422, fields: ["geometry"] });
    expect(refused.errors[0]!.message).toMatch(/cross/);
    expect(refused.errors[0]!.allowed).toMatch(/repairGeometry/);
    const taken = await answer(patch("hazard-sources", plant, { geometry: BOW_TIE, repairGeometry: true }));
    expect(taken.geometry.type).toBe("MultiPolygon");
    expect(taken.repaired).toMatch(/area/);
  });

  test("of no area is refused even then", async () => {
    const plant = await added("hazard-sources");
    const flat = polygon([122.26, 43.62], [122.261, 43.62], [122.26, 43.62], [122.26, 43.62]);
    const problem = await problemOf(await patch("hazard-sources", plant, { geometry: flat, repairGeometry: true }));
    expect(problem).toMatchObject({ status: 422, fields: ["geometry"] });
  });

  test("with an empty part is refused, whatever stands beside it", async () => {
    const plant = await added("hazard-sources");
    const ring = [
      [122.26, 43.62],
      [122.261, 43.62],
      [122.261, 43.621],
      [122.26, 43.62],
    ];
    for (const coordinates of [[], [[]], [[[]]], [[], [ring]], [[ring], []]])
      expect(
        await problemOf(await patch("hazard-sources", plant, { geometry: { type: "MultiPolygon", coordinates } })),
        JSON.stringify(coordinates),
      ).toMatchObject({ status: 422 });
  });

  test("wound the other way is the same outline", async () => {
    const plant = await added("hazard-sources");
    const clockwise = polygon([122.26, 43.62], [122.26, 43.621], [122.261, 43.621], [122.26, 43.62]);
    const after = await answer(patch("hazard-sources", plant, { geometry: clockwise }));
    expect(after.repaired).toBeNull();
    expect(after.geometry).toEqual(polygon([122.26, 43.62], [122.261, 43.621], [122.26, 43.621], [122.26, 43.62]));
  });
});

describe("a personal value", () => {
  test("stays as it is when its mask comes back, and is never shown or logged when it changes", async () => {
    const hydrant = await added("water-sources");
    const stored = async () =>
      (
        await api.database.record.pool.query("select attributes->>'phone' as phone from features where id = $1", [
          hydrant.id,
        ])
      ).rows[0].phone;
    const before = await stored();
    expect(before).toContain(SECRET);
    const kept = await answer(patch("water-sources", hydrant, { properties: { phone: "***", pipeMm: 150 } }));
    expect(await stored()).toBe(before);
    const changed = await patch("water-sources", kept, { properties: { phone: "13911112222" } });
    const text = await changed.text();
    expect(JSON.parse(text).properties.phone).toBe("***");
    expect(await stored()).toBe("13911112222");
    const refused = await patch("water-sources", JSON.parse(text), {
      properties: { phone: "13911112222".repeat(200) },
    });
    const seen = [text, await refused.text(), JSON.stringify(await changesOf("water-sources", hydrant.id))];
    expect(refused.status).toBe(422);
    for (const each of [...seen, api.log.join("")]) expect(each).not.toContain("13911112222");
    const emptied = await answer(patch("water-sources", JSON.parse(text), { properties: { phone: null } }));
    expect(emptied.properties.phone ?? null).toBeNull();
  });
});

describe("a new feature", () => {
  test("is there at once, with its source and its first line of history", async () => {
    const response = await create("water-sources", {
      properties: { code: "N-1", kind: "water-crane", flowLps: 40 },
      geometry: point(122.25, 43.61),
    });
    const feature = await answer(Promise.resolve(response), 201);
    expect(response.headers.get("location")).toBe(at("water-sources", feature.id));
    expect(feature.properties).toMatchObject({
      code: "N-1",
      name: "",
      kind: "water-crane",
      source: "王五",
      changedBy: "王五",
    });
    expect(await read("water-sources", feature.id)).toMatchObject({ properties: feature.properties });
    expect(await changesOf("water-sources", feature.id)).toMatchObject([{ action: "added", by: "王五", fields: [] }]);
  });

  test("with a code that is taken is 409 and names it, also when two come at once", async () => {
    const body = { properties: { code: "N-2" }, geometry: point(122.25, 43.61) };
    const both = await Promise.all([create("water-sources", body), create("water-sources", body)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const problem = await problemOf(both.find(({ status }) => status === 409)!);
    expect(problem.fields).toEqual(["properties.code"]);
    expect(problem.detail).toContain("N-2");
    // Another layer may have it.
    await answer(create("houses", body), 201);
  });

  test("needs a code and a place", async () => {
    const codeless = await problemOf(await create("water-sources", { properties: {}, geometry: point(122, 43) }));
    expect(codeless.fields).toEqual(["properties.code"]);
    const placeless = await problemOf(await create("water-sources", { properties: { code: "N-3" } }));
    expect(placeless).toMatchObject({ status: 400, fields: ["geometry"] });
  });
});

describe("a removal", () => {
  test("needs a reason, and the history keeps everything", async () => {
    const house = await added("houses");
    const silent = await problemOf(await remove("houses", house, { reason: undefined }));
    expect(silent).toMatchObject({ status: 400, fields: ["reason"] });
    const removed = await remove("houses", house);
    expect(await removed.json()).toEqual({ id: house.id, code: house.properties.code });
    expect((await api.request(at("houses", house.id))).status).toBe(404);
    const changes = await changesOf("houses", house.id);
    expect(changes.map(({ action, by, reason }) => ({ action, by, reason }))).toEqual([
      { action: "removed", by: "李四", reason: "已拆除" },
      { action: "added", by: "importer", reason: null },
    ]);
  });
});

/** Any allowed value of an attribute, unknown included. */
function anyValue(attribute: Attribute): fc.Arbitrary<AttributeValue> {
  const text = (maxLength: number) =>
    fc
      .string({ unit: fc.constantFrom(..."abcXYZ09 中文'\"\\%_-😀"), minLength: 1, maxLength })
      .map((each) => each.trim() || null);
  switch (attribute.type) {
    case "code":
      return fc.option(fc.constantFrom(...attribute.values.map(({ code }) => code)));
    case "integer":
      return fc.option(
        fc.integer({ min: Math.max(attribute.min ?? -1e6, -1e6), max: Math.min(attribute.max ?? 1e6, 1e6) }),
      );
    case "number":
      return fc.option(
        fc.double({
          min: Math.max(attribute.min ?? -1e6, -1e6),
          max: Math.min(attribute.max ?? 1e6, 1e6),
          noNaN: true,
        }),
      );
    case "boolean":
      return fc.option(fc.boolean());
    case "date":
      return fc.option(
        fc.integer({ min: 0, max: 30_000 }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)),
      );
    case "datetime":
      return fc.option(
        fc.integer({ min: 0, max: 40_000_000 }).map((minute) => new Date(minute * 60_000).toISOString().slice(0, 16)),
      );
    case "text":
      return fc.option(text(Math.min(attribute.maxLength ?? 20, 20)));
    case "substances":
      return fc.option(
        fc.array(
          fc.record({ name: fc.constantFrom("液氨", "氯"), tonnes: fc.double({ min: 0, max: 1e5, noNaN: true }) }),
          {
            minLength: 1,
            maxLength: 3,
          },
        ),
      );
  }
}

const changesIn = (layer: LayerDefinition): fc.Arbitrary<Record<string, AttributeValue>> =>
  fc.record(
    Object.fromEntries(
      Object.entries(layer.attributes)
        .filter(([, { personal, required }]) => !personal && !required)
        .map(([id, attribute]) => [id, anyValue(attribute)]),
    ),
    { requiredKeys: [] },
  );

/** What a state says, without when and by whom it was said; unknown is the same as absent. */
const contentOf = ({ geometry, properties }: Feature) => {
  const { revision, validFrom, changedBy, ...said } = properties;
  return { geometry, said: Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null)) };
};

test.each(
  LAYERS.map((layer) => [layer.id, layer] as const),
)("%s: an edit followed by its inverse leaves what was there", async (id, layer) => {
  let feature = await added(id);
  const place = fc.tuple(fc.double({ min: 0, max: 0.01, noNaN: true }), fc.double({ min: 0, max: 0.01, noNaN: true }));
  await fc.assert(
    fc.asyncProperty(changesIn(layer), place, async (properties, [east, north]) => {
      const before = feature;
      const geometry = shifted(before.geometry, east, north);
      const there = await answer(patch(id, before, { properties, geometry }));
      for (const [key, value] of Object.entries(properties)) expect(there.properties[key] ?? null).toEqual(value);
      const inverse = Object.fromEntries(Object.keys(properties).map((key) => [key, before.properties[key] ?? null]));
      feature = await answer(patch(id, there, { properties: inverse, geometry: before.geometry }));
      expect(contentOf(feature)).toEqual(contentOf(before));
    }),
    { numRuns: 12 },
  );
});

const shifted = (geometry: Geometry, east: number, north: number): Geometry =>
  JSON.parse(JSON.stringify(geometry), (_, value) =>
    Array.isArray(value) && typeof value[0] === "number" ? [value[0] + east, value[1] + north] : value,
  );
