import { z } from "zod";
import { countCrashes } from "../traffic/count-crashes.ts";
import { COUNTERMEASURES } from "../traffic/countermeasures/library.ts";
import { type SiteKind, suggestCountermeasures } from "../traffic/countermeasures/suggest-countermeasures.ts";
import { CRASH_PARAMETERS } from "../traffic/crash-parameters.ts";
import { compareFactors, FACTOR_LEVEL, FEWEST_CRASHES } from "../traffic/diagnosis/compare-factors.ts";
import { countsPerYear, diagnosedCrash, drawnCrash } from "../traffic/diagnosis/diagnosed-crashes.ts";
import { collisionDiagram } from "../traffic/diagnosis/lay-out-diagram.ts";
import { referenceOf } from "../traffic/diagnosis/reference-rows.ts";
import { rowsAtSite, stakeInStretch } from "../traffic/diagnosis/rows-at-site.ts";
import { siteChecklist } from "../traffic/diagnosis/site-checklist.ts";
import { NEIGHBOUR_LAYERS, siteNeighbours } from "../traffic/diagnosis/site-neighbours.ts";
import {
  accessesOf,
  dangerousGoodsRouteOf,
  diagramRoadsOf,
  type SiteRoads,
  siteRoadsOf,
} from "../traffic/diagnosis/site-roads.ts";
import { routeNetworkOf } from "../traffic/network/build-network.ts";
import type { Route } from "../traffic/network/route.ts";
import { scoresOf } from "../traffic/score-crashes.ts";
import { type CrashSelection, selectCrashes } from "../traffic/select-crashes.ts";
import { type SitePlace, SiteSchema } from "../traffic/site.ts";
import { placeOfSite } from "../traffic/site-place.ts";
import { type AnalysisInputs, AnalysisRefusal, defineAnalysis } from "./define.ts";
import type {
  DiagnosedCrash,
  FactorComparison,
  FactorFinding,
  SiteDiagnosisSummary,
  SiteSurroundings,
} from "./site-diagnosis-results.ts";

const withinSchema = (standard: number) =>
  z.number().min(50).max(5_000).default(standard).describe("Metres, 50 to 5000");

const Parameters = z.strictObject({
  site: SiteSchema,
  ...CRASH_PARAMETERS,
  periodYears: z.number().min(0.25).max(20).default(3).describe("Length of the period when `from` is not given"),
  peopleWithinM: withinSchema(500),
  hazardsWithinM: withinSchema(1_000),
});
type Parameters = z.output<typeof Parameters>;

/**
 * What is special about one site: the factors that its crashes have more often than those of like roads, all its crashes on a diagram,
 * what stands around, and what is usually done about such findings. Findings are the over-represented factors, surest first.
 *
 * A circle counts every accident where its record puts it; stretches and junctions count those that a road was found for.
 */
export const siteDiagnosis = defineAnalysis<typeof Parameters, FactorFinding, SiteDiagnosisSummary>({
  name: "site-diagnosis",
  title: { zh: "事故点段诊断", en: "Diagnosis of a site" },
  description: {
    zh: "一个点段的成因分析：因素与同类道路比较检验、事故碰撞图、周边敏感目标与危险源、对策建议和现场核查清单。",
    en: "One site: factors tested against like roads, collision diagram, surroundings, suggested treatments and the checklist for the visit.",
  },
  parameters: Parameters,
  layers: () => ["accidents", "roads", ...NEIGHBOUR_LAYERS],
  run(parameters, inputs) {
    const { site } = parameters;
    const selection = selectCrashes({ ...parameters, by: site.kind === "circle" ? "position" : "roads" }, inputs);
    const { crashes, rows, tally, from, to, years } = selection;
    const roadsSnapshot = inputs.snapshot("roads");
    const network = roadsSnapshot.count > 0 ? routeNetworkOf(roadsSnapshot) : null;
    const place = placeOfSite(network, crashes.snapshot.plane, site);
    if (!place) throw refusalOf(parameters);
    const roads = network && siteRoadsOf(network, place);
    const own = rowsAtSite(place, roads, selection, rows);
    const { comparison, findings } = compare(place, roads, selection, own);
    const isUncounted = parameters.doubtful !== "count";
    const doubtfulHere = rowsAtSite(place, roads, selection, selection.doubtfulRows);
    const counted = new Set(isUncounted ? [] : doubtfulHere);
    const listed = listCrashes(selection, own, counted, place, roads);
    const middle = crashes.snapshot.plane.toPlane(...place.middle);
    const drawn = listed.map((crash, i) => drawnCrash(crash, middle, positionOf(selection, own[i]!)));
    const kind = kindOf(place, roads);
    return {
      findings,
      summary: {
        place,
        from,
        to,
        years,
        counts: countCrashes(crashes, own),
        perYear: countsPerYear(crashes, own, from, to),
        scores: scoresOf(inputs.layer("accidents"), crashes, own),
        tally,
        doubtful: isUncounted ? doubtfulHere.length : 0,
        factors: comparison,
        diagram: collisionDiagram(diagramRoadsOf(place, roads), drawn),
        surroundings: surroundingsOf(parameters, inputs, place, roads, listed),
        countermeasures: suggestCountermeasures(COUNTERMEASURES, comparison.tested, kind),
        checklist: siteChecklist(comparison.tested, kind),
        crashes: listed,
      },
    };
  },
});

