import { z } from "zod";
import { findClusters } from "../traffic/clusters/find-clusters.ts";
import { type CrashSection, crashSectionsOf } from "../traffic/clusters/test-sections.ts";
import { countCrashes } from "../traffic/count-crashes.ts";
import { CRASH_PARAMETERS } from "../traffic/crash-parameters.ts";
import { routeNetworkOf } from "../traffic/network/build-network.ts";
import { stretchesOnRoute } from "../traffic/network/route-stretches.ts";
import { type CrashSelection, selectCrashes } from "../traffic/select-crashes.ts";
import { placeOfStretch } from "../traffic/site-place.ts";
import { isOn, type Stretch } from "../traffic/stretches.ts";
import type { CrashCluster, CrashClusterSummary } from "./crash-cluster-results.ts";
import { defineAnalysis } from "./define.ts";
import { limitSchema } from "./parameters.ts";

/** With fewer crashes a year than this in all, what looks like a cluster comes and goes with the year. */
export const FEWEST_PER_YEAR = 30;

/** On a section with fewer, two crashes at one place would already be called a cluster. */
export const FEWEST_PER_SECTION = 5;

const Parameters = z.strictObject({
  ...CRASH_PARAMETERS,
  periodYears: z.number().min(0.25).max(20).default(3).describe("Length of the period when `from` is not given"),
  bandwidthM: z.number().min(50).max(500).default(100).describe("Half width of the kernel in metres, 50 to 500"),
  simulations: z.int().min(99).max(9_999).default(999).describe("Random placements per section, 99 to 9999"),
  level: z.number().min(0.001).max(0.2).default(0.05).describe("Share of chance among what is reported, 0.001 to 0.2"),
  seed: z.int().min(0).max(2_147_483_647).default(1),
  junctionRadiusM: z
    .number()
    .min(0)
    .max(300)
    .default(100)
    .describe("Accidents nearer to a junction are left out, metres along the road, 0 to 300"),
  limit: limitSchema(500),
});

/**
 * Stretches on which crashes lie closer together than chance puts them, strongest first: what statistics say beside the rule.
 *
 * @see {@link findClusters}
 */
export const crashClusters = defineAnalysis<typeof Parameters, CrashCluster, CrashClusterSummary>({
  name: "crash-clusters",
  title: { zh: "事故聚集路段（KDE+）", en: "Crash clusters (KDE+)" },
  description: {
    zh: "沿路线的核密度加蒙特卡罗检验：只报告比随机分布显著密集的路段，控制误报比例，按强度排序；路口范围内的事故另计。",
    en: "Density along each route tested against random placement: only significant clusters, false alarms controlled, strongest first; crashes at junctions are left out.",
  },
  parameters: Parameters,
  layers: () => ["accidents", "roads"],
  run(parameters, inputs) {
    const { bandwidthM, simulations, level, seed, junctionRadiusM, limit } = parameters;
    const selection = selectCrashes(parameters, inputs);
    const network = routeNetworkOf(inputs.snapshot("roads"));
    const { placed, rows, years } = selection;
    const { sections, atJunctions } = placed
      ? crashSectionsOf(network, placed, rows, junctionRadiusM)
      : { sections: [], atJunctions: 0 };
    const tested = sections.filter((section) => section.rows.length >= FEWEST_PER_SECTION);
    const tooFew = sections.filter((section) => section.rows.length < FEWEST_PER_SECTION);
    const perYear = years > 0 ? rows.length / years : null;
    const isTooFew = perYear === null || perYear < FEWEST_PER_YEAR || tested.length === 0;
    const { clusters, mostSimulations } = isTooFew
      ? { clusters: [], mostSimulations: 0 }
      : findClusters(tested, { bandwidthM, simulations, level, seed });
    const uncounted = parameters.doubtful === "count" ? new Uint32Array() : selection.doubtfulRows;
    const findings = clusters.slice(0, limit).map(({ section, fromM, toM, ...measures }): CrashCluster => {
      const own = tested[section]!;
      const route = network.routes[own.route]!;
      // A ring is tested from where it was cut on; its stakes are told from where they begin.
      const lapM = own.turnM !== null && fromM >= route.toM ? own.turnM : 0;
      const place = placeOfStretch(network, own.route, fromM - lapM, toM - lapM);
      return {
        id: `cluster ${route.id} ${Math.round(fromM - lapM)}-${Math.round(toM - lapM)}`,
        place,
        ...crashesWithin(own, fromM, toM, selection, uncounted, stretchesOnRoute(route, fromM, toM)),
        ...measures,
      };
    });
    return {
      findings,
      summary: {
        from: selection.from,
        to: selection.to,
        bandwidthM,
        simulations,
        mostSimulations,
        junctionRadiusM,
        level,
        seed,
        tally: selection.tally,
        atJunctions,
        sectionsTested: tested.length,
        sectionsTooFew: tooFew.length,
        crashesTooFew: tooFew.reduce((sum, section) => sum + section.rows.length, 0),
        fewest: FEWEST_PER_SECTION,
        found: clusters.length,
        listed: findings.length,
        perYear,
        fewestPerYear: FEWEST_PER_YEAR,
        answer: isTooFew ? "too-few" : clusters.length > 0 ? "clusters" : "none",
      },
    };
  },
});

function crashesWithin(
  { route, rows, stakesM }: CrashSection,
  fromM: number,
  toM: number,
  { crashes, placed }: CrashSelection,
  uncounted: Uint32Array,
  onRoute: readonly Stretch[],
): Pick<CrashCluster, "counts" | "accidentIds" | "doubtful"> {
  const inside = rows.filter((_, i) => stakesM[i]! >= fromM && stakesM[i]! <= toM);
  inside.sort((a, b) => crashes.timeMs[a]! - crashes.timeMs[b]! || a - b);
  const doubtful = uncounted.filter((row) => placed!.route[row] === route && isOn(onRoute, placed!.stakeM[row]!));
  return {
    counts: countCrashes(crashes, inside),
    accidentIds: Array.from(inside, (row) => crashes.snapshot.ids.get(row) ?? ""),
    doubtful: doubtful.length,
  };
}
