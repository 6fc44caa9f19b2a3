import fc from "fast-check";
import type { Geometry } from "geojson";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Attribute, LayerDefinition } from "#data/layers/define.ts";
import type { AttributeValue } from "#data/layers/feature.ts";
import { LAYERS } from "#data/layers/index.ts";
import { startApi, type TestApi } from "../../support/api.ts";
import { answerOf, editRequests, type Feature } from "../../support/edit-requests.ts";

let api: TestApi;
let edits: ReturnType<typeof editRequests>;
beforeAll(async () => {
  api = await startApi();
  edits = editRequests(api);
});
afterAll(() => api.close());

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

const changesIn = (layer: LayerDefinition): fc.Arbitrary<Record<string, AttributeValue | undefined>> =>
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
  let feature = await edits.added(id);
  const place = fc.tuple(fc.double({ min: 0, max: 0.01, noNaN: true }), fc.double({ min: 0, max: 0.01, noNaN: true }));
  await fc.assert(
    fc.asyncProperty(changesIn(layer), place, async (properties, [east, north]) => {
      const before = feature;
      const geometry = shifted(before.geometry, east, north);
      const there = await answerOf(edits.patch(id, before, { properties, geometry }));
      for (const [key, value] of Object.entries(properties))
        expect(there.properties[key] ?? null).toEqual(value ?? null);
      const inverse = Object.fromEntries(Object.keys(properties).map((key) => [key, before.properties[key] ?? null]));
      feature = await answerOf(edits.patch(id, there, { properties: inverse, geometry: before.geometry }));
      expect(contentOf(feature)).toEqual(contentOf(before));
    }),
    { numRuns: 12 },
  );
});

const shifted = (geometry: Geometry, east: number, north: number): Geometry =>
  JSON.parse(JSON.stringify(geometry), (_, value) =>
    Array.isArray(value) && typeof value[0] === "number" ? [value[0] + east, value[1] + north] : value,
  );
