import fc from "fast-check";
import type { Geometry, Position } from "geojson";
import { describe, expect, test } from "vitest";
import type { Attribute, LayerDefinition } from "#data/layers/define.ts";
import type { AttributeValue, FeatureDraft } from "#data/layers/feature.ts";
import { getLayer, LAYERS } from "#data/layers/index.ts";
import { DAY_MS, formatLocalDay } from "#data/snapshot/local-time.ts";
import { EXPORT_FORMAT_IDS, EXPORT_KINDS, type ExportFormatId } from "../../../server/export/kinds.ts";
import { findDatum } from "../../../server/intake/datum.ts";
import { openDelivery } from "../../../server/intake/formats/open-delivery.ts";
import { mapColumns } from "../../../server/intake/mapping.ts";
import { readRow } from "../../../server/intake/read-row.ts";
import { draftOf } from "../../support/drafts.ts";
import { withExport } from "../../support/export-file.ts";

type Language = "zh" | "en";

/** What of a feature is in a file: gaps are gaps, however they are written. */
type Kept = Omit<FeatureDraft, "attributes"> & { attributes: Record<string, AttributeValue> };

const openAttributes = (layer: LayerDefinition, attributes: Readonly<Record<string, AttributeValue>>) =>
  Object.fromEntries(
    Object.entries(attributes).filter(([id, value]) => value !== null && !layer.attributes[id]!.personal),
  );

const kept = (layer: LayerDefinition, draft: FeatureDraft): Kept => ({
  ...draft,
  attributes: openAttributes(layer, draft.attributes),
});

/** Exports, and reads the file as an import would that nobody helps but by naming the reference system. */
const thereAndBack = (
  layer: LayerDefinition,
  format: ExportFormatId,
  drafts: readonly FeatureDraft[],
  { crs = "wgs84", language = "zh" as Language } = {},
): Promise<Kept[]> =>
  withExport(
    layer,
    format,
    drafts,
    async (path, folder) => {
      const name = `export.${EXPORT_KINDS[format].extension}`;
      const delivery = await openDelivery(path, { name, workFolder: folder });
      const back: Kept[] = [];
      for (const table of delivery.tables.filter(({ name }) => name !== "说明" && name !== "About")) {
        const declared = table.crs?.id ?? null;
        if (declared !== null) expect(declared).toBe(crs);
        const reading = {
          layer,
          mapping: mapColumns(layer, table.columns),
          datum: findDatum(crs),
          source: "somebody else",
          dateOrder: "year-first" as const,
          acceptedFixes: new Set<never>(),
          edits: new Map(),
          zone: null,
          today: "2100-01-01",
        };
        for await (const row of table.rows()) {
          if (!("fields" in row)) throw new Error(`${row.place}: ${row.reason}`);
          const draft = readRow(row, reading);
          expect(draft.remarks).toEqual([]);
          expect(draft.missing).toEqual([]);
          back.push({
            code: draft.code!,
            name: draft.name ?? "",
            geometry: draft.geometry!,
            attributes: openAttributes(layer, draft.attributes),
            positionErrorM: draft.positionErrorM ?? null,
            districtCode: draft.districtCode ?? null,
            source: draft.source ?? "",
            observedOn: draft.observedOn ?? null,
          });
        }
      }
      await delivery.close();
      return back;
    },
    { crs, language },
  );

const byCode = (drafts: readonly Kept[]) => [...drafts].sort((a, b) => (a.code < b.code ? -1 : 1));

/** Written for nothing in ledgers, and read as nothing. */
const NOTHING = /^(-{0,2}|—|\/|null|n\/a|na|nan|无数据)$/i;

const texts = fc
  .oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 15 }),
    fc.constantFrom(
      "=1+1",
      "-5",
      "+86 475",
      "@甲",
      "'=已加引号",
      "''-",
      "'甲'",
      '引"号,逗号;\n换行',
      "0012",
      "1e5",
      "<b>&amp;",
    ),
  )
  .map((text) => text.replaceAll(/[\p{Cc}\p{Cs}]/gu, (sign) => (sign === "\n" ? sign : "")).trim())
  .filter((text) => text !== "" && !NOTHING.test(text));

const days = fc.integer({ min: 0, max: 25_000 }).map((day) => formatLocalDay(day * DAY_MS));

