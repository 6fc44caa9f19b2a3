import Flatbush from "flatbush";
import { type DemoZone, generateZone } from "#data/demo/index.ts";
import { createZonePlane } from "#data/geodesy/zone-plane.ts";
import { outlineFromGeoJson } from "#data/geometry/from-geojson.ts";
import { boxOf, lengthM } from "#data/geometry/measure.ts";
import type { Outline } from "#data/geometry/outlines.ts";
import type { FeatureDraft } from "#data/layers/feature.ts";

/** The zone that `npm start` loads, once for all files of tests that a process runs: read it, never write to it. */
export const zone: DemoZone = generateZone();

let other: DemoZone | undefined;

/** One of another seed and day, as `zone` once for all. */
export const otherZone = (): DemoZone => (other ??= generateZone({ seed: 2, today: "2025-02-28" }));

const plane = createZonePlane(zone.center);

export interface Placed {
  readonly draft: FeatureDraft;
  /** In plane metres, by the product's projection rather than the generator's. */
  readonly outline: Outline;
}

const placedLayers = new Map<string, readonly Placed[]>();

/** A layer's features with their outlines. */
export function layerOf(id: string): readonly Placed[] {
  let placed = placedLayers.get(id);
  if (!placed) {
    placed = zone.layers[id]!.map((draft) => ({ draft, outline: outlineFromGeoJson(draft.geometry, plane) }));
    placedLayers.set(id, placed);
  }
  return placed;
}

export function getPlaced(layer: string, code: string): Placed {
  const found = layerOf(layer).find(({ draft }) => draft.code === code);
  if (!found) throw new RangeError(`no ${code} in ${layer}`);
  return found;
}

/** Finds features whose boxes come within a distance of an outline's box. */
export function searchByBox(features: readonly Placed[]): (around: Outline, withinM: number) => Placed[] {
  const index = new Flatbush(features.length);
  for (const { outline } of features) index.add(...boxOf(outline));
  index.finish();
  return (around, withinM) => {
    const [west, south, east, north] = boxOf(around);
    return index
      .search(west - withinM, south - withinM, east + withinM, north + withinM)
      .map((found) => features[found]!);
  };
}

export const numberOf = ({ attributes }: FeatureDraft, id: string): number => Number(attributes[id]);

/** Accidents whose road, stake or position is wrong on purpose. */
export const misplacedAccidents: ReadonlySet<string> = new Set([
  ...zone.flaws.accidentsOffRoad,
  ...zone.flaws.accidentsBeyondEnd,
  ...zone.flaws.accidentsOnUnknownRoad,
  ...zone.flaws.accidentsBetweenRoads,
]);

/** A road's number, or its name when it has none: what stakes are counted on. */
export const roadOf = ({ name, attributes }: FeatureDraft): string => String(attributes.roadCode ?? name);

interface Section {
  readonly fromM: number;
  readonly toM: number;
  readonly points: Float64Array;
}

const backwards = new Set(zone.flaws.roadsBackwards);

/** The sections of every road in the order of their stakes, with the planted flaws of their lines and stakes put right. */
export const sectionsByRoad: ReadonlyMap<string, readonly Section[]> = (() => {
  const roads = new Map<string, Section[]>();
  for (const { draft, outline } of layerOf("roads")) {
    const before = roads.get(roadOf(draft)) ?? [];
    // Sections are written in the order of their stakes.
    const fromM = draft.attributes.startStakeM === null ? before.at(-1)!.toM : numberOf(draft, "startStakeM");
    const points = backwards.has(draft.code) ? reversed(outline.parts[0]!) : outline.parts[0]!;
    roads.set(roadOf(draft), [...before, { fromM, toM: fromM + lengthM(outline), points }]);
  }
  for (const sections of roads.values()) sections.sort((a, b) => a.fromM - b.fromM);
  return roads;
})();

function reversed(points: Float64Array): Float64Array {
  const turned = new Float64Array(points.length);
  for (let i = 0; i < points.length; i += 2) turned.set(points.subarray(i, i + 2), points.length - 2 - i);
  return turned;
}

/** Where a stake stands on a road's axis, found by walking; `null` when the road does not have it. */
export function placeAtStake(road: string, stakeM: number): readonly [number, number] | null {
  const section = sectionsByRoad.get(road)?.find(({ fromM, toM }) => stakeM >= fromM && stakeM <= toM);
  if (!section) return null;
  const { points } = section;
  let left = stakeM - section.fromM;
  for (let i = 2; i < points.length; i += 2) {
    const [ax, ay, bx, by] = [points[i - 2]!, points[i - 1]!, points[i]!, points[i + 1]!];
    const stepM = Math.hypot(bx - ax, by - ay);
    if (left <= stepM) return [ax + ((bx - ax) * left) / stepM, ay + ((by - ay) * left) / stepM];
    left -= stepM;
  }
  return [points.at(-2)!, points.at(-1)!];
}

/** How often each value of an attribute occurs. */
export function tallyOf(layer: string, attribute: string): Record<string, number> {
  const tally: Record<string, number> = {};
  for (const { attributes } of zone.layers[layer]!) {
    const value = String(attributes[attribute] ?? "");
    tally[value] = (tally[value] ?? 0) + 1;
  }
  return tally;
}

/** Features by what they have in common. */
export function groupBy(
  drafts: readonly FeatureDraft[],
  keyOf: (draft: FeatureDraft) => string,
): ReadonlyMap<string, readonly FeatureDraft[]> {
  const groups = new Map<string, FeatureDraft[]>();
  for (const draft of drafts) {
    const group = groups.get(keyOf(draft));
    if (group) group.push(draft);
    else groups.set(keyOf(draft), [draft]);
  }
  return groups;
}
