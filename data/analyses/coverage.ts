import type { Geometry } from "geojson";
import { z } from "zod";
import { clipPolygons } from "../geometry/clip.ts";
import { uniteDiscs } from "../geometry/disc-union.ts";
import { outlineFromGeoJson } from "../geometry/from-geojson.ts";
import { groupRings } from "../geometry/group-rings.ts";
import { areaM2 } from "../geometry/measure.ts";
import { polygonToGeoJson } from "../geometry/to-geojson.ts";
import type { Selection, Snapshot } from "../snapshot/snapshot.ts";
import { type AnalysisInputs, defineAnalysis } from "./define.ts";
import { AreaSchema, FilterSchema, LayerIdSchema, limitSchema, RadiusSchema } from "./parameters.ts";
import { pickCenters, reachOfCenters } from "./reach-of-centers.ts";
import type { CoverageFinding, CoverageSummary } from "./results.ts";
import { refuseUnmeasurable, rowIdentity, rowPosition, selectByText } from "./rows.ts";

/** Vertices of a circle in the drawn outline. */
const SEGMENTS = 64;

const Parameters = z.strictObject({
  layer: LayerIdSchema,
  radiusM: RadiusSchema,
  filter: FilterSchema.optional(),
  within: AreaSchema.optional().describe("The area whose covered share is asked"),
  targetLayer: LayerIdSchema.optional().describe("The layer whose uncovered features are listed"),
  targetFilter: FilterSchema.optional(),
  limit: limitSchema(1000),
});

/**
 * What the discs around a layer's features cover together, and which targets lie outside.
 *
 * The area is that of the drawn polygons, which never claim a place that is not covered; `circleAreaM2` is that of true circles.
 * Features with an outline stand at their display position.
 */
export const coverage = defineAnalysis<typeof Parameters, CoverageFinding, CoverageSummary>({
  name: "coverage",
  title: { zh: "覆盖分析", en: "Coverage" },
  description: {
    zh: "以要素为圆心、给定半径的圆的并集面积和块数；可给出范围内的覆盖率和未覆盖的目标。",
    en: "Area and pieces of the union of discs around features; optionally the covered share of an area and the targets outside.",
  },
  parameters: Parameters,
  layers: ({ layer, targetLayer }) => (targetLayer && targetLayer !== layer ? [layer, targetLayer] : [layer]),
  run(parameters, inputs) {
    const { layer, radiusM, within } = parameters;
    const snapshot = inputs.snapshot(layer);
    const selection = selectByText(parameters.filter, snapshot, inputs.layer(layer), "filter");
    if (within) refuseUnmeasurable(within as Geometry, "within");
    const centers = pickCenters(snapshot, selection);
    const union = uniteDiscs(centers, radiusM, SEGMENTS);
    const rings = groupRings(union.rings);
    const outside = parameters.targetLayer ? findOutside(parameters, inputs, snapshot, selection) : null;
    return {
      findings: outside?.listed ?? [],
      summary: {
        areaM2: union.chordAreaM2,
        segments: SEGMENTS,
        circleAreaM2: union.areaM2,
        parts: union.parts,
        count: centers.length / 2,
        within: within ? shareOf(within as Geometry, rings, snapshot) : null,
        outside: outside && { layer: parameters.targetLayer!, count: outside.count, of: outside.of },
        geometry: polygonToGeoJson(rings, snapshot.plane),
      },
    };
  },
});

function shareOf(within: Geometry, rings: readonly Float64Array[], snapshot: Snapshot): CoverageSummary["within"] {
  const area = outlineFromGeoJson(within, snapshot.plane);
  const total = areaM2(area);
  const covered = areaM2({ kind: 2, parts: clipPolygons(area.parts, rings) });
  return { areaM2: total, coveredAreaM2: covered, coveredShare: total > 0 ? Math.min(1, covered / total) : 0 };
}

interface Outside {
  readonly listed: readonly CoverageFinding[];
  readonly count: number;
  readonly of: number;
}

function findOutside(
  { targetLayer, targetFilter, radiusM, limit }: z.output<typeof Parameters>,
  inputs: AnalysisInputs,
  centers: Snapshot,
  selection: Selection,
): Outside {
  const targets = inputs.snapshot(targetLayer!);
  const layer = inputs.layer(targetLayer!);
  const wanted = selectByText(targetFilter, targets, layer, "targetFilter");
  const all: CoverageFinding[] = [];
  let of = 0;
  for (let row = 0; row < targets.count; row++) {
    if (wanted && wanted[row] !== 1) continue;
    of++;
    const nearestM = reachOfCenters(targets, row, centers, selection, radiusM);
    if (nearestM === "covered") continue;
    all.push({ layer: targetLayer!, ...rowIdentity(targets, row), position: rowPosition(targets, row), nearestM });
  }
  // Farthest from water first; a place without any source at all is the farthest.
  all.sort((a, b) => (b.nearestM ?? Infinity) - (a.nearestM ?? Infinity));
  return { listed: all.slice(0, limit), count: all.length, of };
}
