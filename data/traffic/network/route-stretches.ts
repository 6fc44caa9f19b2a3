import { mergedStretches, type Stretch, withoutStretches } from "../stretches.ts";
import type { Route, RouteNetwork } from "./route.ts";

/** The stretches of each route that have a road: all of it but its gaps. By index of the route. */
export const roadStretches = ({ routes }: RouteNetwork): Stretch[][] =>
  routes.map(({ fromM, toM, gaps }) => withoutStretches([[fromM, toM]], gaps));

/** The stretches of each route within the radius of a junction, along the axis; none for a radius of 0. */
export function junctionStretches({ routes, junctions }: RouteNetwork, radiusM: number): Stretch[][] {
  const around: Stretch[][] = routes.map(() => []);
  if (radiusM === 0) return around;
  for (const { on } of junctions)
    for (const { route, stakeM } of on) {
      const own = routes[route];
      if (own) around[route]!.push(...stretchesOnRoute(own, stakeM - radiusM, stakeM + radiusM));
    }
  return around.map(mergedStretches);
}

/**
 * What of a stretch lies on its route, between the route's own stakes. A ring has no ends: what reaches over the place where its stakes begin
 * comes out as two.
 */
export function stretchesOnRoute({ fromM, toM, isLoop }: Route, startM: number, endM: number): Stretch[] {
  if (!isLoop) return startM <= toM && endM >= fromM ? [[Math.max(startM, fromM), Math.min(endM, toM)]] : [];
  const turnM = toM - fromM;
  if (endM - startM >= turnM) return [[fromM, toM]];
  const ahead = (startM - fromM) % turnM;
  const firstM = fromM + (ahead < 0 ? ahead + turnM : ahead);
  const lastM = firstM + (endM - startM);
  if (lastM <= toM) return [[firstM, lastM]];
  return [
    [fromM, lastM - turnM],
    [firstM, toM],
  ];
}
