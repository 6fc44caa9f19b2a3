import { z } from "zod";
import { fillInside, fillNear, type RasterFrame } from "../geometry/fill-near.ts";
import { boxOf } from "../geometry/measure.ts";
import type { Outline } from "../geometry/outlines.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import { factsOfProposal, hazardProfileOf } from "../standards/classify/hazard-cases.ts";
import { targetProfileOf, targetProfileOfHazard } from "../standards/classify/target-facets.ts";
import { ProposalSchema } from "../standards/proposal.ts";
import { type AnalysisInputs, AnalysisRefusal, defineAnalysis } from "./define.ts";
import { getOrMake } from "./get-or-make.ts";
import { ruleIndexOf } from "./match-rules.ts";
import { PLANE_SLACK } from "./measure-pair.ts";
import { encodeRuns } from "./shade-runs.ts";
import { type SitingRadii, sitingRadii } from "./siting-radii.ts";
import { type HazardThing, TARGET_LAYERS, type TargetThing } from "./spacing-things.ts";
import { Surroundings } from "./surroundings.ts";

const Parameters = z.strictObject({
  use: ProposalSchema.shape.use,
  footprintRadiusM: z
    .number()
    .min(0)
    .max(2_000)
    .default(0)
    .describe("The site as a circle around the place; 0: the place is the nearest point of its outline"),
  positionErrorM: z.number().min(0).max(1_000).default(0),
  bounds: z
    .tuple([
      z.number().min(-180).max(180),
      z.number().min(-85).max(85),
      z.number().min(-180).max(180),
      z.number().min(-85).max(85),
    ])
    .optional()
    .describe("[west, south, east, north]; default: the districts"),
  cellM: z.number().min(0.5).max(200).default(5),
});

/** What stands in the way at a place; the raster's values. The greater one holds. */
export const SITING_SHADES = ["allowed", "unverified", "doubtful", "forbidden", "outside"] as const;
export type SitingShade = (typeof SITING_SHADES)[number];

export interface SitingSummary {
  /** On the zone's plane, whose centre is `planeCenter`; row 0 is the southernmost, column 0 the westernmost. */
  readonly frame: RasterFrame;
  readonly planeCenter: readonly [number, number];
  /** Outer corners, WGS84: north-west, north-east, south-east, south-west. */
  readonly corners: readonly (readonly [number, number])[];
  /** The raster row by row as runs (`decodeRuns`). */
  readonly runs: string;
  readonly areaKm2: Readonly<Record<SitingShade, number>>;
  /** Neighbours from which some rule keeps the use away. */
  readonly neighbours: number;
  readonly reachM: number;
}

/** More cells than this nobody can look at, and they take longer than a slider may. */
const MOST_CELLS = 40_000_000;

const LAYERS = Object.keys(TARGET_LAYERS);

/**
 * Where a use may stand: the zone as a raster, each cell judged at its centre by every rule between the use and all that is there,
 * in both directions.
 *
 * Distances are exact on the zone's plane (at most 3.1e-5 longer than the geodesic within 50 km). The inside of what stands there is
 * never allowed where a rule is about it, since it is taken to stay (the check of a site inside a building takes that for its own). Where the districts are known, cells outside them are `outside`.
 *
 * @throws AnalysisRefusal when the raster would have more than 40 million cells, or there is nothing to say where the zone is.
 */
export const siting = defineAnalysis<typeof Parameters, never, SitingSummary>({
  name: "siting",
  title: { zh: "选址适宜区", en: "Where it may stand" },
  description: {
    zh: "给定用途和数量，全区逐格判断：各条规范都满足、仅有待核实条款阻碍、仅因位置误差或情况不明无法判定、不得布置。",
    en: "For a use and its quantity, each cell of the zone: allowed, only unverified rules, only doubts, or forbidden.",
  },
  parameters: Parameters,
  usesRules: true,
  layers: () => [...LAYERS, "districts"],
  run(parameters, inputs) {
    const { frame, districts } = frameOf(parameters, inputs);
    const around = surroundingsOf(inputs);
    const found = findNeighbours(parameters, frame, inputs, around);
    const { runs, counts } = judgeCells(frame, districts, found, parameters.footprintRadiusM, around);
    const cellKm2 = frame.cellM ** 2 / 1_000_000;
    const { originX, originY, cellM, columns, rows } = frame;
    const [east, north] = [originX + columns * cellM, originY + rows * cellM];
    const at = (x: number, y: number) => inputs.plane.toLonLat(x, y);
    return {
      findings: [],
      summary: {
        frame,
        planeCenter: inputs.plane.center,
        corners: [at(originX, north), at(east, north), at(east, originY), at(originX, originY)],
        runs,
        areaKm2: Object.fromEntries(SITING_SHADES.map((shade, i) => [shade, counts[i]! * cellKm2])) as Record<
          SitingShade,
          number
        >,
        neighbours: found.neighbours.length,
        reachM: found.reachM,
      },
    };
  },
});

