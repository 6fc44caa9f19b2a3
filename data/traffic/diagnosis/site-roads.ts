import { booleanIn } from "../../analyses/row-values.ts";
import type { SiteAccess, SiteSurroundings } from "../../analyses/site-diagnosis-results.ts";
import type { ZonePlane } from "../../geodesy/zone-plane.ts";
import { nearestPositions, pointAt } from "../network/linear-reference.ts";
import type { Junction, Route, RouteNetwork } from "../network/route.ts";
import { junctionName } from "../network/route-label.ts";
import { stretchesOnRoute } from "../network/route-stretches.ts";
import type { SitePlace } from "../site.ts";
import type { DiagramRoads, RoadLeg } from "./lay-out-diagram.ts";

/** What a site is on the network. */
export interface SiteRoads {
  readonly network: RouteNetwork;
  /** Stretches of routes in the site: index of the route and the stakes of its part, which on a ring may reach beyond where these begin. */
  readonly stretches: readonly { readonly route: number; readonly fromM: number; readonly toM: number }[];
  /** Index of the junction that the site is; `null` for others. */
  readonly junction: number | null;
  /** Junctions within the site, but for the one that it is. */
  readonly within: readonly number[];
  /** Plane metres. */
  readonly middle: readonly [number, number];
}

/** Roads pass through a circle or a junction at least so far along, metres. */
const LEG_M = 40;

/** Finds the routes and junctions of a site; a road passes a circle where it comes within its radius. */
export function siteRoadsOf(network: RouteNetwork, { site, route, middle, fromM, toM }: SitePlace): SiteRoads {
  const at = network.roads.plane.toPlane(...middle);
  if (site.kind === "segment") {
    const index = network.routes.findIndex(({ id }) => id === route?.id);
    const [from, to] = [fromM ?? site.fromM, toM ?? site.toM];
    const own = network.routes[index];
    // A stretch may reach over the end of a loop.
    const isInside = (stakeM: number) =>
      [0, own?.isLoop ? own.lengthM : 0].some((lap) => stakeM + lap >= from && stakeM + lap <= to);
    const within = indicesOf(network.junctions, ({ on }) =>
      on.some((each) => each.route === index && isInside(each.stakeM)),
    );
    const stretches = index < 0 ? [] : [{ route: index, fromM: from, toM: to }];
    return { network, stretches, junction: null, within, middle: at };
  }
  const distances = network.junctions.map(({ x, y }) => Math.hypot(x - at[0], y - at[1]));
  const inside = indicesOf(distances, (distance) => distance <= site.radiusM);
  if (site.kind === "junction") {
    const nearest = distances.reduce((best, distance, i) => (distance < (distances[best] ?? Infinity) ? i : best), -1);
    const junction = nearest < 0 ? null : nearest;
    const on = junction === null ? [] : network.junctions[junction]!.on;
    const stretches = on.map((each) => stretchAround(network, each.route, each.stakeM, site.radiusM));
    return { network, stretches, junction, within: inside.filter((each) => each !== junction), middle: at };
  }
  const stretches = nearestPositions(network, ...at, site.radiusM)
    .filter(({ carriageway }) => carriageway === 0)
    .map((each) => stretchAround(network, each.route, each.stakeM, Math.sqrt(site.radiusM ** 2 - each.offsetM ** 2)));
  return { network, stretches, junction: null, within: inside, middle: at };
}

function stretchAround({ routes }: RouteNetwork, route: number, stakeM: number, reachM: number) {
  const { fromM, toM, isLoop } = routes[route]!;
  const [startM, endM] = [stakeM - reachM, stakeM + reachM];
  return isLoop
    ? { route, fromM: startM, toM: endM }
    : { route, fromM: Math.max(fromM, startM), toM: Math.min(toM, endM) };
}

const indicesOf = <T>(values: readonly T[], isIn: (value: T) => boolean): number[] =>
  values.flatMap((value, i) => (isIn(value) ? [i] : []));

