import { LARGEST_RADIUS_M, MOST_RINGS } from "../../state/view.ts";

/** Up to a bound in steps of a size: about as many stops per doubling everywhere, and only figures that people say. */
const STEPS: readonly (readonly [upToM: number, stepM: number])[] = [
  [20, 1],
  [50, 2],
  [100, 5],
  [200, 10],
  [500, 20],
  [1000, 50],
  [2000, 100],
  [5000, 200],
  [10_000, 500],
];

/** The slider's stops in metres, 10 m to 10 km, on a scale that is nearly logarithmic. */
export const STOPS: readonly number[] = STEPS.reduce(
  (stops, [upToM, stepM]) => {
    while (stops[stops.length - 1]! < upToM) stops.push(Math.min(upToM, stops[stops.length - 1]! + stepM));
    return stops;
  },
  [10],
);

/** The place of the stop nearest to a radius; the last one for a radius beyond the slider. */
export function nearestStop(radiusM: number): number {
  const above = STOPS.findIndex((stop) => stop >= radiusM);
  if (above <= 0) return above < 0 ? STOPS.length - 1 : 0;
  return STOPS[above]! - radiusM <= radiusM - STOPS[above - 1]! ? above : above - 1;
}

/** Sets of radii that offices use. */
export const PRESETS: readonly (readonly number[])[] = [
  [100, 300, 500, 1000],
  [50, 100, 150],
  [500, 1000, 2000, 5000],
  [1000, 3000, 5000, 10_000],
];

/** One radius changed; the same radii when another is as large already, so that no two rings become one. */
export const withRadius = (radiiM: readonly number[], place: number, radiusM: number): readonly number[] =>
  !(radiusM > 0 && radiusM <= LARGEST_RADIUS_M) || radiiM.some((other, i) => i !== place && other === radiusM)
    ? radiiM
    : radiiM.map((other, i) => (i === place ? radiusM : other));

/** One radius more, in order: twice the largest, or half the smallest where that is too large. */
export function withAnother(radiiM: readonly number[]): readonly number[] {
  if (radiiM.length >= MOST_RINGS) return radiiM;
  const sorted = [...radiiM].sort((a, b) => a - b);
  const twice = sorted[sorted.length - 1]! * 2;
  return twice <= LARGEST_RADIUS_M ? [...sorted, twice] : [sorted[0]! / 2, ...sorted];
}
