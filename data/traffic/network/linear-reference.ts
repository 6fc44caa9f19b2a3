import type { LineString, MultiLineString } from "geojson";
import { numberIn } from "../../analyses/row-values.ts";
import { partsOf, stakeAlong } from "./build-network.ts";
import { type NetworkLines, placeAlong, segmentAt } from "./network-lines.ts";
import { foldRoad, roadNumberOf } from "./road-names.ts";
import type { RouteNetwork, RoutePosition, RouteSection } from "./route.ts";

/** A stake written to the metre may lie a hair beyond the end. */
const END_M = 1;

const byName = new WeakMap<RouteNetwork, Map<string, number[]>>();

/** @returns indices of the routes that have this id, number or name, however it is written (`Ｇ111`, `国道111线`); the longest first. */
export function findRoutes(network: RouteNetwork, text: string): number[] {
  const names = byName.get(network) ?? nameRoutes(network);
  byName.set(network, names);
  return names.get(foldRoad(text)) ?? names.get(roadNumberOf(text) ?? "") ?? [];
}

function nameRoutes({ routes }: RouteNetwork): Map<string, number[]> {
  const names = new Map<string, number[]>();
  routes.forEach(({ id, code, name }, route) => {
    for (const key of new Set([id, code ?? "", name, roadNumberOf(code ?? name) ?? ""].map(foldRoad))) {
      if (key === "") continue;
      const known = names.get(key);
      if (known) known.push(route);
      else names.set(key, [route]);
    }
  });
  for (const found of names.values()) found.sort((a, b) => routes[b]!.lengthM - routes[a]!.lengthM || a - b);
  return names;
}

/** @returns the place of a stake, plane metres; `null` beyond the ends of the route and in its gaps. */
export function pointAt(
  network: RouteNetwork,
  route: number,
  stakeM: number,
  carriageway = 0,
): [number, number] | null {
  const { lines, linesOf } = partsOf(network);
  const { sections, gaps, isLoop, toM, lengthM } = network.routes[route]!;
  const stake = isLoop && stakeM > toM ? stakeM - lengthM : stakeM;
  if (gaps.some(([from, to]) => stake > from + END_M && stake < to - END_M)) return null;
  const off = ({ fromM, toM: end, carriageway: own }: RouteSection) =>
    Math.max(fromM - stake, stake - end, 0) + (own === carriageway ? 0 : END_M / 2);
  let best = 0;
  sections.forEach((section, i) => {
    if (off(section) < off(sections[best]!)) best = i;
  });
  const section = sections[best]!;
  const isInside = stake >= network.routes[route]!.fromM - END_M && stake <= toM + END_M;
  if (!isInside) return null;
  return placeAlong(lines, linesOf[route]![best]!, alongOf(section, stake));
}

const alongOf = ({ fromM, toM, reversed }: RouteSection, stakeM: number): number =>
  reversed ? toM - stakeM : stakeM - fromM;

/** The nearest place of every route and carriageway within a distance of a place on the plane, nearest first. */
export function nearestPositions(network: RouteNetwork, x: number, y: number, withinM: number): RoutePosition[] {
  const { index, routeOf, sectionOf } = partsOf(network);
  const best = new Map<number, RoutePosition>();
  for (const { line, alongM, offsetM, x: px, y: py } of index.near(x, y, withinM)) {
    const route = routeOf[line]!;
    const { carriageway } = network.routes[route]!.sections[sectionOf[line]!]!;
    const key = route * 64 + carriageway;
    const known = best.get(key);
    if (known && known.offsetM <= offsetM) continue;
    const stakeM = stakeAlong(network.routes[route]!, sectionOf[line]!, alongM);
    best.set(key, { route, stakeM, carriageway, offsetM, xy: [px, py] });
  }
  return [...best.values()].sort((a, b) => a.offsetM - b.offsetM || a.route - b.route);
}

