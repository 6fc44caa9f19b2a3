import type { Snapshot } from "../../snapshot/snapshot.ts";

/** Ends of sections that lie this close are joined; digitised by hand, they seldom meet to the centimetre. */
export const JOINT_M = 1.5;

/** Every line of every road section that has a length, in the order of rows and parts, on the plane of the roads. */
export interface NetworkLines {
  readonly count: number;
  readonly row: Int32Array;
  readonly part: Int32Array;
  /** First and last vertex of each line: indices into pairs of `xy`. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly xy: Float64Array;
  /** Per vertex: metres from the first vertex of its line. */
  readonly alongM: Float64Array;
  readonly lengthM: Float64Array;
}

/** Lines without a length (a single place, given twice) are on no map and left out. */
export function linesOfRoads({ count, outlines }: Snapshot): NetworkLines {
  const [row, part, first, last, lengths]: number[][] = [[], [], [], [], []];
  const xy = outlines?.xy ?? new Float64Array(0);
  const alongM = new Float64Array(xy.length / 2);
  for (let i = 0; i < count && outlines; i++) {
    if (outlines.kind[i] !== 1) continue;
    for (let p = outlines.featureStart[i]!; p < outlines.featureStart[i + 1]!; p++) {
      const [from, end] = [outlines.partStart[p]!, outlines.partStart[p + 1]!];
      const lengthM = measure(xy, alongM, from, end);
      if (lengthM === 0) continue;
      row!.push(i);
      part!.push(p - outlines.featureStart[i]!);
      first!.push(from);
      last!.push(end - 1);
      lengths!.push(lengthM);
    }
  }
  return {
    count: row!.length,
    row: Int32Array.from(row!),
    part: Int32Array.from(part!),
    first: Int32Array.from(first!),
    last: Int32Array.from(last!),
    xy,
    alongM,
    lengthM: Float64Array.from(lengths!),
  };
}

function measure(xy: Float64Array, alongM: Float64Array, from: number, end: number): number {
  let along = 0;
  for (let v = from + 1; v < end; v++) {
    along += Math.hypot(xy[v * 2]! - xy[v * 2 - 2]!, xy[v * 2 + 1]! - xy[v * 2 - 1]!);
    alongM[v] = along;
  }
  return along;
}

/** The segment of a line that holds the place `along` metres from its first vertex: the index of its first vertex. */
export function segmentAt({ first, last, alongM }: NetworkLines, line: number, along: number): number {
  let [low, high] = [first[line]!, last[line]! - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (alongM[middle]! <= along) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The place `along` metres from the line's first vertex, plane metres; clamped to its ends. */
export function placeAlong(lines: NetworkLines, line: number, along: number): [number, number] {
  const { xy, alongM } = lines;
  const v = segmentAt(lines, line, along);
  const length = alongM[v + 1]! - alongM[v]!;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, (along - alongM[v]!) / length));
  return [
    xy[v * 2]! + (xy[v * 2 + 2]! - xy[v * 2]!) * share,
    xy[v * 2 + 1]! + (xy[v * 2 + 3]! - xy[v * 2 + 1]!) * share,
  ];
}

/** The end of a line: 0 its first vertex, 1 its last. */
export const endPlace = ({ xy, first, last }: NetworkLines, line: number, end: 0 | 1): [number, number] => {
  const v = end === 0 ? first[line]! : last[line]!;
  return [xy[v * 2]!, xy[v * 2 + 1]!];
};