type Given = z.output<typeof Parameters>;

function frameOf({ bounds, cellM }: Given, inputs: AnalysisInputs): { frame: RasterFrame; districts: Outline[] } {
  const snapshot = inputs.snapshot("districts");
  const { outline } = surroundingsOf(inputs).side("districts");
  const districts = Array.from({ length: snapshot.count }, (_, row) => outline(row)).filter(({ kind }) => kind === 2);
  const box = bounds ? planeBox(bounds, inputs) : boxAround(districts.map(boxOf));
  if (!box) throw new AnalysisRefusal("bounds", "no district says where the zone is", "[west, south, east, north]");
  const [minX, minY, maxX, maxY] = box;
  if (!(maxX > minX && maxY > minY))
    throw new AnalysisRefusal("bounds", "hold no area", "west below east, south below north");
  // Cells of one size share their edges, whatever part of the zone is looked at.
  const [originX, originY] = [Math.floor(minX / cellM) * cellM, Math.floor(minY / cellM) * cellM];
  const [columns, rows] = [Math.ceil((maxX - originX) / cellM), Math.ceil((maxY - originY) / cellM)];
  if (columns * rows > MOST_CELLS)
    throw new AnalysisRefusal(
      "cellM",
      `makes ${columns} × ${rows} cells`,
      `at most ${MOST_CELLS} cells: ${Math.ceil(Math.sqrt(((maxX - minX) * (maxY - minY)) / MOST_CELLS) * 10) / 10} m or more`,
    );
  return { frame: { originX, originY, cellM, columns, rows }, districts };
}

type Box = readonly [number, number, number, number];

function planeBox([west, south, east, north]: Box, { plane }: AnalysisInputs): Box {
  const corners = [plane.toPlane(west, south), plane.toPlane(east, south), plane.toPlane(east, north)];
  return boxAround([...corners, plane.toPlane(west, north)].map(([x, y]) => [x, y, x, y]))!;
}

const boxAround = (boxes: readonly Box[]): Box | null =>
  boxes.length === 0
    ? null
    : boxes.reduce((a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]);

interface Neighbour {
  readonly outline: Outline;
  readonly radii: SitingRadii;
}

interface Neighbourhood {
  readonly neighbours: readonly Neighbour[];
  /** Equal where the same neighbours keep the use away by the same radii. */
  readonly key: string;
  readonly reachM: number;
}

/** Everything in or near the raster from which some rule keeps the use away, or which some rule keeps from it. */
function findNeighbours(given: Given, frame: RasterFrame, inputs: AnalysisInputs, around: Surroundings): Neighbourhood {
  const index = ruleIndexOf(inputs.rules);
  const { hazard, target } = placeless(given);
  const neighbours: Neighbour[] = [];
  let farthestM = 0;
  // Neighbours of one profile, one error and one road differ in nothing but their place and what their outline is of.
  const known = new Map<object, Map<string, SitingRadii>>();
  const add = (a: HazardThing, b: TargetThing, other: HazardThing | TargetThing) => {
    const key = `${other.errorM} ${other.road?.class} ${other.road?.widthM} ${other.outline.kind === 1} ${a.mayStandBack}`;
    const ofProfile = getOrMake(known, other.profile, () => new Map<string, SitingRadii>());
    const radii = getOrMake(ofProfile, key, () => sitingRadii(a, b, index));
    if (radii.doubtfulM === 0 && radii.unverifiedM === 0) return;
    neighbours.push({ outline: other.outline, radii });
  };
  const near = (layer: string, reachM: number) => {
    const side = around.side(layer);
    const doubtM = 2 * Math.hypot(given.positionErrorM, side.mostErrorM);
    const { originX, originY, cellM, columns, rows } = frame;
    const box = [originX, originY, originX + columns * cellM, originY + rows * cellM] as const;
    farthestM = Math.max(farthestM, reachM);
    return side.near(box, (reachM + doubtM) * PLANE_SLACK + side.mostOffsetM + given.footprintRadiusM);
  };
  if (hazard)
    for (const layer of LAYERS) {
      const reachM = index.reachM(hazard.profile, layer);
      if (reachM === 0) continue;
      for (const row of near(layer, reachM)) {
        const each = around.target(layer, row);
        if (each) add(hazard, each, each);
      }
    }
  const reachM = index.reachToM(target.profile);
  if (reachM > 0) {
    for (const row of near("hazard-sources", reachM)) {
      const each = around.hazard(row);
      add(each, target, each);
    }
    for (const layer of ["roads", "infrastructure"] as const)
      for (const row of near(layer, reachM)) {
        const each = around.zoneLine(layer, row);
        if (each) add(each, target, each);
      }
  }
  const radii = [...known.values()].flatMap((ofProfile) => [...ofProfile.values()]);
  return { neighbours, key: `${neighbours.length} ${JSON.stringify(radii)}`, reachM: farthestM };
}

