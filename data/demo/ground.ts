import { at, type Frame, frameAlong, frameAt, type Point } from "./frame.ts";
import { HALF_TAKEN_M } from "./grid.ts";
import { createOccupancy, type Occupancy } from "./occupancy.ts";
import { riverHalfWidth } from "./plan.ts";
import { type Rectangle, rectangle, strip } from "./rectangle.ts";
import { smoothThrough } from "./routes.ts";
import type { StreetPlan } from "./streets.ts";
import * as plan from "./utility-plan.ts";

/** The ground with everything on it that nothing may be built over: streets, water, railway, parks. */
export function claimGround(streets: StreetPlan): Occupancy {
  const ground = createOccupancy();
  const along = (points: readonly Point[], halfWidth: (point: Point) => number) => {
    for (let i = 1; i < points.length; i++) ground.take(strip(points[i - 1]!, points[i]!, halfWidth(points[i]!)));
  };
  for (const route of streets.routes) {
    // Lanes have no verge: yard walls stand at their edge.
    const half =
      route.class === "service" ? route.widthM / 2 + 0.6 : Math.min(HALF_TAKEN_M[route.class], route.widthM / 2 + 4);
    along(route.points, () => half);
  }
  for (const center of streets.interchanges) ground.take(rectangle(frameAt(center, 0), -210, -210, 210, 210));
  along(streets.river, ([x]) => riverHalfWidth(x) + 45);
  along(streets.railway, () => 25);
  for (const canal of plan.CANALS) along(smoothThrough(canal.through, 120), () => 14);
  for (const pond of plan.PONDS)
    ground.take(
      rectangle(
        frameAt(pond.at, 0),
        -1.35 * pond.radiusM,
        -1.05 * pond.radiusM,
        1.35 * pond.radiusM,
        1.05 * pond.radiusM,
      ),
    );
  // 石油天然气管道保护法, article 30: nothing is built within five metres of a pipeline.
  for (const pipeline of plan.GAS_PIPELINES) along(pipeline.through, () => 6);
  for (const line of plan.POWER_LINES) along(line.through, () => (line.voltageKv >= 220 ? 22 : 12));
  return ground;
}

/**
 * The free site nearest to a place, searched in widening squares of 40 m, aligned with a frame.
 *
 * @throws RangeError when nothing is free within three kilometres.
 */
export function findSite(
  ground: Occupancy,
  near: Point,
  bearingDeg: number,
  lengthM: number,
  depthM: number,
  use: "dwelling" | "works",
): Rectangle {
  const base = frameAt(near, bearingDeg);
  for (let ring = 0; ring < 75; ring++)
    for (let i = -ring; i <= ring; i++)
      for (let j = -ring; j <= ring; j++) {
        if (Math.max(Math.abs(i), Math.abs(j)) !== ring) continue;
        const [u, v] = [i * 40, j * 40];
        const site = rectangle(base, u - lengthM / 2, v - depthM / 2, u + lengthM / 2, v + depthM / 2);
        if (ground.isFree(site, use)) return site;
      }
  throw new RangeError(`no free site of ${lengthM} × ${depthM} m near ${near.join(", ")}`);
}

/** A frame on a road: `u` along it from that place, `v` to the left. */
export function frameOnRoad(points: readonly Point[], index: number): Frame {
  return frameAlong(points[index]!, points[index + 1] ?? at(frameAlong(points[index - 1]!, points[index]!), 1, 0));
}
