import type { Geometry } from "geojson";
import { describe, expect, test } from "vitest";
import { checkFeature, type Problem } from "#data/layers/check-feature.ts";
import type { AttributeValue, FeatureDraft } from "#data/layers/feature.ts";
import { getLayer, LAYERS } from "#data/layers/index.ts";
import { draftOf, SECRET } from "../../support/drafts.ts";
import { line, point, polygon } from "../../support/make-snapshot.ts";

const accidents = getLayer("accidents");
const hazardSources = getLayer("hazard-sources");

const check = (over: object): Problem[] => checkFeature(accidents, { ...draftOf(accidents, 1), ...over });
const checkAttributes = (attributes: Record<string, AttributeValue>): Problem[] =>
  checkFeature(accidents, draftOf(accidents, 1, { attributes }));

test.each(
  LAYERS.map((layer) => [layer.id, layer] as const),
)("%s takes a complete draft, and one of nothing but a place", (_, layer) => {
  for (let n = 0; n < 20; n++) expect(checkFeature(layer, draftOf(layer, n))).toEqual([]);
  const bare = draftOf(layer, 0, { name: "", positionErrorM: null, districtCode: null, observedOn: null });
  const required = Object.entries(layer.attributes).filter(([, attribute]) => attribute.required);
  expect(checkFeature(layer, { ...bare, attributes: {} }).map(({ field, reason }) => [field, reason])).toEqual(
    required.map(([id]) => [`attributes.${id}`, "required"]),
  );
});

describe("what every feature has", () => {
  test.each<[Partial<Record<keyof FeatureDraft, unknown>>, string, string, string | null]>([
    [{ code: "" }, "code", "required", null],
    [{ code: "  " }, "code", "required", null],
    [{ code: "x".repeat(101) }, "code", "too-long", "≤ 100"],
    [{ name: 7 }, "name", "type", "text"],
    [{ name: "x".repeat(301) }, "name", "too-long", "≤ 300"],
    [{ positionErrorM: -1 }, "positionErrorM", "out-of-range", "≥ 0 m"],
    [{ positionErrorM: Number.NaN }, "positionErrorM", "out-of-range", "≥ 0 m"],
    [{ districtCode: 150571 }, "districtCode", "type", "text"],
    [{ source: null }, "source", "type", "text"],
    [{ observedOn: "2026-02-29" }, "observedOn", "not-a-date", "YYYY-MM-DD"],
    [{ observedOn: "1.3.2026" }, "observedOn", "not-a-date", "YYYY-MM-DD"],
  ])("%j", (over, field, reason, allowed) => {
    expect(check(over)).toMatchObject([{ field, reason, allowed }]);
  });
});

describe("attributes", () => {
  test.each<[string, unknown, string, string | RegExp]>([
    ["severity", "terrible", "not-a-code", "fatal, injury, damage"],
    ["severity", 1, "type", "fatal, injury, damage"],
    ["deaths", "2", "type", "number"],
    ["deaths", 1.5, "type", "integer"],
    ["deaths", -1, "out-of-range", "0…500 人"],
    ["deaths", 501, "out-of-range", "0…500 人"],
    ["lossYuan", -0.01, "out-of-range", "≥ 0 元"],
    ["lossYuan", Number.POSITIVE_INFINITY, "type", "number"],
    ["happenedAt", "2024-05-01", "not-a-date", "YYYY-MM-DDTHH:mm"],
    ["happenedAt", "2024-05-01T24:00", "not-a-date", "YYYY-MM-DDTHH:mm"],
    ["happenedAt", "2024-02-30T12:00", "not-a-date", "YYYY-MM-DDTHH:mm"],
    ["happenedAt", "2024-05-01T12:00:00Z", "not-a-date", "YYYY-MM-DDTHH:mm"],
    ["roadName", true, "type", "text"],
    ["roadName", "x".repeat(2001), "too-long", "≤ 2000"],
    ["moon", 1, "unknown-attribute", expect.stringContaining("happenedAt, severity")],
    ["constructor", 1, "unknown-attribute", expect.any(String)],
  ])("%s %j", (id, value, reason, allowed) => {
    expect(checkAttributes({ [id]: value as AttributeValue })).toEqual([
      { field: `attributes.${id}`, value: expect.any(String), reason, allowed },
    ]);
  });

  test("at their bounds, on a leap day, and unknown ones are fine", () => {
    expect(checkAttributes({ deaths: 0, injuries: 2000, happenedAt: "2024-02-29T23:59", weather: null })).toEqual([]);
  });

  test("that are booleans or substances have their own forms", () => {
    const form = "[{ name, cas?, tonnes ≥ 0 }]";
    const problems = (substances: unknown) =>
      checkFeature(
        hazardSources,
        draftOf(hazardSources, 1, { attributes: { substances: substances as AttributeValue } }),
      );
    expect(problems([])).toEqual([]);
    expect(problems([{ name: "液氨", tonnes: 0 }])).toEqual([]);
    for (const wrong of [
      "液氨",
      [{ name: "", tonnes: 1 }],
      [{ name: "液氨" }],
      [{ name: "液氨", tonnes: -1 }],
      [{ name: "液氨", tonnes: 1, cas: 7 }],
      [null],
    ])
      expect(problems(wrong)).toMatchObject([{ field: "attributes.substances", reason: "type", allowed: form }]);
    const enterprises = getLayer("enterprises");
    const draft = draftOf(enterprises, 1, { attributes: { dustExplosion: "yes" } });
    expect(checkFeature(enterprises, draft)).toMatchObject([{ reason: "type", allowed: "true, false" }]);
  });

  test("that are personal are refused without repeating them", () => {
    const [problem] = checkAttributes({ parties: SECRET.repeat(200) });
    expect(problem).toEqual({ field: "attributes.parties", value: null, reason: "too-long", allowed: "≤ 2000" });
  });

  test("are shown shortened", () => {
    const [problem] = checkAttributes({ severity: "x".repeat(500) });
    expect(problem!.value).toHaveLength(80);
  });
});