function valuesOf(attribute: Attribute): fc.Arbitrary<AttributeValue> {
  switch (attribute.type) {
    case "code":
      return fc.constantFrom(...attribute.values.map(({ code }) => code));
    case "integer":
      return fc.integer({ min: attribute.min ?? -1e9, max: attribute.max ?? 1e9 });
    case "number":
      return fc
        .double({ min: attribute.min ?? -1e9, max: attribute.max ?? 1e9, noNaN: true })
        .map((value) => value + 0);
    case "boolean":
      return fc.boolean();
    case "date":
      return days;
    case "datetime":
      return fc
        .tuple(days, fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
        .map(([day, hour, minute]) => `${day}T${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);
    case "text":
      return texts.filter((text) => text.length <= (attribute.maxLength ?? 2_000));
    case "substances":
      return fc.array(
        fc.record(
          { name: texts, cas: fc.constant("7664-41-7"), tonnes: fc.nat(5_000) },
          { requiredKeys: ["name", "tonnes"] },
        ),
        { minLength: 1, maxLength: 2 },
      );
  }
}

/** Degrees to 1e-9 inside China, where datum shifts mean something. */
const positions: fc.Arbitrary<Position> = fc
  .tuple(
    fc.integer({ min: 121_600_000_000, max: 123_600_000_000 }),
    fc.integer({ min: 42_000_000_000, max: 45_000_000_000 }),
  )
  .map(([lon, lat]) => [lon / 1e9, lat / 1e9]);

const at = ([lon, lat]: Position, east: number, north: number): Position => [
  Math.round((lon! + east) * 1e9) / 1e9,
  Math.round((lat! + north) * 1e9) / 1e9,
];
const square = (corner: Position, size: number): Position[] => [
  corner,
  at(corner, size, 0),
  at(corner, size, size),
  at(corner, 0, size),
  corner,
];
const withHole = (corner: Position) => [square(corner, 0.01), square(at(corner, 0.002, 0.002), 0.003).toReversed()];

const GEOMETRIES: Readonly<Record<"Point" | "LineString" | "Polygon", (place: Position) => readonly Geometry[]>> = {
  Point: (place) => [
    { type: "Point", coordinates: place },
    { type: "MultiPoint", coordinates: [place, at(place, 0.001, 0.002)] },
  ],
  LineString: (place) => [
    { type: "LineString", coordinates: [place, at(place, 0.01, 0), at(place, 0.01, 0.02)] },
    {
      type: "MultiLineString",
      coordinates: [
        [place, at(place, 0.01, 0)],
        [at(place, 0, 0.01), at(place, 0.01, 0.01)],
      ],
    },
  ],
  Polygon: (place) => [
    { type: "Polygon", coordinates: withHole(place) },
    { type: "MultiPolygon", coordinates: [withHole(place), [square(at(place, 0.02, 0), 0.01)]] },
  ],
};

function geometriesOf({ geometry }: LayerDefinition): fc.Arbitrary<Geometry> {
  const shapes = geometry === "Mixed" ? (["Point", "Polygon"] as const) : [geometry];
  return fc
    .tuple(positions, fc.constantFrom(...shapes), fc.nat(3))
    .map(([place, shape, i]) => GEOMETRIES[shape](place)[i === 0 ? 1 : 0]!);
}

const featuresOf = (layer: LayerDefinition): fc.Arbitrary<FeatureDraft[]> => {
  const attributes = Object.entries(layer.attributes);
  const feature = fc.record({
    name: fc.oneof(texts, fc.constant("")),
    geometry: geometriesOf(layer),
    attributes: fc.record(Object.fromEntries(attributes.map(([id, attribute]) => [id, valuesOf(attribute)])), {
      requiredKeys: attributes.filter(([, { required }]) => required).map(([id]) => id),
    }) as fc.Arbitrary<Record<string, AttributeValue>>,
    positionErrorM: fc.option(fc.double({ min: 0, max: 500, noNaN: true }).map((value) => value + 0)),
    districtCode: fc.option(fc.constantFrom("150571", "011")),
    source: texts,
    observedOn: fc.option(days),
  });
  return fc
    .array(feature, { minLength: 1, maxLength: 6 })
    .map((found) => found.map((each, n) => ({ ...each, code: `甲-${String(n).padStart(3, "0")}` })));
};

const RUNS = 12;

describe.each(EXPORT_FORMAT_IDS)("exported as %s and imported again, nothing changes", (format) => {
  test.each(LAYERS.map((layer) => [layer.id, layer] as const))("%s", async (_, layer) => {
    await fc.assert(
      fc.asyncProperty(featuresOf(layer), fc.constantFrom<Language>("zh", "en"), async (drafts, language) => {
        expect(byCode(await thereAndBack(layer, format, drafts, { language }))).toEqual(
          drafts.map((draft) => kept(layer, draft)),
        );
      }),
      { numRuns: RUNS },
    );
  });
});

describe.each(
  EXPORT_FORMAT_IDS.filter((format) => format !== "kml"),
)("places come back to 1e-9 degrees in %s", (format) => {
  test.each(["EPSG:4529", "EPSG:4550", "EPSG:4500", "EPSG:32651", "EPSG:3857", "gcj02"])("from %s", async (crs) => {
    const layer = getLayer("houses");
    await fc.assert(
      fc.asyncProperty(featuresOf(layer), async (drafts) => {
        const back = byCode(await thereAndBack(layer, format, drafts, { crs }));
        expect(back.map(({ geometry }) => geometry)).toEqual(drafts.map(({ geometry }) => geometry));
      }),
      { numRuns: RUNS },
    );
  });
});

test("in WGS84 a place comes back to the last digit, however fine it is", async () => {
  const coordinates = [122.26 + Number.EPSILON * 64, 43.62 - Number.EPSILON * 32];
  const draft = draftOf(getLayer("houses"), 0, { geometry: { type: "Point", coordinates } });
  for (const format of EXPORT_FORMAT_IDS) {
    const [back] = await thereAndBack(getLayer("houses"), format, [draft]);
    expect(back!.geometry, format).toEqual(draft.geometry);
  }
});
