/** Steps of a slider from least to most, evenly in the logarithm. */
export const STEPS = 400;

export interface LogScale {
  readonly least: number;
  readonly most: number;
}

/** A scale that holds all edges with room on both sides, within what the form takes. */
export function scaleOf(edges: readonly number[], most: number): LogScale {
  const lowest = edges[0] ?? 1;
  const highest = edges.at(-1) ?? Math.min(most, 10_000);
  return { least: Math.min(1, lowest / 4), most: Math.min(most, highest * 4) };
}

export const toStep = ({ least, most }: LogScale, value: number): number =>
  Math.max(0, Math.min(STEPS, (STEPS * Math.log(value / least)) / Math.log(most / least)));

/** To three digits: a slider knows no more. A step beside an edge is the edge, which decides which band holds. */
export function fromStep(scale: LogScale, step: number, edges: readonly number[]): number {
  const edge = edges.find((each) => Math.abs(toStep(scale, each) - step) < 1);
  return edge ?? Number((scale.least * (scale.most / scale.least) ** (step / STEPS)).toPrecision(3));
}
