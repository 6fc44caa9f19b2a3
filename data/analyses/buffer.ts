import type { Geometry } from "geojson";
import { z } from "zod";
import { createZonePlane, type ZonePlane } from "../geodesy/zone-plane.ts";
import { outlineFromGeoJson } from "../geometry/from-geojson.ts";
import { growOutlines } from "../geometry/grow.ts";
import { polygonToGeoJson } from "../geometry/to-geojson.ts";
import type { LayerDefinition } from "../layers/define.ts";
import { LAYER_IDS } from "../layers/index.ts";
import { rowGeometry } from "../snapshot/to-geojson.ts";
import { type Nearby, nearbyRows, type Origin } from "./buffer-rows.ts";
import { ringTotals } from "./buffer-totals.ts";
import { type AnalysisInputs, AnalysisRefusal, defineAnalysis } from "./define.ts";
import { FilterSchema, GeometrySchema, LayerIdSchema, limitSchema, RadiusSchema, SURROUNDINGS } from "./parameters.ts";
import type { BufferFinding, BufferGroup, BufferRing, BufferSummary } from "./results.ts";
import { gradeOf, isPointRow, refuseUnmeasurable, rowPosition, selectByText } from "./rows.ts";

/** More origins than this are a layer, not a selection. */
const MOST_ORIGINS = 500;

const Parameters = z
  .strictObject({
    geometry: GeometrySchema.optional(),
    layer: LayerIdSchema.optional(),
    ids: z.array(z.string()).min(1).max(MOST_ORIGINS).optional(),
    radiiM: z.array(RadiusSchema).min(1).max(8).default([100, 300, 500, 1000]),
    layers: z.array(LayerIdSchema).min(1).max(LAYER_IDS.length).optional(),
    filters: z.record(z.string(), FilterSchema).optional().describe("CQL2 text per layer id"),
    mode: z.enum(["merged", "each"]).default("merged"),
    limit: limitSchema(1000),
  })
  .refine((given) => (given.geometry !== undefined) !== (given.layer !== undefined && given.ids !== undefined), {
    path: ["geometry"],
    error: "either geometry, or layer with ids",
  });

type Parameters = z.output<typeof Parameters>;

/**
 * What lies within given distances of a place, a shape or selected features, in every ledger at once.
 *
 * Distances are outline to outline on the plane; a feature at exactly a radius is inside. The origins themselves never count.
 * Rings hold what lies inside them, inner rings included.
 */
export const buffer = defineAnalysis<typeof Parameters, BufferFinding, BufferSummary>({
  name: "buffer",
  title: { zh: "缓冲分析", en: "Rings" },
  description: {
    zh: "某一地点、图形或选定要素周围各半径内，各台账的数量、合计、最严重项和清单，轮廓到轮廓量取。",
    en: "Counts, sums, the worst item and the list of every ledger within radii of a place, a shape or features, outline to outline.",
  },
  parameters: Parameters,
  layers: (parameters) => [...new Set([...(parameters.layer ? [parameters.layer] : []), ...targetLayers(parameters)])],
  run(parameters, inputs) {
    const radiiM = [...new Set(parameters.radiiM)].sort((a, b) => a - b);
    const origins = originsOf(parameters, inputs);
    const found = targetLayers(parameters).map((layer) => {
      const snapshot = inputs.snapshot(layer);
      const definition = inputs.layer(layer);
      const selection = selectByText(parameters.filters?.[layer], snapshot, definition, `filters.${layer}`);
      return { definition, nearby: nearbyRows(origins, snapshot, selection, radiiM) };
    });
    const drawing = drawingPlane(origins, inputs.plane);
    const merged = found.map(({ definition, nearby }) => ({ definition, nearby: nearby.nearest }));
    const groups =
      parameters.mode === "each" && parameters.ids
        ? origins.map((origin, i): BufferGroup => {
            const own = found.map(({ definition, nearby }) => ({ definition, nearby: nearby.each(i) }));
            return {
              origin: { id: origin.id ?? "", name: origin.name },
              rings: ringsOf([origin], own, radiiM, drawing),
            };
          })
        : [];
    const { findings, found: total } = listNearest(merged, origins, radiiM, parameters.limit);
    return {
      findings,
      summary: { rings: ringsOf(origins, merged, radiiM, drawing), groups, found: total, listed: findings.length },
    };
  },
});

const targetLayers = (parameters: Parameters): readonly string[] => [...new Set(parameters.layers ?? SURROUNDINGS)];

