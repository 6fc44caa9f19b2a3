import type { CollisionDiagram, DiagramGroup, DiagramLeg, DiagramPoint } from "./collision-diagram.ts";
import { bearingOfCompass, bearingVector, glyphPaths } from "./glyph.ts";
import { type CrashGroup, type DrawnCrash, groupCrashes } from "./group-crashes.ts";

/** A road away from the middle of a site; compass degrees. */
export interface RoadLeg {
  readonly label: string;
  readonly bearingDeg: number;
}

/** The roads of a site as the diagram needs them. */
export type DiagramRoads =
  | {
      readonly kind: "segment";
      readonly label: string;
      readonly fromM: number;
      readonly toM: number;
      /** From its first to its last stake, compass degrees. */
      readonly bearingDeg: number;
    }
  | {
      readonly kind: "junction" | "circle";
      readonly legs: readonly RoadLeg[];
    };

/** A glyph with its number and the room around it. */
const CELL = 2.7;
const HALF = CELL / 2;
/** Half of a glyph's arrows, inside the cell; the caption stands below them. */
const GLYPH = 0.82;
/** Of a stretch's axis, whatever its length in metres. */
const AXIS_LENGTH = 14;
const MARGIN = 0.7;
/** From a road's line to the glyphs beside it. */
const BESIDE = HALF + 0.35;

/**
 * Draws every crash of a site once, like crashes as one glyph. Glyphs never overlap: along a stretch they stand beside the mean stake of
 * their crashes, at a junction beside the leg that their first party came in on (where no course is recorded, the leg nearest to where
 * they happened). A stretch lies with its stakes growing to the right; everything else has north up.
 */
export function collisionDiagram(roads: DiagramRoads, crashes: readonly DrawnCrash[]): CollisionDiagram {
  const { recorded, unrecorded } = groupCrashes(crashes);
  const upBearingDeg = roads.kind === "segment" ? (roads.bearingDeg + 270) % 360 : 0;
  const laid = roads.kind === "segment" ? alongAxis(roads, recorded) : aroundMiddle(roads.legs, recorded);
  const points: DiagramPoint[] = [[0, 0], ...laid.places, ...laid.legs.flatMap(({ path }) => path)];
  const [left, top] = [0, 1].map((axis) => Math.min(...points.map((point) => point[axis]!)) - HALF - MARGIN);
  const [right, bottom] = [0, 1].map((axis) => Math.max(...points.map((point) => point[axis]!)) + HALF + MARGIN);
  const moved = ([x, y]: DiagramPoint): DiagramPoint => [x - left!, y - top!];
  const width = right! - left!;
  const perRow = Math.max(1, Math.floor((width - MARGIN) / CELL));
  const rows = Math.ceil(unrecorded.length / perRow);
  const below = (i: number): DiagramPoint => [
    MARGIN + HALF + (i % perRow) * CELL,
    bottom! - top! + HALF + Math.floor(i / perRow) * CELL,
  ];
  const anchorOf = (group: CrashGroup) => {
    const anchor = laid.anchorOf(group);
    return anchor && moved(anchor);
  };
  return {
    kind: roads.kind,
    width,
    height: bottom! - top! + (rows > 0 ? rows * CELL + MARGIN : 0),
    upBearingDeg,
    legs: laid.legs.map(({ label, path }) => ({ label, path: path.map(moved) })),
    stakes: laid.stakes.map(({ stakeM, at }) => ({ stakeM, at: moved(at) })),
    groups: recorded.map((group, i) => drawn(group, i + 1, moved(laid.places[i]!), anchorOf(group), upBearingDeg)),
    unrecorded: unrecorded.map((group, i) =>
      drawn(group, recorded.length + i + 1, below(i), anchorOf(group), upBearingDeg),
    ),
  };
}

interface LaidOut {
  readonly legs: readonly DiagramLeg[];
  readonly stakes: CollisionDiagram["stakes"];
  /** Centre of each group's glyph. */
  readonly places: readonly DiagramPoint[];
  anchorOf(group: CrashGroup): DiagramPoint | null;
}

