import KDBush from "kdbush";

/** The union of discs of one radius. */
export interface DiscUnion {
  /** Exact: arcs, not chords. */
  readonly areaM2: number;
  /** Area of the polygons in `rings`: chords, so a little less. */
  readonly chordAreaM2: number;
  /** Connected pieces; discs that only touch in a point are two. */
  readonly parts: number;
  /** Outer rings counter-clockwise, holes clockwise, in no particular order, plane metres. */
  readonly rings: readonly Float64Array[];
}

interface Arc {
  readonly disc: number;
  readonly from: number;
  readonly to: number;
  /** The disc whose edge is met at the end; -1 for a whole circle. */
  readonly next: number;
  /** The disc whose edge is left at the start. */
  readonly previous: number;
}

const TURN = 2 * Math.PI;

/**
 * Union of discs of one radius, from the arcs that no other disc covers: O(discs · neighbours), no polygon clipping.
 *
 * Green's theorem over the exposed arcs gives the exact area, holes included. Identical centres count once.
 *
 * @param centers - `[x0, y0, x1, …]`, plane metres, finite.
 * @param radiusM - above 0.
 * @param segments - vertices of a whole circle in `rings`, multiples of the same angle on every disc; at least 8.
 * @throws RangeError for a radius or a segment count outside that.
 */
export function uniteDiscs(centers: Float64Array, radiusM: number, segments = 64): DiscUnion {
  if (!(radiusM > 0 && Number.isFinite(radiusM))) throw new RangeError(`radius must be above 0, not ${radiusM}`);
  if (!(segments >= 8)) throw new RangeError(`a circle needs at least 8 segments, not ${segments}`);
  const xy = withoutRepeats(centers);
  const n = xy.length / 2;
  if (n === 0) return { areaM2: 0, chordAreaM2: 0, parts: 0, rings: [] };
  const index = new KDBush(n);
  for (let i = 0; i < n; i++) index.add(xy[i * 2]!, xy[i * 2 + 1]!);
  index.finish();
  const groups = new Groups(n);
  const arcs: Arc[] = [];
  let area = 0;
  for (let disc = 0; disc < n; disc++) {
    for (const arc of exposedArcs(disc, xy, radiusM, index, groups)) {
      arcs.push(arc);
      area += underArc(arc, xy, radiusM);
    }
  }
  const rings = chain(arcs, xy, radiusM, segments);
  let chordArea = 0;
  for (const ring of rings) chordArea += shoelace(ring);
  return { areaM2: area, chordAreaM2: chordArea, parts: groups.count, rings };
}

function withoutRepeats(centers: Float64Array): Float64Array {
  const seen = new Set<string>();
  const kept: number[] = [];
  for (let i = 0; i < centers.length; i += 2) {
    const key = `${centers[i]},${centers[i + 1]}`;
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push(centers[i]!, centers[i + 1]!);
  }
  return Float64Array.from(kept);
}

function exposedArcs(disc: number, xy: Float64Array, radiusM: number, index: KDBush, groups: Groups): Arc[] {
  const x = xy[disc * 2]!;
  const y = xy[disc * 2 + 1]!;
  const covered: { from: number; to: number; by: number }[] = [];
  for (const other of index.within(x, y, 2 * radiusM)) {
    if (other === disc) continue;
    const dx = xy[other * 2]! - x;
    const dy = xy[other * 2 + 1]! - y;
    const distance = Math.hypot(dx, dy);
    if (distance >= 2 * radiusM) continue;
    groups.join(disc, other);
    const half = Math.acos(distance / (2 * radiusM));
    const from = positive(Math.atan2(dy, dx) - half);
    const to = from + 2 * half;
    covered.push({ from, to, by: other });
    // Both turns, so that one sweep from 0 to a full turn sees what wraps around.
    if (to > TURN) covered.push({ from: from - TURN, to: to - TURN, by: other });
  }
  if (covered.length === 0) return [{ disc, from: 0, to: TURN, next: -1, previous: -1 }];
  covered.sort((a, b) => a.from - b.from);
  const gaps: { from: number; to: number; previous: number; next: number }[] = [];
  let reach = { to: 0, by: -1 };
  for (const interval of covered) {
    if (interval.from > reach.to)
      gaps.push({ from: reach.to, to: interval.from, previous: reach.by, next: interval.by });
    if (interval.to > reach.to) reach = { to: interval.to, by: interval.by };
  }
  if (reach.to < TURN) gaps.push({ from: reach.to, to: TURN, previous: reach.by, next: -1 });
  // A gap that runs through angle 0 was cut there: the last and the first belong together.
  const first = gaps[0];
  const last = gaps[gaps.length - 1];
  if (first && last && first !== last && first.previous === -1 && last.next === -1) {
    gaps.shift();
    gaps.pop();
    gaps.push({ from: last.from, to: first.to + TURN, previous: last.previous, next: first.next });
  } else if (first && first.previous === -1 && first === last && last.next === -1) {
    return [{ disc, from: 0, to: TURN, next: -1, previous: -1 }];
  } else if (first && first.previous === -1) {
    first.previous = reach.by;
  } else if (last && last.next === -1) {
    last.next = covered[0]!.by;
  }
  return gaps.map((gap) => ({ disc, ...gap }));
}