/** The axis between two stakes, one line for each carriageway and each side of a gap; plane metres, stakes growing along each. */
export function stretchLines(network: RouteNetwork, route: number, fromM: number, toM: number): Float64Array[] {
  const { lines, linesOf } = partsOf(network);
  const { sections, isLoop, toM: endM, fromM: startM, lengthM } = network.routes[route]!;
  if (isLoop && toM > endM && fromM <= endM)
    return [...stretchLines(network, route, fromM, endM), ...stretchLines(network, route, startM, toM - lengthM)];
  const drawn = new Map<number, number[][]>();
  sections.forEach((section, i) => {
    const [from, to] = [Math.max(fromM, section.fromM), Math.min(toM, section.toM)];
    if (from > to) return;
    const line = cut(lines, linesOf[route]![i]!, section, from, to);
    const ofCarriageway = drawn.get(section.carriageway) ?? [];
    drawn.set(section.carriageway, ofCarriageway);
    const last = ofCarriageway.at(-1);
    if (last && meets(last, line)) last.push(...line.slice(2));
    else ofCarriageway.push(line);
  });
  const all = [...drawn.values()].flat().map((line) => Float64Array.from(line));
  const long = all.filter((line) => line.length > 4 || line[0] !== line[2] || line[1] !== line[3]);
  return long.length > 0 ? long : all.slice(0, 1);
}

/** Joints are not exact. */
const meets = (a: readonly number[], b: readonly number[]): boolean =>
  Math.hypot(a.at(-2)! - b[0]!, a.at(-1)! - b[1]!) <= 2 * END_M;

function cut(lines: NetworkLines, line: number, section: RouteSection, fromM: number, toM: number): number[] {
  const alongs = [alongOf(section, fromM), alongOf(section, toM)];
  const [low, high] = [Math.min(...alongs), Math.max(...alongs)];
  const points: [number, number][] = [placeAlong(lines, line, low)];
  for (let v = segmentAt(lines, line, low) + 1; v <= lines.last[line]! && lines.alongM[v]! < high; v++)
    if (lines.alongM[v]! > low) points.push([lines.xy[v * 2]!, lines.xy[v * 2 + 1]!]);
  points.push(placeAlong(lines, line, high));
  if (section.reversed) points.reverse();
  return points.flat();
}

/** The same as GeoJSON, WGS84. */
export function stretchGeometry(
  network: RouteNetwork,
  route: number,
  fromM: number,
  toM: number,
): LineString | MultiLineString {
  const { plane } = network.roads;
  const coordinates = stretchLines(network, route, fromM, toM).map((line) =>
    Array.from({ length: line.length / 2 }, (_, i) => [...plane.toLonLat(line[i * 2]!, line[i * 2 + 1]!)]),
  );
  return coordinates.length === 1
    ? { type: "LineString", coordinates: coordinates[0]! }
    : { type: "MultiLineString", coordinates };
}

/** Metres of axis between two stakes: gaps left out, carriageways counted once. */
export function lengthBetween({ routes }: RouteNetwork, route: number, fromM: number, toM: number): number {
  const { gaps, fromM: startM, toM: endM, isLoop } = routes[route]!;
  const [from, to] = [Math.max(fromM, startM), isLoop ? toM : Math.min(toM, endM)];
  const missing = gaps.reduce((sum, gap) => sum + Math.max(0, Math.min(gap[1], to) - Math.max(gap[0], from)), 0);
  return Math.max(0, to - from - missing);
}

/** Vehicles a day, mean by length over the sections where it is known; `null` where it is known for less than half. */
export function aadtBetween({ roads, routes }: RouteNetwork, route: number, fromM: number, toM: number): number | null {
  let [known, whole, sum] = [0, 0, 0];
  for (const section of routes[route]!.sections) {
    const length = Math.min(section.toM, toM) - Math.max(section.fromM, fromM);
    if (length <= 0) continue;
    whole += length;
    const aadt = numberIn(roads, section.row, "aadt");
    if (aadt === null) continue;
    known += length;
    sum += aadt * length;
  }
  return whole === 0 || known < whole / 2 ? null : sum / known;
}
