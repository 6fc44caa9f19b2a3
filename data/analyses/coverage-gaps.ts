import { z } from "zod";
import { clipPolygons, subtractPolygons, unitePolygons } from "../geometry/clip.ts";
import { containsPoint } from "../geometry/contains.ts";
import { uniteDiscs } from "../geometry/disc-union.ts";
import { groupRings } from "../geometry/group-rings.ts";
import { areaM2 } from "../geometry/measure.ts";
import type { Outline } from "../geometry/outlines.ts";
import { polygonToGeoJson } from "../geometry/to-geojson.ts";
import { findByBox } from "../snapshot/index.ts";
import type { Selection, Snapshot } from "../snapshot/snapshot.ts";
import type { CoverageGap, CoverageGapSummary, DistrictGaps, GapCounts, GapKind } from "./coverage-gap-results.ts";
import { type AnalysisInputs, defineAnalysis } from "./define.ts";
import { FilterSchema, LayerIdSchema, limitSchema, RadiusSchema } from "./parameters.ts";
import { outlineOnPlane, pickCenters, reachOfCenters } from "./reach-of-centers.ts";
import { rowIdentity, rowOutline, rowPosition, selectByText } from "./rows.ts";

/** Vertices of a circle in the drawn outline. */
const SEGMENTS = 64;

/** More kinds of things than this nobody compares. */
const MOST_TARGETS = 8;

const DISTRICTS = "districts";

const Parameters = z.strictObject({
  layer: LayerIdSchema,
  radiusM: RadiusSchema,
  filter: FilterSchema.optional().describe(
    "CQL2 text: which features count; where it cannot be told, neither can their reach",
  ),
  targets: z
    .array(z.strictObject({ layer: LayerIdSchema, filter: FilterSchema.optional() }))
    .min(1)
    .max(MOST_TARGETS)
    .refine((targets) => new Set(targets.map(({ layer }) => layer)).size === targets.length, "each layer once")
    .describe("What has to be reached; each layer once"),
  limit: limitSchema(1000),
});

/**
 * What the reach of a layer's features leaves out, district by district: features and ground.
 *
 * A source of which the ledger does not say what the filter asks for may count or not: what only it reaches is "cannot tell". Features
 * are measured outline to source, and counted in the district in which their display position lies.
 */
export const coverageGaps = defineAnalysis<typeof Parameters, CoverageGap, CoverageGapSummary>({
  name: "coverage-gaps",
  title: { zh: "覆盖盲区", en: "Coverage gaps" },
  description: {
    zh: "各镇街中给定半径覆盖不到的要素数和面积；来源是否可用不明的单列为“无法判定”。",
    en: "Features and area of each district that no source within the radius reaches; apart, those of which it cannot be told.",
  },
  parameters: Parameters,
  layers: ({ layer, targets }) => [...new Set([layer, ...targets.map((target) => target.layer), DISTRICTS])],
  run({ layer, radiusM, filter, targets, limit }, inputs) {
    const centers = inputs.snapshot(layer);
    const sure = selectByText(filter, centers, inputs.layer(layer), "filter");
    const perhaps = selectPossible(filter, centers, inputs, layer);
    const districts = inputs.snapshot(DISTRICTS);
    const cannotTellSources = countOf(centers, perhaps) - countOf(centers, sure);
    const kindOf = (targetsOf: Snapshot, row: number): GapKind =>
      cannotTellSources > 0 && reachOfCenters(targetsOf, row, centers, perhaps, radiusM) === "covered"
        ? "cannot-tell"
        : "outside";
    const gaps: CoverageGap[] = [];
    const tallies = targets.map((target) => {
      const snapshot = inputs.snapshot(target.layer);
      const wanted = selectByText(target.filter, snapshot, inputs.layer(target.layer), "targets");
      const counts = emptyCounts(districts.count);
      for (let row = 0; row < snapshot.count; row++) {
        if (wanted && wanted[row] !== 1) continue;
        const position = rowPosition(snapshot, row);
        const district = districtAt(districts, ...position);
        const nearestM = reachOfCenters(snapshot, row, centers, sure, radiusM);
        const kind = nearestM === "covered" ? null : kindOf(snapshot, row);
        addTo(counts[district ?? districts.count]!, kind);
        if (nearestM === "covered" || kind === null) continue;
        gaps.push({
          layer: target.layer,
          ...rowIdentity(snapshot, row),
          position,
          kind,
          nearestM,
          district: district === null ? null : (districts.ids.get(district) ?? ""),
        });
      }
      return { layer: target.layer, counts };
    });
    const countsAt = (place: number): GapCounts[] =>
      tallies.map(({ layer: id, counts }) => ({ layer: id, ...counts[place]! }));
    // Farthest from a source first; without any source at all is the farthest.
    gaps.sort((a, b) => (b.nearestM ?? Infinity) - (a.nearestM ?? Infinity));
    const ground = groundOf(districts, centers, sure, perhaps, radiusM);
    const listed = gaps.slice(0, limit);
    return {
      findings: listed,
      summary: {
        sources: countOf(centers, sure),
        cannotTellSources,
        layers: tallies.map(({ layer: id, counts }) => ({ layer: id, ...sumOf(counts) })),
        districts: ground.areas.map((area, place) => ({ ...area, layers: countsAt(place) })).toSorted(byGaps),
        elsewhere: countsAt(districts.count),
        found: gaps.length,
        listed: listed.length,
        geometry: ground.geometry,
      },
    };
  },
});