function alongAxis(roads: Extract<DiagramRoads, { kind: "segment" }>, groups: readonly CrashGroup[]): LaidOut {
  const { label, fromM, toM } = roads;
  const xOf = (stakeM: number) => ((stakeM - fromM) / Math.max(1, toM - fromM)) * AXIS_LENGTH;
  const anchorOf = ({ crashes }: CrashGroup): DiagramPoint | null => {
    const stakes = crashes.map(({ stakeM }) => stakeM).filter((stakeM) => stakeM !== null);
    if (stakes.length === 0) return null;
    const mean = stakes.reduce((sum, stakeM) => sum + stakeM, 0) / stakes.length;
    return [Math.min(AXIS_LENGTH, Math.max(0, xOf(mean))), 0];
  };
  const places: DiagramPoint[] = [];
  for (const group of groups) {
    const x = anchorOf(group)?.[0] ?? AXIS_LENGTH / 2;
    places.push(firstFree(besideAxis(x), places, () => true));
  }
  const path: DiagramPoint[] = [
    [-0.5, 0],
    [AXIS_LENGTH + 0.5, 0],
  ];
  return {
    legs: [{ label, path }],
    stakes: roundStakes(fromM, toM).map((stakeM) => ({ stakeM, at: [xOf(stakeM), 0] })),
    places,
    anchorOf,
  };
}

/** Places above and below the axis, the nearest rows first, shifted along it before a row farther off is taken. */
function* besideAxis(x: number): Generator<DiagramPoint> {
  for (let row = 0; ; row++)
    for (const shift of [0, 0.45, -0.45, 0.9, -0.9, 1.35, -1.35])
      for (const side of [-1, 1])
        yield [Math.min(AXIS_LENGTH - 1, Math.max(1, x + shift)), side * (BESIDE + row * CELL)];
}

/** Both ends and the round stakes between them, four to eight in all. */
function roundStakes(fromM: number, toM: number): number[] {
  const steps = [10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 50_000, 100_000];
  const step = steps.find((each) => (toM - fromM) / each <= 6) ?? 1_000_000;
  const between: number[] = [];
  for (let stakeM = Math.ceil((fromM + step / 3) / step) * step; stakeM < toM - step / 3; stakeM += step)
    between.push(stakeM);
  return [fromM, ...between, toM];
}

function aroundMiddle(roads: readonly RoadLeg[], groups: readonly CrashGroup[]): LaidOut {
  const withVector = (leg: RoadLeg) => ({ ...leg, vector: bearingVector(leg.bearingDeg, 0) });
  const drawnLegs = apartLegs(roads).map(withVector);
  // Without roads the eight directions order the glyphs, and no line is drawn.
  const directions =
    drawnLegs.length > 0
      ? drawnLegs
      : Array.from({ length: 8 }, (_, i) => withVector({ label: "", bearingDeg: i * 45 }));
  const staysOffRoads = (point: DiagramPoint) =>
    drawnLegs.every(({ vector }) => distanceToRay(point, vector) >= BESIDE - 0.01) && Math.hypot(...point) > HALF;
  const places: DiagramPoint[] = [];
  for (const group of groups) {
    const bearing = bearingOfGroup(group);
    const leg = nearestLeg(directions, bearing);
    places.push(firstFree(besideLeg(leg.vector), places, staysOffRoads));
  }
  return { legs: drawnLegs.map((leg) => legBeside(leg, places)), stakes: [], places, anchorOf: () => null };
}

/** As long as the glyphs that stand beside it. */
function legBeside({ label, vector }: RoadLeg & { vector: DiagramPoint }, places: readonly DiagramPoint[]): DiagramLeg {
  const [x, y] = vector;
  const beside = places.filter((place) => distanceToRay(place, vector) < BESIDE + CELL);
  const length = Math.max(4, ...beside.map((place) => place[0] * x + place[1] * y + HALF));
  return {
    label,
    path: [
      [0, 0],
      [x * length, y * length],
    ],
  };
}