const positive = (angle: number) => (angle < 0 ? angle + TURN : angle);

/** ½∮(x dy − y dx) along the arc. */
function underArc(arc: Arc, xy: Float64Array, radiusM: number): number {
  const { from, to, disc } = arc;
  const turned = radiusM * (to - from);
  const across = xy[disc * 2]! * (Math.sin(to) - Math.sin(from)) - xy[disc * 2 + 1]! * (Math.cos(to) - Math.cos(from));
  return (radiusM / 2) * (turned + across);
}

/** Follows each arc to the one that starts where it ends. */
function chain(arcs: readonly Arc[], xy: Float64Array, radiusM: number, segments: number): Float64Array[] {
  const byStart = new Map<string, number>();
  arcs.forEach((arc, i) => {
    byStart.set(`${arc.disc},${arc.previous}`, i);
  });
  const starts = new KDBush(Math.max(arcs.length, 1));
  for (const arc of arcs) starts.add(...onCircle(arc.disc, arc.from, xy, radiusM));
  if (arcs.length === 0) starts.add(0, 0);
  starts.finish();
  const used = new Uint8Array(arcs.length);
  const rings: Float64Array[] = [];
  for (let i = 0; i < arcs.length; i++) {
    if (used[i]) continue;
    const ring: number[] = [];
    for (let at = i; at >= 0 && !used[at]; ) {
      used[at] = 1;
      const arc = arcs[at]!;
      appendArc(ring, arc, xy, radiusM, segments);
      if (arc.next < 0) break;
      at = byStart.get(`${arc.next},${arc.disc}`) ?? nearestUnused(arc, starts, used, xy, radiusM);
    }
    if (ring.length >= 6) rings.push(Float64Array.from(ring));
  }
  return rings;
}

/** Where three circles meet in one point, rounding can leave an arc's named successor without an arc: take what starts there. */
function nearestUnused(arc: Arc, starts: KDBush, used: Uint8Array, xy: Float64Array, radiusM: number): number {
  const [x, y] = onCircle(arc.disc, arc.to, xy, radiusM);
  return starts.within(x, y, radiusM * 1e-5).find((i) => !used[i]) ?? -1;
}

const onCircle = (disc: number, angle: number, xy: Float64Array, radiusM: number): [number, number] => [
  xy[disc * 2]! + radiusM * Math.cos(angle),
  xy[disc * 2 + 1]! + radiusM * Math.sin(angle),
];

/** The arc's start and the fixed vertices inside it; its end is the next arc's start. */
function appendArc(ring: number[], arc: Arc, xy: Float64Array, radiusM: number, segments: number): void {
  const step = TURN / segments;
  if (arc.next >= 0) ring.push(...onCircle(arc.disc, arc.from, xy, radiusM));
  const whole = arc.next < 0;
  const first = whole ? 0 : Math.floor(arc.from / step) + 1;
  const last = whole ? segments - 1 : Math.ceil(arc.to / step) - 1;
  for (let k = first; k <= last; k++) ring.push(...onCircle(arc.disc, (k % segments) * step, xy, radiusM));
}

function shoelace(ring: Float64Array): number {
  let sum = 0;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    sum += ring[j]! * ring[i + 1]! - ring[i]! * ring[j + 1]!;
  }
  return sum / 2;
}

/** Which discs hang together: union-find with path halving. */
class Groups {
  count: number;
  readonly #parent: Int32Array;

  constructor(n: number) {
    this.count = n;
    this.#parent = Int32Array.from({ length: n }, (_, i) => i);
  }

  join(a: number, b: number): void {
    const [rootA, rootB] = [this.#root(a), this.#root(b)];
    if (rootA === rootB) return;
    this.#parent[rootA] = rootB;
    this.count--;
  }

  #root(i: number): number {
    const parent = this.#parent;
    let at = i;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  }
}
