import type { Geometry } from "geojson";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { problemOf, startApi, type TestApi } from "../../support/api.ts";
import { SECRET } from "../../support/drafts.ts";
import { answerOf, editRequests, type Feature, featurePath } from "../../support/edit-requests.ts";

type Requests = ReturnType<typeof editRequests>;

let api: TestApi;
let added: Requests["added"];
let read: Requests["read"];
let changesOf: Requests["changesOf"];
let patch: Requests["patch"];
let remove: Requests["remove"];
let create: Requests["create"];
beforeAll(async () => {
  api = await startApi();
  ({ added, read, changesOf, patch, remove, create } = editRequests(api));
});
afterAll(() => api.close());

const point = (lon: number, lat: number): Geometry => ({ type: "Point", coordinates: [lon, lat] });
const polygon = (...ring: [number, number][]): Geometry => ({ type: "Polygon", coordinates: [ring] });
const BOW_TIE = polygon([122.26, 43.62], [122.261, 43.621], [122.261, 43.62], [122.26, 43.621], [122.26, 43.62]);

describe("a change", () => {
  let hydrant: Feature;
  beforeEach(async () => {
    hydrant = await added("water-sources");
  });

  test("touches only what it names, and the history has old and new", async () => {
    const after = await answerOf(patch("water-sources", hydrant, { properties: { state: "broken", flowLps: 12.5 } }));
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
    await answerOf(patch("water-sources", hydrant, { properties: { state: "frozen" }, reason: "现场核实" }));
    const changes = await changesOf("water-sources", hydrant.id);
    expect(changes.map(({ reason }) => reason)).toEqual(["现场核实", null]);
  });

  test("moves it, and forgets where the delivery had it for the new state only", async () => {
    const { pool } = api.database.record;
    await pool.query("update features set source_geometry = geom, source_datum = 'gcj02' where id = $1", [hydrant.id]);
    hydrant = await read("water-sources", hydrant.id);
    const sourceOf = async () =>
      (await pool.query("select source_datum, source_geometry from features where id = $1", [hydrant.id])).rows[0];
    hydrant = await answerOf(patch("water-sources", hydrant, { properties: { name: "门前" } }));
    expect((await sourceOf()).source_datum).toBe("gcj02");
    const moved = await answerOf(patch("water-sources", hydrant, { geometry: point(122.2612345, 43.6212345) }));
    expect(moved.geometry).toEqual(point(122.2612345, 43.6212345));
    expect(await sourceOf()).toEqual({ source_datum: null, source_geometry: null });
    const box = await api.get<{ features: Feature[] }>(
      `${featurePath("water-sources")}?bbox=122.2612,43.6212,122.2613,43.6213`,
    );
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
    await answerOf(patch("water-sources", hydrant, { properties: { pipeMm: 300 } }));
    const { rows } = await pool.query("select import_id from features where id = $1", [hydrant.id]);
    expect(rows[0].import_id).toBeNull();
  });

  test("that changes nothing raises no revision", async () => {
    const { name, state, district } = hydrant.properties;
    const same = await answerOf(
      patch("water-sources", hydrant, { properties: { name, state, district }, geometry: hydrant.geometry }),
    );
    expect(same.properties).toEqual(hydrant.properties);
    expect(await changesOf("water-sources", hydrant.id)).toHaveLength(1);
  });

  test("empties with null and with blanks alike; emptied is unknown", async () => {
    const after = await answerOf(
      patch("water-sources", hydrant, {
        properties: { flowLps: null, fault: "  ", district: null, positionErrorM: null },
      }),
    );
    for (const field of ["flowLps", "fault", "district", "positionErrorM"])
      expect(after.properties[field] ?? null, field).toBeNull();
  });

  test("of a code keeps the feature and its history", async () => {
    const after = await answerOf(patch("water-sources", hydrant, { properties: { code: " W-新-1 " } }));
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
    await answerOf(patch("houses", house, { by: "张工", properties: { storeysAbove: 3 } }));
    const problem = await problemOf(await patch("houses", house, { properties: { storeysAbove: 5 } }));
    const present = await read("houses", house.id);
    expect(problem).toMatchObject({ status: 409, code: "conflict", fields: ["revision"] });
    expect(problem.errors[0]!.allowed).toBe(String(present.properties.revision));
    expect(problem.detail).toContain("张工");
    expect(present.properties.storeysAbove).toBe(3);
    expect(await problemOf(await remove("houses", house))).toMatchObject({ status: 409, fields: ["revision"] });
    // Read again, it may be written over.
    expect(
      (await answerOf(patch("houses", present, { properties: { storeysAbove: 5 } }))).properties.storeysAbove,
    ).toBe(5);
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
    await answerOf(patch("houses", other, { properties: { storeysAbove: 2 } }));
    await answerOf(patch("houses", one, { properties: { storeysAbove: 2 } }));
  });

  test("after a removal hears that it is gone", async () => {
    const house = await added("houses");
    await answerOf(remove("houses", house));
    expect(await problemOf(await patch("houses", house, { properties: { storeysAbove: 2 } }))).toMatchObject({
      status: 404,
    });
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
    expect([...problem.fields].sort()).toEqual(["properties.flowLps", "properties.pipeMm", "properties.state"]);
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
    const right = await answerOf(
      patch("hazard-sources", source, { properties: { substances: [{ name: "氯", tonnes: 3 }] } }),
    );
    expect(right.properties.substances).toEqual([{ name: "氯", tonnes: 3 }]);
  });

  test("an old flaw does not keep anybody from correcting something else", async () => {
    const old = await added("water-sources", { attributes: { state: "abandoned-code", flowLps: 9999 } });
    const after = await answerOf(patch("water-sources", old, { properties: { pipeMm: 200 } }));
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
    const taken = await answerOf(patch("hazard-sources", plant, { geometry: BOW_TIE, repairGeometry: true }));
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
    const after = await answerOf(patch("hazard-sources", plant, { geometry: clockwise }));
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
    const kept = await answerOf(patch("water-sources", hydrant, { properties: { phone: "***", pipeMm: 150 } }));
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
    const emptied = await answerOf(patch("water-sources", JSON.parse(text), { properties: { phone: null } }));
    expect(emptied.properties.phone ?? null).toBeNull();
  });
});

describe("a new feature", () => {
  test("is there at once, with its source and its first line of history", async () => {
    const response = await create("water-sources", {
      properties: { code: "N-1", kind: "water-crane", flowLps: 40 },
      geometry: point(122.25, 43.61),
    });
    const feature = await answerOf(Promise.resolve(response), 201);
    expect(response.headers.get("location")).toBe(featurePath("water-sources", feature.id));
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
    await answerOf(create("houses", body), 201);
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
    expect((await api.request(featurePath("houses", house.id))).status).toBe(404);
    const changes = await changesOf("houses", house.id);
    expect(changes.map(({ action, by, reason }) => ({ action, by, reason }))).toEqual([
      { action: "removed", by: "李四", reason: "已拆除" },
      { action: "added", by: "importer", reason: null },
    ]);
  });
});
