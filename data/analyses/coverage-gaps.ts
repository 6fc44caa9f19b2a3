import { z } from "zod";
import { clipPolygons, subtractPolygons } from "../geometry/clip.ts";
import { containsPoint } from "../geometry/contains.ts";
import { uniteDiscs } from "../geometry/disc-union.ts";
import { groupRings } from "../geometry/group-rings.ts";
import { areaM2, boxOf } from "../geometry/measure.ts";
import type { Outline } from "../geometry/outlines.ts";
import { polygonToGeoJson } from "../geometry/to-geojson.ts";
import { findByBox } from "../snapshot/index.ts";
import type { Selection, Snapshot } from "../snapshot/snapshot.ts";
import type { CoverageGap, CoverageGapSummary, DistrictGaps, GapCounts, GapKind } from "./coverage-gap-results.ts";
import { type AnalysisInputs, defineAnalysis } from "./define.ts";
import { FilterSchema, LayerIdSchema, limitSchema, RadiusSchema } from "./parameters.ts";
import { pickCenters, reachOfCenters } from "./reach-of-centers.ts";
import { rowIdentity, rowOutline, rowPosition, selectByText } from "./rows.ts";

/** Vertices of a circle of reach, and of one around what is not reached: of those there may be very many. */
const SEGMENTS = 64;
const GAP_SEGMENTS = 24;

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
    const around = gaps.flatMap(({ kind, position }) =>
      kind === "outside" ? districts.plane.toPlane(...position) : [],
    );
    const ground = groundOf(districts, centers, sure, perhaps, Float64Array.from(around), radiusM);
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

/**
 * What of each district lies outside, in the order of the rows, and the ground around what is not reached as one shape.
 *
 * @param gaps - `[x0, y0, …]` of what is surely outside, on the plane of the districts.
 */
function groundOf(
  districts: Snapshot,
  centers: Snapshot,
  sure: Selection,
  perhaps: Selection,
  gaps: Float64Array,
  radiusM: number,
) {
  const { plane } = districts;
  const moved = centers.plane.center.join() === plane.center.join() ? null : plane;
  const placesOf = (selection: Selection) => {
    const places = pickCenters(centers, selection);
    return moved ? moved.projectAll(centers.plane.unprojectAll(places)) : places;
  };
  const [reaching, perhapsReaching] = [placesOf(sure), placesOf(perhaps)];
  const shape: Float64Array[] = [];
  const areas = Array.from({ length: districts.count }, (_, row): Omit<DistrictGaps, "layers"> => {
    const outline = rowOutline(districts, row);
    const reachable = discsInto(outline, perhapsReaching, radiusM, SEGMENTS);
    const uncovered = subtractPolygons(outline.parts, reachable);
    const gap = clipPolygons(uncovered, discsInto(outline, gaps, radiusM, GAP_SEGMENTS));
    // Districts do not overlap: side by side they are the shape.
    shape.push(...groupRings(gap));
    const cannotTellM2 =
      reaching.length === perhapsReaching.length
        ? 0
        : ringsAreaM2(
            subtractPolygons(clipPolygons(outline.parts, reachable), discsInto(outline, reaching, radiusM, SEGMENTS)),
          );
    return {
      ...rowIdentity(districts, row),
      areaM2: areaM2(outline),
      uncoveredM2: ringsAreaM2(uncovered),
      cannotTellM2,
      gapM2: ringsAreaM2(gap),
    };
  });
  return { areas, geometry: polygonToGeoJson(shape, plane) };
}

/** The discs in and around a district, united: clipping costs by their corners, so those far from it are left out. */
function discsInto(outline: Outline, places: Float64Array, radiusM: number, segments: number): readonly Float64Array[] {
  const [minX, minY, maxX, maxY] = boxOf(outline);
  const near: number[] = [];
  for (let i = 0; i < places.length; i += 2) {
    const [x, y] = [places[i]!, places[i + 1]!];
    if (x >= minX - radiusM && x <= maxX + radiusM && y >= minY - radiusM && y <= maxY + radiusM) near.push(x, y);
  }
  return uniteDiscs(Float64Array.from(near), radiusM, segments).rings;
}

const ringsAreaM2 = (parts: readonly Float64Array[]): number => areaM2({ kind: 2, parts } satisfies Outline);

const byGaps = (a: DistrictGaps, b: DistrictGaps): number => {
  const outside = ({ layers }: DistrictGaps) => layers.reduce((sum, each) => sum + each.outside, 0);
  return outside(b) - outside(a) || b.uncoveredM2 - a.uncoveredM2 || (a.code < b.code ? -1 : 1);
};