const nameOf = ({ code, name }: Route): string => code ?? name;

/** The legs or the axis that a collision diagram is drawn on. */
export function diagramRoadsOf(place: SitePlace, roads: SiteRoads | null): DiagramRoads {
  const { site } = place;
  if (site.kind === "segment") {
    const [fromM, toM] = [place.fromM ?? site.fromM, place.toM ?? site.toM];
    const stretch = roads?.stretches[0];
    const ends = roads && stretch ? [fromM, toM].map((stakeM) => pointAt(roads.network, stretch.route, stakeM)) : [];
    const [start, end] = ends;
    const bearingDeg = start && end ? bearingBetween(start, end) : 90;
    return { kind: "segment", label: place.route?.code ?? place.route?.name ?? site.route, fromM, toM, bearingDeg };
  }
  return { kind: site.kind, legs: roads ? roads.stretches.flatMap((stretch) => legsOf(stretch, roads)) : [] };
}

/** Both ways along a route, but for where it ends here. */
function legsOf({ route, fromM, toM }: SiteRoads["stretches"][number], { network, middle }: SiteRoads): RoadLeg[] {
  const label = nameOf(network.routes[route]!);
  return [fromM, toM].flatMap((stakeM) => {
    const end = pointAt(network, route, stakeM);
    const isHere =
      end === null || Math.hypot(end[0] - middle[0], end[1] - middle[1]) < Math.min(LEG_M, (toM - fromM) / 4);
    return isHere ? [] : [{ label, bearingDeg: bearingBetween(middle, end) }];
  });
}

/** Compass degrees on the plane, whose north is the map's within the zone. */
export function bearingBetween(from: readonly [number, number], to: readonly [number, number]): number {
  const degrees = (Math.atan2(to[0] - from[0], to[1] - from[1]) * 180) / Math.PI;
  return (degrees + 360) % 360;
}

/** The junctions within a site, by stake where it is a stretch. */
export function accessesOf({ network, within, stretches, middle }: SiteRoads, isStretch: boolean): SiteAccess[] {
  const stakeOf = ({ on }: Junction) => on.find(({ route }) => route === stretches[0]?.route)?.stakeM ?? null;
  const offset = ({ x, y }: Junction) => Math.hypot(x - middle[0], y - middle[1]);
  const junctions = within.map((index) => network.junctions[index]!);
  junctions.sort((a, b) => (isStretch ? (stakeOf(a) ?? 0) - (stakeOf(b) ?? 0) : offset(a) - offset(b)));
  return junctions.map((junction) => ({
    label: junctionName(network, junction),
    legs: junction.legs,
    roads: junction.on.map(({ route }) => nameOf(network.routes[route]!)),
    stakeM: isStretch ? stakeOf(junction) : null,
    position: lonLatOf(network.roads.plane, junction),
  }));
}

const lonLatOf = (plane: ZonePlane, { x, y }: Junction): [number, number] => {
  const [lon, lat] = plane.toLonLat(x, y);
  return [lon, lat];
};

/** Whether the sections in the site are on a route for dangerous goods. */
export function dangerousGoodsRouteOf(roads: SiteRoads | null): SiteSurroundings["dangerousGoods"]["route"] {
  if (!roads) return "unknown";
  const { network, stretches } = roads;
  const answers = stretches.flatMap(({ route, fromM, toM }) =>
    stretchesOnRoute(network.routes[route]!, fromM, toM).flatMap(([startM, endM]) =>
      network.routes[route]!.sections.filter((section) => section.fromM < endM && section.toM > startM).map(({ row }) =>
        booleanIn(network.roads, row, "dangerousGoodsRoute"),
      ),
    ),
  );
  if (answers.includes(true)) return answers.every((each) => each === true) ? "yes" : "partly";
  return answers.length === 0 || answers.includes(null) ? "unknown" : "no";
}
