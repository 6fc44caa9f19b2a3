/** What a feature's geometry is made of: 0 = point(s), 1 = line(s), 2 = polygon(s). */
export type OutlineKind = 0 | 1 | 2;

/**
 * The geometries of many features as flat arrays, in plane metres.
 *
 * Feature `i` has the parts `featureStart[i]` to `featureStart[i + 1]`; part `p` has the coordinates `partStart[p]` to
 * `partStart[p + 1]`, each two numbers of `xy`. A part is a point (one coordinate), a line, or a ring. Rings do not repeat their
 * first coordinate; outer rings run counter-clockwise and holes clockwise, an outer ring before its holes, so that a multipolygon
 * needs no further grouping.
 */
export interface Outlines {
  /** `OutlineKind` per feature. */
  readonly kind: Uint8Array;
  /** n + 1 entries, in parts. */
  readonly featureStart: Uint32Array;
  /** parts + 1 entries, in coordinates. */
  readonly partStart: Uint32Array;
  readonly xy: Float64Array;
}

/** One feature's geometry: a view into the arrays of `Outlines`, or built by hand. */
export interface Outline {
  readonly kind: OutlineKind;
  /** `[x0, y0, x1, …]` per part. */
  readonly parts: readonly Float64Array[];
}

/** From so many coordinates on, the outline of a feature is always the same object: what was built for it is found again. */
const KEPT_FROM = 64;

const kept = new WeakMap<Outlines, Map<number, Outline>>();

/** The outline of feature `i`, without copying. */
export function outlineOf(outlines: Outlines, i: number): Outline {
  const { kind, featureStart, partStart, xy } = outlines;
  const first = featureStart[i]!;
  const end = featureStart[i + 1]!;
  const isLarge = partStart[end]! - partStart[first]! >= KEPT_FROM;
  const known = isLarge ? kept.get(outlines)?.get(i) : undefined;
  if (known) return known;
  const parts: Float64Array[] = [];
  for (let p = first; p < end; p++) parts.push(xy.subarray(partStart[p]! * 2, partStart[p + 1]! * 2));
  const outline: Outline = { kind: kind[i] as OutlineKind, parts };
  if (isLarge) {
    const ofThese = kept.get(outlines) ?? new Map<number, Outline>();
    kept.set(outlines, ofThese.set(i, outline));
  }
  return outline;
}

/** A single point as an outline. */
export const pointOutline = (x: number, y: number): Outline => ({ kind: 0, parts: [Float64Array.of(x, y)] });

/** Twice the signed area of a ring, above 0 when it runs counter-clockwise. */
export function signedDoubleArea(ring: Float64Array): number {
  const n = ring.length;
  if (n < 6) return 0;
  // Relative to the first vertex: large plane coordinates would cost digits.
  const x0 = ring[0]!;
  const y0 = ring[1]!;
  let sum = 0;
  for (let i = 2; i + 3 < n; i += 2) {
    sum += (ring[i]! - x0) * (ring[i + 3]! - y0) - (ring[i + 2]! - x0) * (ring[i + 1]! - y0);
  }
  return sum;
}
