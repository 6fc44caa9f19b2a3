import type { LineString, MultiLineString } from "geojson";
import { positionsOf } from "../../geometry/to-geojson.ts";
import { partsOf } from "./build-network.ts";
import type { LaidLines } from "./lay-axes.ts";
import type { LineHit } from "./line-index.ts";
import { JOINT_M, placeAlong, segmentAt } from "./network-lines.ts";
import { laidStake } from "./parallel-chain.ts";
import type { RouteNetwork, RoutePosition, RouteSection } from "./route.ts";
import { stretchesOnRoute } from "./route-stretches.ts";

export { findRoutes } from "./find-routes.ts";

/**
 * Where a stake stands, plane metres. On a loop stakes beyond its end run on from its start.
 *
 * @param carriageway - default: the first one that the route has there.
 * @returns `null` beyond the ends of the route and in its gaps.
 */
export function pointAt(
  network: RouteNetwork,
  route: number,
  stakeM: number,
  carriageway?: number,
): [number, number] | null {
  const section = sectionAt(network, route, stakeM, carriageway);
  return section && placeOnSection(network, section, onLoop(network, route, stakeM));
}

/** The section in which a stake stands, by the rules of {@link pointAt}. */
export function sectionAt(
  network: RouteNetwork,
  route: number,
  stakeM: number,
  carriageway?: number,
): RouteSection | null {
  const stake = onLoop(network, route, stakeM);
  let best: RouteSection | null = null;
  let [bestOffM, bestCarriageway] = [JOINT_M, Number.POSITIVE_INFINITY];
  for (const section of sectionsFrom(network, route, stake - JOINT_M)) {
    if (section.fromM > stake + JOINT_M) break;
    if (carriageway !== undefined && section.carriageway !== carriageway) continue;
    const offM = Math.max(section.fromM - stake, stake - section.toM, 0);
    if (offM > JOINT_M) continue;
    // The main carriageway before another, and there the section that the stake is in.
    const isBetter = section.carriageway === bestCarriageway ? offM < bestOffM : section.carriageway < bestCarriageway;
    if (best && !isBetter) continue;
    [best, bestOffM, bestCarriageway] = [section, offM, section.carriageway];
  }
  return best;
}

function onLoop({ routes }: RouteNetwork, route: number, stakeM: number): number {
  const { isLoop, fromM, toM } = routes[route]!;
  if (!isLoop || (stakeM >= fromM && stakeM <= toM)) return stakeM;
  const turnM = toM - fromM;
  return fromM + ((((stakeM - fromM) % turnM) + turnM) % turnM);
}

/** Sections that may reach a stake, by where they begin. */
function* sectionsFrom(network: RouteNetwork, route: number, stakeM: number): Generator<RouteSection> {
  const { sections } = network.routes[route]!;
  for (let i = firstReaching(network, route, stakeM); i < sections.length; i++) yield sections[i]!;
}

const reaches = new WeakMap<RouteNetwork, Map<number, Float64Array>>();

