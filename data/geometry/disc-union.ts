import KDBush from "kdbush";
import { CoveredAngles, TURN } from "./covered-angles.ts";

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
  /** Above `from`, up to two turns. */
  readonly to: number;
  /** The disc whose edge is left at the start; -1 for a whole circle. */
  readonly previous: number;
  /** The disc whose edge is met at the end; -1 for a whole circle. */
  readonly next: number;
}

/**
 * Union of discs of one radius, from the arcs that no other disc covers: no polygon clipping.
 *
 * Green's theorem over the exposed arcs gives the exact area, holes included. Identical centres count once. A disc is compared with
 * its nearest neighbours until they cover it, so the cost hardly depends on the radius: about n · log n unless most discs stand
 * at the union's edge.
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
  let reachM = radiusM;
  // In the order of the tree: the next disc stands near this one and needs about the same reach.
  for (const disc of index.ids) {
    const { covered, coveredWithinM } = coverDisc(disc, xy, radiusM, index, groups, reachM);
    reachM = coveredWithinM;
    for (const arc of exposedArcs(disc, covered)) {
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
  const seen = new Map<number, Set<number>>();
  const kept: number[] = [];
  for (let i = 0; i < centers.length; i += 2) {
    const [x, y] = [centers[i]!, centers[i + 1]!];
    const column = seen.get(x);
    if (column?.has(y)) continue;
    if (column) column.add(y);
    else seen.set(x, new Set([y]));
    kept.push(x, y);
  }
  return Float64Array.from(kept);
}

/**
 * What the others cover of a disc's edge, looking farther and farther until it is all covered or nobody else can reach it.
 *
 * Stopping early loses no connection: where a farther disc j touches disc i, the edge of i is covered by some nearer k, which then
 * overlaps j and lies nearer to j than i does.
 */
function coverDisc(
  disc: number,
  xy: Float64Array,
  radiusM: number,
  index: KDBush,
  groups: Groups,
  startM: number,
): { covered: CoveredAngles; coveredWithinM: number } {
  const x = xy[disc * 2]!;
  const y = xy[disc * 2 + 1]!;
  const covered = new CoveredAngles();
  const diameter = 2 * radiusM;
  let seenM = 0;
  for (let reachM = Math.min(startM, diameter); ; reachM = Math.min(reachM * 2, diameter)) {
    for (const other of index.within(x, y, reachM)) {
      const dx = xy[other * 2]! - x;
      const dy = xy[other * 2 + 1]! - y;
      const distance = Math.sqrt(dx * dx + dy * dy);
      // Nearer ones were seen on the round before; discs that only touch share no ground.
      if (other === disc || distance < seenM || distance >= diameter) continue;
      groups.join(disc, other);
      covered.add(Math.atan2(dy, dx), Math.acos(distance / diameter), other);
    }
    // Half as far for the neighbour: the reach follows the density down as well as up.
    if (covered.isFull || reachM === diameter) return { covered, coveredWithinM: reachM / 2 };
    seenM = reachM;
  }
}

const exposedArcs = (disc: number, covered: CoveredAngles): Arc[] =>
  covered.isEmpty
    ? [{ disc, from: 0, to: TURN, previous: -1, next: -1 }]
    : covered.gaps().map((gap) => ({ disc, ...gap }));

/** ½∮(x dy − y dx) along the arc. */
function underArc(arc: Arc, xy: Float64Array, radiusM: number): number {
  const { from, to, disc } = arc;
  const turned = radiusM * (to - from);
  const across = xy[disc * 2]! * (Math.sin(to) - Math.sin(from)) - xy[disc * 2 + 1]! * (Math.cos(to) - Math.cos(from));
  return (radiusM / 2) * (turned + across);
}

/** Follows each arc to the one that starts where it ends. */
function chain(arcs: readonly Arc[], xy: Float64Array, radiusM: number, segments: number): Float64Array[] {
  const n = xy.length / 2;
  const byStart = new Map<number, number>();
  arcs.forEach((arc, i) => {
    if (arc.previous >= 0) byStart.set(arc.disc * n + arc.previous, i);
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
      at = byStart.get(arc.next * n + arc.disc) ?? nearestUnused(arc, starts, used, xy, radiusM);
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