/** Rows of which the filter is true or cannot be told. */
function selectPossible(
  filter: string | undefined,
  snapshot: Snapshot,
  inputs: AnalysisInputs,
  layer: string,
): Selection {
  if (filter === undefined || filter.trim() === "") return null;
  const impossible = selectByText(`NOT (${filter})`, snapshot, inputs.layer(layer), "filter");
  return impossible?.map((isImpossible) => 1 - isImpossible) ?? null;
}

const countOf = ({ count }: Snapshot, selection: Selection): number =>
  selection ? selection.reduce((sum, taken) => sum + taken, 0) : count;

/** The row of the district in which a position lies; `null`: in none. */
function districtAt(districts: Snapshot, lon: number, lat: number): number | null {
  const [x, y] = districts.plane.toPlane(lon, lat);
  return findByBox(districts, [x, y, x, y]).find((row) => containsPoint(rowOutline(districts, row), x, y)) ?? null;
}

interface Count {
  of: number;
  outside: number;
  cannotTell: number;
}

/** One count for each district, and the last for what lies in none. */
const emptyCounts = (districts: number): Count[] =>
  Array.from({ length: districts + 1 }, () => ({ of: 0, outside: 0, cannotTell: 0 }));

function addTo(count: Count, kind: GapKind | null): void {
  count.of++;
  if (kind === "outside") count.outside++;
  if (kind === "cannot-tell") count.cannotTell++;
}

const sumOf = (counts: readonly Count[]): Count =>
  counts.reduce((sum, { of, outside, cannotTell }) => ({
    of: sum.of + of,
    outside: sum.outside + outside,
    cannotTell: sum.cannotTell + cannotTell,
  }));

/** What of each district lies outside, in the order of the rows, and all of it as one shape. */
function groundOf(districts: Snapshot, centers: Snapshot, sure: Selection, perhaps: Selection, radiusM: number) {
  const { plane } = districts;
  const reachOf = (selection: Selection) => {
    const { rings } = uniteDiscs(pickCenters(centers, selection), radiusM, SEGMENTS);
    return centers.plane.center.join() === plane.center.join()
      ? rings
      : rings.map((ring) => plane.projectAll(centers.plane.unprojectAll(ring)));
  };
  const [reached, reachable] = [reachOf(sure), reachOf(perhaps)];
  let shape: Float64Array[] = [];
  const areas = Array.from({ length: districts.count }, (_, row): Omit<DistrictGaps, "layers"> => {
    const outline = outlineOnPlane(districts, row, plane);
    const uncovered = subtractPolygons(outline.parts, reachable);
    shape = unitePolygons(shape, uncovered);
    const possible = clipPolygons(outline.parts, reachable);
    return {
      ...rowIdentity(districts, row),
      areaM2: areaM2(outline),
      uncoveredM2: ringsAreaM2(uncovered),
      cannotTellM2: ringsAreaM2(subtractPolygons(possible, reached)),
    };
  });
  return { areas, geometry: polygonToGeoJson(groupRings(shape), plane) };
}

const ringsAreaM2 = (parts: readonly Float64Array[]): number => areaM2({ kind: 2, parts } satisfies Outline);

const byGaps = (a: DistrictGaps, b: DistrictGaps): number => {
  const outside = ({ layers }: DistrictGaps) => layers.reduce((sum, each) => sum + each.outside, 0);
  return outside(b) - outside(a) || b.uncoveredM2 - a.uncoveredM2 || (a.code < b.code ? -1 : 1);
};
