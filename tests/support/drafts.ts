import type { Geometry } from "geojson";
import type { Attribute, LayerDefinition } from "#data/layers/define.ts";
import type { AttributeValue, FeatureDraft } from "#data/layers/feature.ts";

/** What must never be seen in an answer, a log or an event. */
export const SECRET = "张三13900001111";

/** A valid value of an attribute; another one for another number. */
function sampleOf(attribute: Attribute, n: number): AttributeValue {
  if (attribute.personal) return SECRET + n;
  switch (attribute.type) {
    case "code":
      return attribute.values[n % attribute.values.length]!.code;
    case "integer":
    case "number":
      return Math.min(attribute.max ?? 1e6, (attribute.min ?? 0) + n);
    case "boolean":
      return n % 2 === 0;
    case "date":
      return `2025-03-${String(1 + (n % 28)).padStart(2, "0")}`;
    case "datetime":
      return `2025-03-${String(1 + (n % 28)).padStart(2, "0")}T07:05`;
    case "text":
      return `文字 ${n}`.slice(0, attribute.maxLength);
    case "substances":
      return [{ name: "液氨", cas: "7664-41-7", tonnes: 10 + n }];
  }
}

/** Places on a grid of 0.001 degrees, ten in a row, from the south-west corner 122.2 E 43.6 N. */
export const placeOf = (n: number): [number, number] => [
  sixDecimals(122.2 + (n % 10) / 1000),
  sixDecimals(43.6 + Math.floor(n / 10) / 1000),
];

const sixDecimals = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

function geometryOf(layer: LayerDefinition, n: number): Geometry {
  const [x, y] = placeOf(n);
  const [east, north] = [sixDecimals(x + 0.0002), sixDecimals(y + 0.0002)];
  if (layer.geometry === "LineString")
    return {
      type: "LineString",
      coordinates: [
        [x, y],
        [east, north],
      ],
    };
  if (layer.geometry === "Polygon")
    return {
      type: "Polygon",
      coordinates: [
        [
          [x, y],
          [east, y],
          [east, north],
          [x, north],
          [x, y],
        ],
      ],
    };
  return { type: "Point", coordinates: [x, y] };
}

/** A complete feature of a layer, personal values included. */
export const draftOf = (layer: LayerDefinition, n: number, over: Partial<FeatureDraft> = {}): FeatureDraft => ({
  code: `C${String(n).padStart(5, "0")}`,
  name: `名称 ${n}`,
  geometry: geometryOf(layer, n),
  attributes: Object.fromEntries(Object.entries(layer.attributes).map(([id, each]) => [id, sampleOf(each, n)])),
  positionErrorM: 5,
  districtCode: "150571",
  source: "test",
  observedOn: "2026-03-01",
  ...over,
});

export const draftsOf = (layer: LayerDefinition, count: number): FeatureDraft[] =>
  Array.from({ length: count }, (_, n) => draftOf(layer, n));