describe("geometry", () => {
  const shape = (layer: string, geometry: unknown) =>
    checkFeature(getLayer(layer), draftOf(getLayer(layer), 1, { geometry: geometry as Geometry })).map(
      ({ field, reason, allowed }) => [field, reason, allowed],
    );
  const square = polygon([122, 43], [122.1, 43], [122.1, 43.1]);

  test("fits the layer: multi-geometries everywhere, anything but a collection where mixed", () => {
    expect(shape("accidents", { type: "MultiPoint", coordinates: [[122, 43]] })).toEqual([]);
    for (const geometry of [point(122, 43), line([122, 43], [122, 44]), square])
      expect(shape("houses", geometry)).toEqual([]);
    expect(shape("accidents", square)).toEqual([["geometry", "geometry-type", "Point, MultiPoint"]]);
    expect(shape("roads", square)).toEqual([["geometry", "geometry-type", "LineString, MultiLineString"]]);
    expect(shape("houses", { type: "GeometryCollection", geometries: [] })).toEqual([
      ["geometry", "geometry-type", "Mixed"],
    ]);
    expect(shape("houses", null)).toEqual([["geometry", "required", "Mixed"]]);
  });

  test.each([
    [point(181, 43)],
    [point(122, 90.1)],
    [point(Number.NaN, 43)],
    [{ type: "Point", coordinates: [] }],
    [{ type: "Point", coordinates: ["122", 43] }],
    [line([122, 43], [122, -91])],
  ])("%j is no place on the earth", (geometry) => {
    expect(shape("houses", geometry)).toEqual([["geometry", "position", "lon -180…180, lat -90…90"]]);
  });

  test.each([
    [{ type: "MultiPoint", coordinates: [] }, "≥ 1 positions"],
    [{ type: "LineString", coordinates: [[122, 43]] }, "≥ 2 positions"],
    [{ type: "MultiLineString", coordinates: [] }, "≥ 2 positions"],
    [polygon([122, 43], [122.1, 43]), "≥ 4 positions"],
    [{ type: "Polygon", coordinates: [] }, "≥ 4 positions"],
    [
      {
        type: "MultiPolygon",
        coordinates: [
          [],
          [
            [
              [122, 43],
              [123, 43],
              [123, 44],
              [122, 43],
            ],
          ],
        ],
      },
      "≥ 4 positions",
    ],
    [
      {
        type: "Polygon",
        coordinates: [
          [
            [122, 43],
            [123, 43],
            [123, 44],
            [122, 44],
          ],
        ],
      },
      "closed rings",
    ],
  ])("%j has no shape", (geometry, allowed) => {
    expect(shape("houses", geometry)).toEqual([["geometry", "geometry-shape", allowed]]);
  });
});
