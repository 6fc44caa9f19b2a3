import { z } from "zod";
import type { RasterFrame } from "../geometry/fill-near.ts";
import { boxOf } from "../geometry/measure.ts";
import type { Outline } from "../geometry/outlines.ts";
import { type RasterQuad, rasterQuads } from "../geometry/raster-quads.ts";
import { ProposalSchema } from "../standards/proposal.ts";
import { type AnalysisInputs, AnalysisRefusal, defineAnalysis } from "./define.ts";
import { ruleIndexOf } from "./match-rules.ts";
import { judgeCells, SITING_SHADES, type SitingShade } from "./siting-cells.ts";
import { findNeighbours, surroundingsOf } from "./siting-neighbours.ts";
import type { Reason } from "./spacing-results.ts";
import { scopeOfCheck } from "./spacing-scope.ts";
import { TARGET_LAYERS } from "./spacing-things.ts";

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

export { SITING_SHADES, type SitingShade };

export interface SitingSummary {
  /** On the zone's plane, whose centre is `planeCenter`; row 0 is the southernmost, column 0 the westernmost. */
  readonly frame: RasterFrame;
  readonly planeCenter: readonly [number, number];
  /** Outer corners, WGS84: north-west, north-east, south-east, south-west. */
  readonly corners: readonly (readonly [number, number])[];
  /** Parts that a web map can draw as images with no cell off by more than half its size; one image of 30 km is off by some 30 m. */
  readonly quads: readonly RasterQuad[];
  /** The raster row by row as runs (`decodeRuns`). */
  readonly runs: string;
  readonly areaKm2: Readonly<Record<SitingShade, number>>;
  /** Neighbours from which some rule keeps the use away. */
  readonly neighbours: number;
  readonly reachM: number;
  /** What the rules do not say about the use anywhere. */
  readonly reasons: readonly Reason[];
}

/** More cells than this nobody can look at, and they take longer than a slider may. */
const MOST_CELLS = 40_000_000;

const LAYERS = Object.keys(TARGET_LAYERS);

/**
 * Where a use may stand: the zone as a raster, each cell judged at its centre by every rule between the use and all that is there,
 * in both directions.
 *
 * Distances are exact on the zone's plane (at most 3.1e-5 longer than the geodesic within 50 km). The inside of what stands there is
 * never allowed where a rule is about it, since it is taken to stay (the check of a site inside a building takes that for its own).
 * Where the districts are known, cells outside them are `outside`. A use that the rules do not fully decide is nowhere `allowed`.
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
    const scope = scopeOfCheck(parameters.use, ruleIndexOf(inputs.rules));
    const { runs, counts } = judgeCells(frame, districts, found, parameters.footprintRadiusM, around, scope.isOpen);
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
        quads: rasterQuads(frame, inputs.plane, cellM / 2),
        runs,
        areaKm2: Object.fromEntries(SITING_SHADES.map((shade, i) => [shade, counts[i]! * cellKm2])) as Record<
          SitingShade,
          number
        >,
        neighbours: found.neighbours.length,
        reachM: found.reachM,
        reasons: scope.reasons,
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
