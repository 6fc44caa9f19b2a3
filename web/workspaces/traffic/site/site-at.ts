import { routeNetworkOf } from "#data/traffic/network/build-network.ts";
import { nearestPositions } from "#data/traffic/network/linear-reference.ts";
import type { Site } from "#data/traffic/site.ts";
import { findLedger } from "../../../state/ledgers.ts";

/** Pixels that a finger or pointer is off. */
const REACH_PX = 12;
const METRES_PER_PIXEL_AT_0 = 78_271.5;
/** A site of one click: a junction with what lies 100 m around it, or half a kilometre of road. */
const JUNCTION_RADIUS_M = 100;
const HALF_STRETCH_M = 250;

/** The junction or stretch of road under the pointer; `null` beside all roads. */
export function siteAt(at: readonly [number, number], zoom: number): Site | null {
  const roads = findLedger("roads")?.snapshot;
  if (!roads || roads.count === 0) return null;
  const network = routeNetworkOf(roads);
  const [x, y] = roads.plane.toPlane(...at);
  const withinM = (REACH_PX * METRES_PER_PIXEL_AT_0 * Math.cos((at[1] * Math.PI) / 180)) / 2 ** zoom;
  const junction = network.junctions.find((each) => Math.hypot(each.x - x, each.y - y) <= withinM);
  if (junction)
    return {
      kind: "junction",
      position: roundedPosition(roads.plane.toLonLat(junction.x, junction.y)),
      radiusM: JUNCTION_RADIUS_M,
    };
  const [nearest] = nearestPositions(network, x, y, withinM);
  const route = nearest && network.routes[nearest.route];
  if (!nearest || !route) return null;
  const [fromM, toM] = [nearest.stakeM - HALF_STRETCH_M, nearest.stakeM + HALF_STRETCH_M];
  return {
    kind: "segment",
    route: route.id,
    fromM: Math.round(Math.max(route.fromM, fromM)),
    toM: Math.round(Math.min(route.toM, toM)),
  };
}

/** A decimetre, as links have it. */
const roundedPosition = ([lon, lat]: readonly [number, number]): [number, number] => [
  Number(lon.toFixed(6)),
  Number(lat.toFixed(6)),
];