function refusalOf({ site }: Parameters): AnalysisRefusal {
  return site.kind === "segment"
    ? new AnalysisRefusal("site.route", `no route ${site.route}`, "id, number or name of a route")
    : new AnalysisRefusal("site.position", "no junction near", "a position at a junction");
}

function compare(place: SitePlace, roads: SiteRoads | null, selection: CrashSelection, own: Uint32Array) {
  const { crashes, placed, rows } = selection;
  const routes = place.site.kind === "circle" ? [] : (roads?.stretches.map(({ route }) => route) ?? []);
  const reference = referenceOf(roads?.network ?? null, placed, place.site, routes, rows, new Set(own));
  const isTooFew = own.length < FEWEST_CRASHES;
  const tested = reference && !isTooFew ? compareFactors(crashes.snapshot, own, reference.rows) : [];
  const findings = tested.filter(({ isOver }) => isOver);
  const comparison: FactorComparison = {
    answer: isTooFew ? "too-few" : reference === null ? "no-reference" : findings.length > 0 ? "over" : "none",
    fewest: FEWEST_CRASHES,
    level: FACTOR_LEVEL,
    reference: {
      by: reference?.by ?? "all",
      roadKind: reference?.roadKind ?? null,
      roadClass: reference?.roadClass ?? null,
      crashes: reference?.crashes ?? rows.length - own.length,
    },
    tested,
  };
  return { comparison, findings };
}

const positionOf = ({ crashes }: CrashSelection, row: number): [number, number] => {
  const { xy } = crashes.snapshot;
  return [xy[row * 2]!, xy[row * 2 + 1]!];
};

function listCrashes(
  { crashes, placed }: CrashSelection,
  own: Uint32Array,
  doubtful: ReadonlySet<number>,
  { site }: SitePlace,
  roads: SiteRoads | null,
): DiagnosedCrash[] {
  const hasStakes = site.kind === "segment" && placed && roads;
  const stakeOf = (row: number) => (hasStakes ? stakeInStretch(roads, placed.stakeM[row]!) : null);
  return Array.from(own, (row) => diagnosedCrash(crashes, row, stakeOf(row), doubtful.has(row)));
}

function surroundingsOf(
  { peopleWithinM, hazardsWithinM }: Parameters,
  inputs: AnalysisInputs,
  place: SitePlace,
  roads: SiteRoads | null,
  listed: readonly DiagnosedCrash[],
): SiteSurroundings {
  const withGoods = listed.filter(({ dangerousGoods }) => dangerousGoods === true);
  const { plane } = inputs.snapshot("accidents");
  return {
    peopleWithinM,
    hazardsWithinM,
    neighbours: siteNeighbours(inputs, place, plane, { peopleM: peopleWithinM, hazardsM: hazardsWithinM }),
    accesses: roads ? accessesOf(roads, place.site.kind === "segment") : [],
    dangerousGoods: {
      route: dangerousGoodsRouteOf(roads),
      crashes: withGoods.length,
      unknown: listed.filter(({ dangerousGoods }) => dangerousGoods === null).length,
      crashIds: withGoods.map(({ id }) => id),
    },
  };
}

const roadKindOf = ({ kind, roadClass }: Route): SiteKind["roads"][number] =>
  roadClass === "motorway" ? "motorway" : kind;

const kindOf = ({ site }: SitePlace, roads: SiteRoads | null): SiteKind => ({
  sites: site.kind === "circle" ? [] : roads?.within.length ? ["segment", "junction"] : [site.kind],
  roads: [...new Set(roads?.stretches.map(({ route }) => roadKindOf(roads.network.routes[route]!)) ?? [])],
});
