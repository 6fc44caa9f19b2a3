import type { Polygon } from "geojson";
import type { ZonePlane } from "../geodesy/zone-plane.ts";
import { findRoutes, lengthBetween, pointAt, stretchGeometry } from "./network/linear-reference.ts";
import type { Junction, RouteNetwork } from "./network/route.ts";
import { junctionName, stretchLabel } from "./network/route-label.ts";
import type { Site, SitePlace } from "./site.ts";

/** A junction may be asked for by a place so far from its middle, metres. */
const JUNCTION_WITHIN_M = 60;

/**
 * What a site is on the roads.
 *
 * @param network - `null` where there are no roads: only circles have a place then.
 * @param plane - of the accidents.
 * @returns `null` when there is no such route, none of its stakes lies in the stretch, or no junction is near.
 */
export function placeOfSite(network: RouteNetwork | null, plane: ZonePlane, site: Site): SitePlace | null {
  if (site.kind === "circle") return placeOfCircle(plane, site.position, site.radiusM);
  if (!network) return null;
  if (site.kind === "junction") {
    const [x, y] = network.roads.plane.toPlane(...site.position);
    const off = (junction: Junction) => Math.hypot(junction.x - x, junction.y - y);
    const nearest = network.junctions.reduce<Junction | null>(
      (best, junction) => (best && off(best) <= off(junction) ? best : junction),
      null,
    );
    return nearest && off(nearest) <= JUNCTION_WITHIN_M ? placeOfJunction(network, nearest, site.radiusM) : null;
  }
  const [fromM, toM] = [Math.min(site.fromM, site.toM), Math.max(site.fromM, site.toM)];
  const route = findRoutes(network, site.route).find((each) => {
    const { fromM: startM, toM: endM } = network.routes[each]!;
    return fromM <= endM && toM >= startM;
  });
  if (route === undefined) return null;
  const { fromM: startM, toM: endM, isLoop } = network.routes[route]!;
  return placeOfStretch(network, route, Math.max(fromM, startM), isLoop ? toM : Math.min(toM, endM));
}

/** A stretch of a route; its stakes are widened to whole metres. */
export function placeOfStretch(network: RouteNetwork, route: number, fromM: number, toM: number): SitePlace {
  const { id, code, name, kind, stakes } = network.routes[route]!;
  const [from, to] = [Math.floor(fromM), Math.ceil(toM)];
  const middle = pointAt(network, route, (fromM + toM) / 2) ?? pointAt(network, route, fromM) ?? [0, 0];
  return {
    site: { kind: "segment", route: id, fromM: from, toM: to },
    label: stretchLabel(network, route, from, to),
    route: { id, code, name, kind, stakes },
    fromM: from,
    toM: to,
    lengthM: lengthBetween(network, route, fromM, toM),
    geometry: stretchGeometry(network, route, fromM, toM),
    middle: rounded(network.roads.plane.toLonLat(...middle)),
  };
}

/** A junction with what lies within a radius of it. */
export function placeOfJunction(network: RouteNetwork, junction: Junction, radiusM: number): SitePlace {
  const { plane } = network.roads;
  const middle = rounded(plane.toLonLat(junction.x, junction.y));
  const reach = junction.on.map(({ route, stakeM }) =>
    lengthBetween(network, route, stakeM - radiusM, stakeM + radiusM),
  );
  return {
    site: { kind: "junction", position: middle, radiusM },
    label: junctionName(network, junction),
    route: null,
    fromM: null,
    toM: null,
    lengthM: reach.reduce((sum, length) => sum + length, 0),
    geometry: circleAround(plane, junction.x, junction.y, radiusM),
    middle,
  };
}

/** A circle where roads play no part. */
export function placeOfCircle(plane: ZonePlane, position: readonly [number, number], radiusM: number): SitePlace {
  const [lon, lat] = position;
  return {
    site: { kind: "circle", position: [lon, lat], radiusM },
    label: `${lon.toFixed(5)}, ${lat.toFixed(5)} · ${radiusM} m`,
    route: null,
    fromM: null,
    toM: null,
    lengthM: null,
    geometry: circleAround(plane, ...plane.toPlane(lon, lat), radiusM),
    middle: [lon, lat],
  };
}

const SIDES = 64;

function circleAround(plane: ZonePlane, x: number, y: number, radiusM: number): Polygon {
  const ring = Array.from({ length: SIDES }, (_, i) => {
    const angle = (2 * Math.PI * i) / SIDES;
    return [...plane.toLonLat(x + radiusM * Math.cos(angle), y + radiusM * Math.sin(angle))];
  });
  return { type: "Polygon", coordinates: [[...ring, [...ring[0]!]]] };
}

/** A centimetre: what a link and a register can carry. */
const rounded = ([lon, lat]: readonly [number, number]): [number, number] => [
  Number(lon.toFixed(7)),
  Number(lat.toFixed(7)),
];