const ANYWHERE: Outline = { kind: 0, parts: [Float64Array.of(0, 0)] };

/** The use as both things that it is, without a place. */
function placeless({ use, positionErrorM }: Given): { hazard: HazardThing | null; target: TargetThing } {
  const thing = { layer: null, row: -1, outline: ANYWHERE, errorM: positionErrorM, road: null, reasons: [] };
  const target = { ...thing, at: [0, 0] as const, creditCode: null };
  if (use.side === "target")
    return { hazard: null, target: { ...target, profile: targetProfileOf(use.target), people: use.target.people } };
  return {
    hazard: {
      ...thing,
      profile: hazardProfileOf(factsOfProposal(use.hazard)),
      creditCode: null,
      // The raster is about the nearest point of the unit itself.
      mayStandBack: false,
    },
    target: { ...target, profile: targetProfileOfHazard(use.hazard), people: null },
  };
}

/** The last raster: most steps of a slider stay within a band of the tables, and change nothing. */
let lastJudged: {
  readonly key: string;
  readonly around: Surroundings;
  readonly cells: Uint8Array;
  readonly judged: ReturnType<typeof encodeRuns>;
} | null = null;

function judgeCells(
  frame: RasterFrame,
  districts: readonly Outline[],
  found: Neighbourhood,
  footprintM: number,
  around: Surroundings,
): ReturnType<typeof encodeRuns> {
  const key = `${JSON.stringify(frame)} ${footprintM} ${found.key}`;
  if (lastJudged?.key === key && lastJudged.around === around) return lastJudged.judged;
  const count = frame.columns * frame.rows;
  const cells = lastJudged?.cells.length === count ? lastJudged.cells.fill(0) : new Uint8Array(count);
  paint(cells, frame, found, footprintM);
  if (districts.length > 0) maskOutside(cells, frame, districts);
  const judged = encodeRuns(cells, SITING_SHADES.length);
  lastJudged = { key, around, cells, judged };
  return judged;
}

/** The lesser shades first: what is painted later covers them. */
function paint(cells: Uint8Array, frame: RasterFrame, { neighbours }: Neighbourhood, footprintM: number): void {
  const shades = [
    ["unverified", "unverifiedM"],
    ["doubtful", "doubtfulM"],
    ["forbidden", "forbiddenM"],
  ] as const;
  for (const [shade, radius] of shades) {
    const value = SITING_SHADES.indexOf(shade);
    for (const { outline, radii } of neighbours) {
      // A lesser shade that a greater one covers entirely is not painted.
      if (radius === "unverifiedM" && radii.unverifiedM <= radii.doubtfulM) continue;
      if (radius === "doubtfulM" && radii.doubtfulM <= radii.forbiddenM) continue;
      if (radii[radius] > 0) fillNear(cells, frame, outline, radii[radius] + footprintM, value);
    }
  }
}

const OUTSIDE = SITING_SHADES.indexOf("outside");

/** Stretches of the last raster outside the districts, as pairs of ends. */
let lastMask: { readonly key: string; readonly of: Outline; readonly spans: Int32Array } | null = null;

function maskOutside(cells: Uint8Array, frame: RasterFrame, districts: readonly Outline[]): void {
  const key = JSON.stringify(frame);
  if (lastMask?.key !== key || lastMask.of !== districts[0])
    lastMask = { key, of: districts[0]!, spans: spansOutside(cells.length, frame, districts) };
  const { spans } = lastMask;
  for (let k = 0; k < spans.length; k += 2) cells.fill(OUTSIDE, spans[k], spans[k + 1]);
}

function spansOutside(count: number, frame: RasterFrame, districts: readonly Outline[]): Int32Array {
  const inside = new Uint8Array(count);
  for (const district of districts) fillInside(inside, frame, district, 1);
  const ends: number[] = [];
  for (let i = 0; i < count; i++) {
    if (inside[i] === 1) continue;
    const next = inside.indexOf(1, i);
    const end = next < 0 ? count : next;
    ends.push(i, end);
    i = end;
  }
  return Int32Array.from(ends);
}

let lastSurroundings: {
  readonly of: readonly Snapshot[];
  readonly plane: string;
  readonly around: Surroundings;
} | null = null;

/** Kept while the layers stay the same: a slider asks a hundred times about the same zone. */
function surroundingsOf(inputs: AnalysisInputs): Surroundings {
  const of = LAYERS.map((layer) => inputs.snapshot(layer));
  const plane = inputs.plane.center.join();
  if (lastSurroundings?.plane !== plane || of.some((snapshot, i) => snapshot !== lastSurroundings!.of[i]))
    lastSurroundings = { of, plane, around: new Surroundings(inputs) };
  return lastSurroundings.around;
}