function originsOf(parameters: Parameters, inputs: AnalysisInputs): Origin[] {
  for (const layer of Object.keys(parameters.filters ?? {})) {
    if (!targetLayers(parameters).includes(layer)) {
      throw new AnalysisRefusal(
        `filters.${layer}`,
        "a filter for a layer that is not asked",
        targetLayers(parameters).join(", "),
      );
    }
  }
  if (parameters.geometry) {
    const geometry = parameters.geometry as Geometry;
    refuseUnmeasurable(geometry, "geometry");
    return [{ layer: null, row: -1, id: null, name: "", geometry }];
  }
  const layer = parameters.layer!;
  const snapshot = inputs.snapshot(layer);
  const wanted = new Set(parameters.ids);
  const origins: Origin[] = [];
  for (let row = 0; row < snapshot.count && origins.length < wanted.size; row++) {
    const id = snapshot.ids.get(row) ?? "";
    if (!wanted.has(id)) continue;
    origins.push({ layer, row, id, name: snapshot.names.get(row) ?? "", geometry: rowGeometry(snapshot, row) });
  }
  if (origins.length < wanted.size) {
    const known = new Set(origins.map((origin) => origin.id));
    const missing = [...wanted].filter((id) => !known.has(id));
    throw new AnalysisRefusal(
      "ids",
      `not in ${layer}: ${missing.slice(0, 5).join(", ")}`,
      "ids of features of the layer",
    );
  }
  return origins;
}

/** The plane that ring shapes are made on: the zone's, or one at the origin when that lies elsewhere. */
function drawingPlane(origins: readonly Origin[], zone: ZonePlane): ZonePlane {
  const outline = outlineFromGeoJson(origins[0]!.geometry, zone);
  const [x, y] = [outline.parts[0]![0]!, outline.parts[0]![1]!];
  if (Math.hypot(x, y) < 50_000) return zone;
  const at = firstPosition(origins[0]!.geometry);
  return createZonePlane([at[0], at[1]]);
}

function firstPosition(geometry: Geometry): [number, number] {
  let at: unknown = (geometry as { coordinates?: unknown }).coordinates;
  while (Array.isArray(at) && Array.isArray(at[0])) at = at[0];
  return at as [number, number];
}

interface LayerNearby {
  readonly definition: LayerDefinition;
  readonly nearby: Nearby;
}

function ringsOf(
  origins: readonly Origin[],
  found: readonly LayerNearby[],
  radiiM: readonly number[],
  plane: ZonePlane,
): BufferRing[] {
  const outlines = origins.map((origin) => outlineFromGeoJson(origin.geometry, plane));
  return radiiM.map((radiusM, i) => {
    const grown = growOutlines(outlines, radiusM);
    return {
      radiusM,
      areaM2: grown.areaM2,
      geometry: polygonToGeoJson(grown.rings, plane),
      layers: found.map(({ definition, nearby }) => ringTotals(definition, nearby, i, radiusM)),
    };
  });
}

function listNearest(
  merged: readonly LayerNearby[],
  origins: readonly Origin[],
  radiiM: readonly number[],
  limit: number,
): { findings: BufferFinding[]; found: number } {
  const layers: number[] = [];
  const places: number[] = [];
  const distancesM: number[] = [];
  merged.forEach(({ nearby }, layer) => {
    for (let place = 0; place < nearby.rows.length; place++) {
      if (nearby.rings[place] === radiiM.length) continue;
      layers.push(layer);
      places.push(place);
      distancesM.push(nearby.distancesM[place]!);
    }
  });
  const order = nearestPlaces(distancesM, limit);
  const findings = order.map((i): BufferFinding => {
    const { definition, nearby } = merged[layers[i]!]!;
    const place = places[i]!;
    const { snapshot } = nearby;
    const row = nearby.rows[place]!;
    const error = snapshot.positionErrorM[row]!;
    const { from, to } = nearby.way(place);
    const position = rowPosition(snapshot, row);
    return {
      layer: definition.id,
      // Field by field: a spread costs more than the rest of the finding.
      id: snapshot.ids.get(row) ?? "",
      code: snapshot.codes.get(row) ?? "",
      name: snapshot.names.get(row) ?? "",
      grade: gradeOf(snapshot, definition, row),
      distanceM: distancesM[i]!,
      ringM: radiiM[nearby.rings[place]!]!,
      position,
      nearest: [
        isPointRow(snapshot, row) ? position : snapshot.plane.toLonLat(...to),
        snapshot.plane.toLonLat(...from),
      ],
      positionErrorM: Number.isNaN(error) ? null : error,
      origin: origins[nearby.origins[place]!]!.id,
    };
  });
  return { findings, found: places.length };
}

/** Places of the smallest numbers in ascending order, at most `limit`: what is not listed need not be sorted. */
function nearestPlaces(distancesM: readonly number[], limit: number): number[] {
  const farthestM = limit < distancesM.length ? Float64Array.from(distancesM).sort()[limit]! : Number.POSITIVE_INFINITY;
  const places: number[] = [];
  for (let i = 0; i < distancesM.length; i++) if (distancesM[i]! <= farthestM) places.push(i);
  places.sort((a, b) => distancesM[a]! - distancesM[b]!);
  return places.slice(0, limit);
}
