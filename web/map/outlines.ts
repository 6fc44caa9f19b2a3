import { signedDoubleArea } from "#data/geometry/outlines.ts";
import type { LayerDefinition } from "#data/layers/define.ts";
import type { Snapshot } from "#data/snapshot/snapshot.ts";

/** One polygon or line of a feature as deck.gl takes it: flat positions, and where its holes begin (indices into `positions`). */
export interface OutlinePart {
  readonly row: number;
  readonly positions: Float64Array;
  readonly holeIndices: readonly number[];
}

export interface OutlineParts {
  readonly polygons: readonly OutlinePart[];
  /** Lines, and the rings of the polygons. */
  readonly paths: readonly OutlinePart[];
}

const LINE = 1;
const POLYGON = 2;

/** The outlines of a layer that has surveyed any. */
export function toOutlineParts(snapshot: Snapshot): OutlineParts {
  const polygons: OutlinePart[] = [];
  const paths: OutlinePart[] = [];
  const { outlines } = snapshot;
  if (!outlines) return { polygons, paths };
  const { kind, featureStart, partStart, lonLat } = outlines;
  for (let row = 0; row < snapshot.count; row++) {
    if (kind[row] !== LINE && kind[row] !== POLYGON) continue;
    let polygonStart = featureStart[row]!;
    const endPart = featureStart[row + 1]!;
    for (let part = polygonStart; part < endPart; part++) {
      const line = lonLat.subarray(partStart[part]! * 2, partStart[part + 1]! * 2);
      paths.push({ row, positions: kind[row] === POLYGON ? closed(line) : line, holeIndices: [] });
      const polygonEnds = part + 1 === endPart || signedDoubleArea(partOf(lonLat, partStart, part + 1)) > 0;
      if (kind[row] !== POLYGON || !polygonEnds) continue;
      const first = partStart[polygonStart]! * 2;
      const holes = Array.from(
        { length: part - polygonStart },
        (_, hole) => partStart[polygonStart + 1 + hole]! * 2 - first,
      );
      polygons.push({ row, positions: lonLat.subarray(first, partStart[part + 1]! * 2), holeIndices: holes });
      polygonStart = part + 1;
    }
  }
  return { polygons, paths };
}

const partOf = (lonLat: Float64Array, partStart: Uint32Array, part: number) =>
  lonLat.subarray(partStart[part]! * 2, partStart[part + 1]! * 2);

function closed(ring: Float64Array): Float64Array {
  const result = new Float64Array(ring.length + 2);
  result.set(ring);
  result.set(ring.subarray(0, 2), ring.length);
  return result;
}

/** From this zoom on a layer's outlines are large enough to see: lines at once, plots with their symbols, houses near by. */
export const outlinesMinZoom = (definition: LayerDefinition) => Math.max(definition.symbol.minZoom, 10);
