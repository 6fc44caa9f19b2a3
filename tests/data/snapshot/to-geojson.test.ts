import fc from "fast-check";
import type { Geometry } from "geojson";
import { describe, expect, test } from "vitest";
import { getLayer, LAYERS } from "#data/layers/index.ts";
import { buildTable } from "#data/snapshot/build.ts";
import { projectTable } from "#data/snapshot/open.ts";
import { rowGeometry, rowToGeoJson, rowValue } from "#data/snapshot/to-geojson.ts";
import { draftsOf } from "../../support/drafts.ts";
import { idOf, line, makeSnapshot, point, polygon, ZONE } from "../../support/make-snapshot.ts";
import { rowsOf } from "../../support/rows.ts";

const square = (west: number, south: number, side: number, clockwise = false): number[][] => {
  const [east, north] = [Number((west + side).toFixed(9)), Number((south + side).toFixed(9))];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return clockwise ? ring.reverse() : ring;
};

describe("a row's geometry", () => {
  test.each<Geometry>([
    point(122.26, 43.62),
    {
      type: "MultiPoint",
      coordinates: [
        [122, 43],
        [122.1, 43.1],
      ],
    },
    line([122, 43], [122.1, 43.1], [122.2, 43]),
    {
      type: "MultiLineString",
      coordinates: [
        [
          [122, 43],
          [122.1, 43],
        ],
        [
          [122, 44],
          [122.1, 44],
        ],
      ],
    },
    {
      type: "Polygon",
      coordinates: [square(122, 43, 1), square(122.2, 43.2, 0.2, true), square(122.6, 43.6, 0.2, true)],
    },
    {
      type: "MultiPolygon",
      coordinates: [[square(122, 43, 0.4), square(122.1, 43.1, 0.1, true)], [square(123, 43, 0.4)]],
    },
  ])("is what was delivered: $type", (geometry) => {
    const snapshot = makeSnapshot("houses", [{ geometry }, { geometry: line([121, 43], [121, 44]) }]);
    expect(rowGeometry(snapshot, 0)).toEqual(geometry);
  });

  test("has its rings turned as RFC 7946 wants them, from the same vertex", () => {
    const geometry: Geometry = { type: "Polygon", coordinates: [square(122, 43, 1, true), square(122.2, 43.2, 0.2)] };
    expect(rowGeometry(makeSnapshot("houses", [{ geometry }]), 0)).toEqual({
      type: "Polygon",
      coordinates: [square(122, 43, 1), square(122.2, 43.2, 0.2, true)],
    });
  });

  test("is a point in a layer of points only", () => {
    const snapshot = makeSnapshot("houses", [{ geometry: point(1, 2) }, { geometry: point(3, 4) }]);
    expect(snapshot.outlines).toBeNull();
    expect(rowGeometry(snapshot, 1)).toEqual(point(3, 4));
  });
});

describe.each(LAYERS.map((layer) => [layer.id, layer] as const))("a feature of %s", (_, layer) => {
  test("says everything that was delivered and is not personal", () => {
    const drafts = draftsOf(layer, 7);
    const rows = drafts.map((draft, n) => ({ ...draft, id: idOf(n) }));
    const table = projectTable(buildTable(layer, rows, 1, ZONE));
    drafts.forEach((draft, row) => {
      const shown = Object.entries(draft.attributes).filter(([id]) => !layer.attributes[id]!.personal);
      expect(rowToGeoJson(table, layer, row)).toEqual({
        type: "Feature",
        id: idOf(row),
        geometry: draft.geometry,
        properties: {
          code: draft.code,
          name: draft.name,
          district: draft.districtCode,
          source: draft.source,
          observedOn: draft.observedOn,
          positionErrorM: draft.positionErrorM,
          attributes: Object.fromEntries(shown),
        },
      });
    });
  });

  test("has null for every gap", () => {
    const [feature] = [rowToGeoJson(makeSnapshot(layer.id, [{ geometry: geometryFor(layer.geometry) }]), layer, 0)];
    expect(Object.values(feature.properties.attributes).every((value) => value === null)).toBe(true);
    expect(feature.properties).toMatchObject({ district: null, observedOn: null, positionErrorM: null });
  });
});

const geometryFor = (kind: string): Geometry =>
  kind === "LineString"
    ? line([122, 43], [122.1, 43])
    : kind === "Polygon"
      ? polygon([122, 43], [122.1, 43], [122.1, 43.1])
      : point(122, 43);

test("values come back as they went in, whatever the layer and the gaps", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...LAYERS).chain((layer) => rowsOf(layer).map((rows) => ({ layer, rows }))),
      ({ layer, rows }) => {
        const table = buildTable(layer, rows, 1, ZONE);
        rows.forEach((row, n) => {
          for (const [id, attribute] of Object.entries(layer.attributes))
            expect(rowValue(table, layer, id, n)).toEqual(attribute.personal ? null : (row.attributes[id] ?? null));
        });
      },
    ),
    { numRuns: 60 },
  );
});

test("an attribute that the layer does not have is not known", () => {
  const houses = getLayer("houses");
  expect(rowValue(makeSnapshot("houses", [{ geometry: point(1, 2) }]), houses, "moon", 0)).toBeNull();
});
