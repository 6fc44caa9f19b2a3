import { CHEMICAL_PARK } from "./plan.ts";
import { distanceTo, rectangle } from "./rectangle.ts";
import type { Route } from "./routes.ts";

/** The roads on which dangerous goods go between the chemical park and the motorway. */
const DESIGNATED = new Set(["G9990", "X903", "X915", "X916", "化工大路"]);

const PARK = rectangle(CHEMICAL_PARK, -1550, -1250, 1550, 1250);

/** The motorway, the roads to the chemical park, and its own streets. */
export const isDangerousGoodsRoute = (route: Route): boolean =>
  DESIGNATED.has(route.code ?? route.name) ||
  (route.code === null && route.points.every((point) => distanceTo(PARK, point) === 0));