/** Legs nearer to each other than this are the carriageways of one road, or cannot be told apart on the drawing. */
const APART_DEG = 15;

function apartLegs(legs: readonly RoadLeg[]): RoadLeg[] {
  const apart: RoadLeg[] = [];
  for (const leg of legs) {
    const i = apart.findIndex(({ bearingDeg }) => degreesBetween(bearingDeg, leg.bearingDeg) < APART_DEG);
    if (i < 0) apart.push(leg);
    else if (!apart[i]!.label.split(" / ").includes(leg.label))
      apart[i] = { ...apart[i]!, label: `${apart[i]!.label} / ${leg.label}` };
  }
  return apart;
}

const degreesBetween = (a: number, b: number): number => Math.abs(((((a - b) % 360) + 540) % 360) - 180);

/** Outwards on both sides of the leg; a second row beside it before it grows much longer. */
function* besideLeg([x, y]: DiagramPoint): Generator<DiagramPoint> {
  const at = (along: number, aside: number): DiagramPoint => [x * along - y * aside, y * along + x * aside];
  for (let along = BESIDE; ; along += 0.45) {
    for (const aside of [BESIDE, -BESIDE]) yield at(along, aside);
    if (along >= BESIDE + 2 * CELL)
      for (const aside of [BESIDE + CELL, -BESIDE - CELL]) yield at(along - 2 * CELL, aside);
  }
}

function firstFree(
  candidates: Iterable<DiagramPoint>,
  taken: readonly DiagramPoint[],
  isAllowed: (point: DiagramPoint) => boolean,
): DiagramPoint {
  for (const [x, y] of candidates) {
    const isFree = taken.every(([x2, y2]) => Math.abs(x - x2) >= CELL || Math.abs(y - y2) >= CELL);
    if (isFree && isAllowed([x, y])) return [x, y];
  }
  throw new RangeError("candidates for places must not end");
}

/** The way its first party came that was not crossing; else where its first crash lies. */
function bearingOfGroup({ roles, crashes }: CrashGroup): number {
  const arrivals = roles.map(({ party }) => party).filter(({ from }) => from !== null);
  const from = (arrivals.find(({ manoeuvre }) => manoeuvre !== "crossing") ?? arrivals[0])?.from;
  if (from) return bearingOfCompass(from);
  return crashes.find(({ bearingDeg }) => bearingDeg !== null)?.bearingDeg ?? 0;
}

function nearestLeg<Leg extends RoadLeg>(legs: readonly Leg[], bearingDeg: number): Leg {
  const apart = (leg: Leg) => degreesBetween(leg.bearingDeg, bearingDeg);
  return legs.reduce((best, leg) => (apart(leg) < apart(best) ? leg : best));
}

function distanceToRay([px, py]: DiagramPoint, [x, y]: DiagramPoint): number {
  const along = px * x + py * y;
  return along <= 0 ? Math.hypot(px, py) : Math.abs(px * y - py * x);
}

function drawn(
  { form, roles, involved, worst, crashes }: CrashGroup,
  number: number,
  at: DiagramPoint,
  anchor: DiagramPoint | null,
  upBearingDeg: number,
): DiagramGroup {
  const paths = glyphPaths(
    roles.map(({ party }) => party),
    form,
    upBearingDeg,
  );
  const placed = ([x, y]: DiagramPoint): DiagramPoint => [at[0] + x * GLYPH, at[1] + y * GLYPH];
  return {
    number,
    form,
    at,
    anchor,
    parties: roles.map(({ party, shape, kinds }, i) => ({
      shape,
      manoeuvre: party.manoeuvre,
      kinds,
      course: party.from === null && party.to === null ? null : [party.from, party.to],
      path: paths[i]!.path.map(placed),
      isHalfKnown: paths[i]!.isHalfKnown,
      isStanding: paths[i]!.isStanding,
      at: placed(paths[i]!.at),
    })),
    involved,
    worst,
    crashes: crashes.map(({ id, code, happenedAt, severity, light }) => ({ id, code, happenedAt, severity, light })),
  };
}
