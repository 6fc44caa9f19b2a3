import { isStanding, type Party } from "../parties.ts";
import { COMPASS, type Compass } from "../party-words.ts";
import type { DiagramPoint } from "./collision-diagram.ts";

/** How one party is drawn, in units of half a glyph around the place where the parties meet. */
export interface GlyphPath {
  readonly path: readonly DiagramPoint[];
  readonly isHalfKnown: boolean;
  readonly isStanding: boolean;
  readonly at: DiagramPoint;
}

/** Tips end this far before the meeting place, so that the mark of the form shows. */
const TIP = 0.14;
const LANE = 0.2;

/** Direction of a compass bearing when `upBearingDeg` points up. */
export function bearingVector(bearingDeg: number, upBearingDeg: number): DiagramPoint {
  const turn = ((bearingDeg - upBearingDeg) * Math.PI) / 180;
  return [Math.sin(turn), -Math.cos(turn)];
}

/** Degrees clockwise from north. */
export const bearingOfCompass = (point: Compass): number => COMPASS.indexOf(point) * 45;

/**
 * The arrows of all parties of a crash: each from where it came to where they met. Where all are on one course, the next is drawn ahead
 * of the first, or beside it when they touched sideways; one that stood still stands ahead. A party without a course gets a place aside.
 */
export function glyphPaths(parties: readonly Party[], form: string | null, upBearingDeg: number): GlyphPath[] {
  const onCourse = new Map<string, number>();
  const isOneCourse = new Set(parties.map(({ from, to }) => `${from}-${to}`)).size === 1;
  const isBeside = form === "sideswipe" || !isOneCourse;
  let aside = 0;
  return parties.map((party) => {
    if (party.from === null && party.to === null) return withoutCourse(party, aside++);
    const vector = (point: Compass | null) => point && bearingVector(bearingOfCompass(point), upBearingDeg);
    const course = `${party.from}-${party.to}`;
    const nth = onCourse.get(course) ?? 0;
    onCourse.set(course, nth + 1);
    const [from, to] = [vector(party.from), vector(party.to)];
    if (from && to) return withCourse(party, from, to, nth, isBeside);
    const path: DiagramPoint[] = from ? [from, times(from, TIP)] : [times(to!, TIP), to!];
    return { path, isHalfKnown: true, isStanding: isStanding(party), at: from ?? to! };
  });
}

function withoutCourse(party: Party, nth: number): GlyphPath {
  const at: DiagramPoint = [nth % 2 === 0 ? 0.7 : -0.7, 0.75 - 0.4 * Math.floor(nth / 2)];
  return { path: [], isHalfKnown: false, isStanding: isStanding(party), at };
}

function withCourse(party: Party, from: DiagramPoint, to: DiagramPoint, nth: number, isBeside: boolean): GlyphPath {
  const whole = { isHalfKnown: false, isStanding: false };
  // To the left of one that comes from `from`, y pointing down.
  const left: DiagramPoint = [-from[1], from[0]];
  if (isStanding(party)) {
    const stand = 0.28 + 0.5 * Math.max(0, nth - 1);
    const path = [times(to, stand), times(to, stand + 0.45)];
    return { path, isHalfKnown: false, isStanding: true, at: times(to, stand + 0.22) };
  }
  if (party.manoeuvre === "u-turn" || isSame(from, to)) {
    const side = times(left, LANE);
    const path = [
      minus(from, side),
      minus(times(from, TIP), side),
      plus(times(from, TIP), side),
      plus(times(to, 0.7), side),
    ];
    return { ...whole, path, at: path[0]! };
  }
  if (!isSame(from, times(to, -1))) return { ...whole, path: [from, [0, 0], times(to, 0.6)], at: from };
  if (party.manoeuvre === "changing-lane" || party.manoeuvre === "overtaking") {
    const side = times(left, (party.manoeuvre === "overtaking" ? 1 : -1) * 2 * LANE);
    return {
      ...whole,
      path: [plus(from, side), plus(times(from, 0.45), side), times(from, TIP)],
      at: plus(from, side),
    };
  }
  if (party.manoeuvre === "run-off") return { ...whole, path: [from, times(to, 0.7)], at: from };
  if (isBeside && nth > 0) {
    const side = times(left, 1.4 * LANE * (nth % 2 === 1 ? 1 : -1) * Math.ceil(nth / 2));
    return { ...whole, path: [plus(from, side), plus(times(from, TIP), side)], at: plus(from, side) };
  }
  if (nth === 0) return { ...whole, path: [from, times(from, TIP)], at: from };
  const side = times(left, LANE * (nth - 1));
  const path = [plus(times(to, TIP), side), plus(times(to, 0.95), side)];
  return { ...whole, path, at: plus(times(to, 0.5), plus(side, times(left, LANE))) };
}

const times = ([x, y]: DiagramPoint, factor: number): DiagramPoint => [x * factor, y * factor];
const plus = (a: DiagramPoint, b: DiagramPoint): DiagramPoint => [a[0] + b[0], a[1] + b[1]];
const minus = (a: DiagramPoint, b: DiagramPoint): DiagramPoint => [a[0] - b[0], a[1] - b[1]];
const isSame = (a: DiagramPoint, b: DiagramPoint): boolean => Math.hypot(a[0] - b[0], a[1] - b[1]) < 1e-6;
