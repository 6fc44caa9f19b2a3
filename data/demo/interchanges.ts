import { between, distance, type Point } from "./frame.ts";
import { INTERCHANGES } from "./road-plan.ts";
import { crossingOf } from "./routes.ts";
import type { NamedLine } from "./settlements.ts";

/** From the crossing to where a ramp leaves the motorway and where it reaches the road below, metres. */
const ON_MOTORWAY_M = 420;
const ON_ROAD_M = 180;

export interface Interchange {
  /** Where the motorway crosses the road. */
  readonly center: Point;
  readonly ramps: readonly NamedLine[];
}

/**
 * The motorway's interchanges: diamonds, one ramp in each corner. Adds a vertex to the motorway and to the crossed roads where
 * ramps begin and end.
 *
 * @throws RangeError when the motorway does not cross a road of the plan.
 */
export function layInterchanges(lines: readonly NamedLine[]): Interchange[] {
  const motorway = lines.find((line) => line.level === "motorway")!;
  return INTERCHANGES.map(({ name, roadCode }) => {
    const road = lines.find((line) => line.code === roadCode)!;
    const center = meetingOf(motorway.points, road.points);
    if (!center) throw new RangeError(`${motorway.name} does not cross ${roadCode}`);
    const leaves = vertexBeside(motorway.points, center, ON_MOTORWAY_M);
    const reaches = vertexBeside(road.points, center, ON_ROAD_M);
    const ramps = leaves.flatMap((from, i) =>
      reaches.map(
        (to, j): NamedLine => ({
          name: `${name}${"ABCD"[2 * i + j]}匝道`,
          code: null,
          class: "local",
          startStakeM: 0,
          level: "ramp",
          overshootM: [0, 0],
          points: rampThrough(from, center, to),
        }),
      ),
    );
    return { center, ramps };
  });
}

function meetingOf(a: readonly Point[], b: readonly Point[]): Point | null {
  for (let i = 1; i < a.length; i++)
    for (let j = 1; j < b.length; j++) {
      const crossing = crossingOf(a[i - 1]!, a[i]!, b[j - 1]!, b[j]!);
      if (crossing) return crossing.point;
    }
  return null;
}

/** Puts a vertex where the line leaves the circle around a point, before it and after it, and returns both. */
function vertexBeside(points: Point[], center: Point, radiusM: number): [Point, Point] {
  const found: Point[] = [];
  for (let i = points.length - 1; i > 0; i--) {
    const [from, to] = [points[i - 1]!, points[i]!];
    if (distance(from, center) > radiusM === distance(to, center) > radiusM) continue;
    let [low, high] = [0, 1];
    for (let k = 0; k < 40; k++) {
      const middle = (low + high) / 2;
      if (distance(between(from, to, middle), center) > radiusM === distance(from, center) > radiusM) low = middle;
      else high = middle;
    }
    const vertex = between(from, to, low);
    points.splice(i, 0, vertex);
    found.unshift(vertex);
  }
  return [found[0]!, found[found.length - 1]!];
}

/** A curve that leaves the motorway flat and meets the road steeply (a quadratic Bézier). */
function rampThrough(from: Point, center: Point, to: Point): Point[] {
  const bend: Point = [
    center[0] + 0.3 * (from[0] - center[0]) + 0.45 * (to[0] - center[0]),
    center[1] + 0.3 * (from[1] - center[1]) + 0.45 * (to[1] - center[1]),
  ];
  return Array.from({ length: 13 }, (_, i) => between(between(from, bend, i / 12), between(bend, to, i / 12), i / 12));
}
