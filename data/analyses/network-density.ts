import { z } from "zod";
import { CRASH_PARAMETERS } from "../traffic/crash-parameters.ts";
import { routeNetworkOf } from "../traffic/network/build-network.ts";
import { stretchGeometry } from "../traffic/network/linear-reference.ts";
import type { RouteNetwork } from "../traffic/network/route.ts";
import { roadStretches } from "../traffic/network/route-stretches.ts";
import { type PieceDensities, roadDensity } from "../traffic/road-density.ts";
import { type CrashSelection, selectCrashes } from "../traffic/select-crashes.ts";
import { nearestStretch, type Stretch } from "../traffic/stretches.ts";
import type { DensityPiece, NetworkDensitySummary } from "./crash-cluster-results.ts";
import { AnalysisRefusal, defineAnalysis } from "./define.ts";
import { limitSchema } from "./parameters.ts";

/** Crashes per km and year where the bands begin when none are asked: the same for every view. */
export const NETWORK_DENSITY_EDGES: readonly number[] = [0.5, 1, 2, 5, 10, 20, 50, 100];

const Parameters = z.strictObject({
  ...CRASH_PARAMETERS,
  periodYears: z.number().min(0.25).max(20).default(3).describe("Length of the period when `from` is not given"),
  bandwidthM: z.number().min(100).max(300).default(200).describe("Half width of the kernel in metres, 100 to 300"),
  pieceM: z.number().min(10).max(50).default(25).describe("Longest piece of road with one density, metres, 10 to 50"),
  edges: z.array(z.number().gt(0)).min(1).max(24).optional().describe("Rising, in crashes per km and year"),
  limit: limitSchema(200_000),
});

/**
 * How densely crashes lie along the roads, for display: in fixed bands of crashes per km and year, measured along each road, so that
 * nothing spills over to a parallel one. What lies below the first edge is not listed.
 *
 * @see {@link roadDensity}
 */
export const networkDensity = defineAnalysis<typeof Parameters, DensityPiece, NetworkDensitySummary>({
  name: "network-density",
  title: { zh: "沿路密度", en: "Network density" },
  description: {
    zh: "沿路线的核密度，单位为每公里每年起数，分级固定；核沿本路线通过路口，不扩散到平行道路。仅用于显示。",
    en: "Kernel density along each route in crashes per km and year, in fixed bands; it runs through junctions and never onto parallel roads. For display only.",
  },
  parameters: Parameters,
  layers: () => ["accidents", "roads"],
  run(parameters, inputs) {
    const { bandwidthM, pieceM, edges = NETWORK_DENSITY_EDGES, limit } = parameters;
    if (edges.some((edge, i) => i > 0 && edge <= edges[i - 1]!)) {
      throw new AnalysisRefusal("edges", "the edges do not rise", "numbers above 0, each larger than the one before");
    }
    const selection = selectCrashes(parameters, inputs);
    const network = routeNetworkOf(inputs.snapshot("roads"));
    const perKmYear = selection.years > 0 ? 1000 / selection.years : 0;
    let max = 0;
    const stretches: BandStretch[] = [];
    for (const { route, stretch, stakesM } of crashedStretches(network, selection)) {
      const densities = roadDensity(stretch[0], stretch[1], stakesM, bandwidthM, pieceM);
      for (const density of densities.perM) max = Math.max(max, density * perKmYear);
      stretches.push(...bandStretches(route, stretch[0], densities, perKmYear, edges));
    }
    // The densest are drawn when not all can be.
    if (stretches.length > limit) stretches.sort((a, b) => b.perKmYear - a.perKmYear);
    const findings = stretches.slice(0, limit).map(({ route, ...piece }) => ({
      route: network.routes[route]!.id,
      ...piece,
      geometry: stretchGeometry(network, route, piece.fromM, piece.toM),
    }));
    return {
      findings,
      summary: {
        unit: "per-km-year",
        from: selection.from,
        to: selection.to,
        years: selection.years,
        bandwidthM,
        pieceM,
        edges,
        max,
        tally: selection.tally,
        found: stretches.length,
        listed: findings.length,
      },
    };
  },
});

interface CrashedStretch {
  readonly route: number;
  readonly stretch: Stretch;
  readonly stakesM: number[];
}

function crashedStretches(network: RouteNetwork, { placed, rows }: CrashSelection): CrashedStretch[] {
  if (!placed) return [];
  const roads = roadStretches(network);
  const stakes: number[][][] = roads.map((own) => own.map(() => []));
  for (const row of rows) {
    const [route, stakeM] = [placed.route[row]!, placed.stakeM[row]!];
    const part = nearestStretch(roads[route]!, stakeM);
    if (part < 0) continue;
    const [fromM, toM] = roads[route]![part]!;
    stakes[route]![part]!.push(Math.min(toM, Math.max(fromM, stakeM)));
  }
  return stakes.flatMap((parts, route) =>
    parts.flatMap((stakesM, part) => (stakesM.length === 0 ? [] : { route, stretch: roads[route]![part]!, stakesM })),
  );
}

interface BandStretch extends Omit<DensityPiece, "route" | "geometry"> {
  readonly route: number;
}

/** Neighbouring pieces of one band as one. */
function bandStretches(
  route: number,
  startM: number,
  { pieceM, perM }: PieceDensities,
  perKmYear: number,
  edges: readonly number[],
): BandStretch[] {
  const stretches: BandStretch[] = [];
  let [first, band, sum] = [0, -1, 0];
  for (let piece = 0; piece <= perM.length; piece++) {
    const density = piece < perM.length ? perM[piece]! * perKmYear : 0;
    const own = piece < perM.length ? bandOf(density, edges) : -2;
    if (own !== band) {
      if (band >= 0) {
        const [fromM, toM] = [startM + first * pieceM, startM + piece * pieceM];
        stretches.push({ route, fromM, toM, perKmYear: sum / (piece - first), band });
      }
      [first, band, sum] = [piece, own, 0];
    }
    sum += density;
  }
  return stretches;
}

/** Index of the last edge that is not above the density; -1 below the first. */
function bandOf(density: number, edges: readonly number[]): number {
  let band = -1;
  while (band + 1 < edges.length && edges[band + 1]! <= density) band++;
  return band;
}