/** The first section that ends at a stake or beyond: those before it all end earlier. */
function firstReaching(network: RouteNetwork, route: number, stakeM: number): number {
  const ofNetwork = reaches.get(network) ?? new Map<number, Float64Array>();
  reaches.set(network, ofNetwork);
  const { sections } = network.routes[route]!;
  let farthest = ofNetwork.get(route);
  if (!farthest) {
    let reachM = Number.NEGATIVE_INFINITY;
    farthest = Float64Array.from(sections, ({ toM }) => (reachM = Math.max(reachM, toM)));
    ofNetwork.set(route, farthest);
  }
  let [low, high] = [0, sections.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (farthest[middle]! < stakeM) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Metres from the first vertex of a section's line. */
function alongSection({ fromM, toM, reversed }: RouteSection, lengthM: number, stakeM: number): number {
  const share = Math.max(0, Math.min(1, (stakeM - fromM) / (toM - fromM)));
  return (reversed ? 1 - share : share) * lengthM;
}

function placeOnSection(network: RouteNetwork, section: RouteSection, stakeM: number): [number, number] {
  const { lines } = partsOf(network);
  const line = lineOf(network, section);
  return placeAlong(lines, line, alongSection(section, lines.lengthM[line]!, stakeM));
}

const firstLines = new WeakMap<RouteNetwork, Int32Array>();

/** The line of a section: lines are in the order of rows and parts. */
function lineOf(network: RouteNetwork, { row, part }: RouteSection): number {
  const { lines } = partsOf(network);
  let firsts = firstLines.get(network);
  if (!firsts) {
    firsts = new Int32Array(network.roads.count).fill(-1);
    for (let line = lines.count - 1; line >= 0; line--) firsts[lines.row[line]!] = line;
    firstLines.set(network, firsts);
  }
  let line = firsts[row]!;
  while (lines.part[line] !== part) line++;
  return line;
}

/**
 * The places on routes around a place, nearest first: the nearest of every route and carriageway.
 *
 * @param x - plane metres of the roads; so is `y`.
 */
export function nearestPositions(network: RouteNetwork, x: number, y: number, withinM: number): RoutePosition[] {
  const { index, laid, lines } = partsOf(network);
  const nearest: LineHit[] = [];
  for (const hit of index.near(x, y, withinM)) {
    const at = nearest.findIndex(({ line }) => isSameCarriageway(laid, line, hit.line));
    if (at < 0) nearest.push(hit);
    else if (isNearer(hit, nearest[at]!)) nearest[at] = hit;
  }
  if (nearest.length > 1) nearest.sort((a, b) => a.offsetM - b.offsetM || a.line - b.line);
  return nearest.map((hit) => ({
    route: laid.axis[hit.line]!,
    stakeM: laidStake(hit, laid, lines),
    carriageway: laid.carriageway[hit.line]!,
    offsetM: hit.offsetM,
    xy: [hit.x, hit.y],
  }));
}

const isSameCarriageway = ({ axis, carriageway }: LaidLines, a: number, b: number): boolean =>
  axis[a] === axis[b] && carriageway[a] === carriageway[b];

/** At a joint both sections are equally near: the first counts. */
const isNearer = (a: LineHit, b: LineHit): boolean =>
  a.offsetM < b.offsetM || (a.offsetM === b.offsetM && a.line < b.line);

/**
 * The lines of a stretch, plane metres, in the direction of the stakes: every carriageway, each as few lines as it has breaks.
 * A stretch of a loop may reach beyond its end.
 */
export function stretchLines(network: RouteNetwork, route: number, fromM: number, toM: number): Float64Array[] {
  const { isLoop, fromM: startM, toM: endM } = network.routes[route]!;
  const pieces: { carriageway: number; xy: number[] }[] = [];
  const clip = (from: number, to: number) => {
    for (const section of sectionsFrom(network, route, from)) {
      if (section.fromM > to) break;
      const xy = clippedSection(network, section, Math.max(from, section.fromM), Math.min(to, section.toM));
      if (xy.length < 4) continue;
      const before = pieces.findLast(({ carriageway }) => carriageway === section.carriageway);
      if (before && isJoined(before.xy, xy)) before.xy.push(...xy.slice(2));
      else pieces.push({ carriageway: section.carriageway, xy });
    }
  };
  clip(fromM, toM);
  const turnM = endM - startM;
  if (isLoop && toM > endM) clip(startM, Math.min(toM - turnM, fromM));
  if (isLoop && fromM < startM) clip(Math.max(fromM + turnM, toM), endM);
  return pieces.map(({ xy }) => Float64Array.from(xy));
}

function isJoined(before: readonly number[], after: readonly number[]): boolean {
  const [x, y] = before.slice(-2);
  return Math.hypot(after[0]! - x!, after[1]! - y!) <= JOINT_M;
}

/** `[x0, y0, …]` from one stake of a section to another; fewer than two places when nothing is between. */
function clippedSection(network: RouteNetwork, section: RouteSection, fromM: number, toM: number): number[] {
  if (!(toM > fromM)) return [];
  const { lines } = partsOf(network);
  const line = lineOf(network, section);
  const lengthM = lines.lengthM[line]!;
  const ends = [alongSection(section, lengthM, fromM), alongSection(section, lengthM, toM)].sort((a, b) => a - b);
  const [start, end] = [ends[0]!, ends[1]!];
  const places = [placeAlong(lines, line, start)];
  for (let v = segmentAt(lines, line, start) + 1; v <= lines.last[line]! && lines.alongM[v]! < end; v++)
    if (lines.alongM[v]! > start) places.push([lines.xy[v * 2]!, lines.xy[v * 2 + 1]!]);
  places.push(placeAlong(lines, line, end));
  return (section.reversed ? places.reverse() : places).flat();
}

/** The same on the earth, WGS84; a `MultiLineString` of nothing where the route has nothing there. */
export function stretchGeometry(
  network: RouteNetwork,
  route: number,
  fromM: number,
  toM: number,
): LineString | MultiLineString {
  const lines = stretchLines(network, route, fromM, toM).map((xy) => positionsOf(network.roads.plane.unprojectAll(xy)));
  return lines.length === 1
    ? { type: "LineString", coordinates: lines[0]! }
    : { type: "MultiLineString", coordinates: lines };
}

/** Metres of axis between two stakes: gaps left out, carriageways counted once. On a loop `toM` may lie beyond its end. */
export function lengthBetween(network: RouteNetwork, route: number, fromM: number, toM: number): number {
  const { fromM: startM, toM: endM, gaps, isLoop } = network.routes[route]!;
  if (isLoop) return Math.max(0, Math.min(toM - fromM, endM - startM));
  const [from, to] = [Math.max(fromM, startM), Math.min(toM, endM)];
  let metres = Math.max(0, to - from);
  for (const [gapFromM, gapToM] of gaps) metres -= Math.max(0, Math.min(gapToM, to) - Math.max(gapFromM, from));
  return Math.max(0, metres);
}

/** A mean over less of a stretch than this says nothing of it. */
const KNOWN_SHARE = 0.5;

/**
 * Vehicles a day on a stretch: the mean over its length where the ledger has a figure.
 *
 * @returns `null` when less than half of the length has one.
 */
export function aadtBetween(network: RouteNetwork, route: number, fromM: number, toM: number): number | null {
  const column = network.roads.columns.aadt;
  if (column?.type !== "number") return null;
  let [wholeM, knownM, sum] = [0, 0, 0];
  for (const [startM, endM] of stretchesOnRoute(network.routes[route]!, fromM, toM))
    for (const section of sectionsFrom(network, route, startM)) {
      if (section.fromM > endM) break;
      const metres = Math.min(endM, section.toM) - Math.max(startM, section.fromM);
      if (metres <= 0) continue;
      wholeM += metres;
      const aadt = column.numbers[section.row]!;
      if (Number.isNaN(aadt)) continue;
      knownM += metres;
      sum += aadt * metres;
    }
  return knownM > 0 && knownM >= KNOWN_SHARE * wholeM ? sum / knownM : null;
}
