import { z } from "zod";
import { formatLocalDay, formatLocalMinute, parseLocalTime } from "../snapshot/local-time.ts";
import { type AskedSite, askedSite, countedBy, rowsOf } from "../traffic/asked-site.ts";
import { COMPARED_KINDS, countOfKind } from "../traffic/before-after/compared-kinds.ts";
import {
  type AskedPeriods,
  askedPeriods,
  comparedPeriod,
  coveredPart,
  isIn,
  type Span,
  yearsOf,
} from "../traffic/before-after/compared-periods.ts";
import { comparisonGroup } from "../traffic/before-after/comparison-group.ts";
import { FEWEST_TO_COMPARE } from "../traffic/before-after/expected-after.ts";
import { migrationOf } from "../traffic/before-after/migration.ts";
import { type Neighbour, neighboursOf } from "../traffic/before-after/neighbour-stretches.ts";
import {
  fittedPrediction,
  givenPrediction,
  type ReferencePrediction,
  referenceSites,
} from "../traffic/before-after/reference-model.ts";
import {
  type BeforeAndAfter,
  type ComparedSite,
  canCompare,
  severityEffect,
} from "../traffic/before-after/severity-effect.ts";
import { countCrashes } from "../traffic/count-crashes.ts";
import { CRASH_PARAMETERS, DaySchema } from "../traffic/crash-parameters.ts";
import { SEVERITIES } from "../traffic/crashes.ts";
import { type CrashSelection, selectCrashes } from "../traffic/select-crashes.ts";
import { SiteSchema } from "../traffic/site.ts";
import type { BeforeAfterSummary, CompareBy, ComparedCrash, NoEstimate } from "./before-after-results.ts";
import { type AnalysisInputs, AnalysisRefusal, defineAnalysis } from "./define.ts";
import { limitSchema } from "./parameters.ts";
import { rowPosition } from "./rows.ts";

const Years = z.number().min(0.25).max(10).default(3);
const Aadt = z.number().min(1).max(1_000_000).describe("Vehicles a day; at a junction from all its roads");

const Parameters = z.strictObject({
  site: SiteSchema,
  treatedFrom: DaySchema.describe("First day of the works, YYYY-MM-DD"),
  treatedTo: DaySchema.describe("The day after the last one of the works, YYYY-MM-DD; nothing in between counts"),
  yearsBefore: Years.describe("Length of the period before when `from` is not given"),
  yearsAfter: Years.describe("Length of the period after when `to` is not given"),
  ...CRASH_PARAMETERS,
  from: DaySchema.optional().describe("First day of the period before, YYYY-MM-DD"),
  to: DaySchema.optional().describe("The day after the last one of the period after, YYYY-MM-DD"),
  comparison: z
    .union([z.enum(["class", "all"]), z.strictObject({ routes: z.array(z.string().min(1).max(120)).min(1).max(100) })])
    .default("class")
    .describe("Crashes that show what changed everywhere: on roads of the same class, all, or on these routes"),
  traffic: z
    .strictObject({ before: Aadt.optional(), after: Aadt.optional() })
    .default({})
    .describe("Traffic of the site; taken as unchanged unless both are given"),
  model: z
    .strictObject({
      intercept: z.number().min(-60).max(60).describe("Crashes a year: exp(intercept) · AADT ^ aadtPower · km"),
      aadtPower: z.number().min(0).max(3),
      overdispersion: z.number().min(0).max(100).describe("Per km of road, or of a junction"),
    })
    .optional()
    .describe("Safety performance function of the site's kind, for all crashes; fitted to this network when left out"),
  migrationM: z.number().min(100).max(2_000).default(500).describe("How far beside the site crashes may have moved"),
  limit: limitSchema(2_000),
});
type Parameters = z.output<typeof Parameters>;

/**
 * What a treatment did to the crashes of a site: plainly, against a comparison group and by Empirical Bayes, with an interval, by
 * severity, and whether crashes moved to the road beside it. Findings are the crashes of the site and beside it.
 *
 * @see E. Hauer, Observational Before-After Studies in Road Safety (1997)
 * @see AASHTO, Highway Safety Manual (2010), chapter 9
 */
export const beforeAfter = defineAnalysis<typeof Parameters, ComparedCrash, BeforeAfterSummary>({
  name: "before-after",
  title: { zh: "治理前后对比", en: "Before and after" },
  description: {
    zh: "治理前后事故对比：简单比较、对照组和经验贝叶斯三种方法，给出有效性指数、95%区间和结论，并检查事故是否转移到相邻路段。",
    en: "Crashes before and after a treatment: plain, against a comparison group and by Empirical Bayes, with a 95 % interval, and whether crashes moved to the road beside it.",
  },
  parameters: Parameters,
  layers: () => ["accidents", "roads"],
  run(parameters, inputs) {
    const asked = askedPeriods(parameters);
    const scene = sceneOf(parameters, asked, inputs);
    const { site, selection, own, neighbours, before, after } = scene;
    const roleOf = crashRoles(scene, asked.works);
    const siteRows = splitRows(selection, own, before, after);
    const groupRows = comparisonRows(parameters, scene);
    const reference = referenceSites(site, selection, rowsIn(selection, selection.rows, before), siteRows.before);
    const aadtBefore = parameters.traffic.before ?? reference?.aadt ?? null;
    const isGiven = parameters.traffic.before !== undefined && parameters.traffic.after !== undefined;
    const trafficRatio = isGiven ? parameters.traffic.after! / parameters.traffic.before! : 1;
    const compared: ComparedSite = {
      yearsBefore: yearsOf(before),
      yearsAfter: yearsOf(after),
      aadtBefore,
      aadtAfter: parameters.traffic.after ?? aadtBefore,
      size: reference?.size ?? null,
      trafficRatio,
    };
    const predict = (by: CompareBy): ReferencePrediction | NoEstimate => {
      if (!before || !after) return "no-period";
      if (!reference) return "no-roads";
      if (!parameters.model || by !== "all")
        return fittedPrediction(reference, selection, by, aadtBefore, compared.yearsBefore) ?? "too-few";
      if (aadtBefore === null) throw new AnalysisRefusal("traffic.before", "the model needs the site's traffic");
      return givenPrediction(parameters.model, reference, aadtBefore, compared.yearsBefore);
    };
    const predictions = COMPARED_KINDS.map(predict);
    const kindOf = (rows: SplitRows, by: CompareBy): BeforeAndAfter => ({
      before: countOfKind(selection.crashes, rows.before, by),
      after: countOfKind(selection.crashes, rows.after, by),
    });
    const effects = COMPARED_KINDS.map((by, i) =>
      severityEffect(by, kindOf(siteRows, by), kindOf(groupRows, by), predictions[i]!, compared),
    );
    const [all] = effects;
    const beside = splitRows(selection, rowsBeside(scene, neighbours), before, after);
    const group = kindOf(groupRows, "all");
    const periods = { before: comparedPeriod(asked.before, before), after: comparedPeriod(asked.after, after) };
    const findings = Array.from(
      selection.rows.filter((row) => roleOf(row) !== null).subarray(0, parameters.limit),
      (row) => comparedCrash(selection, row, roleOf(row)!),
    );
    return {
      findings,
      summary: {
        place: site.place,
        works: { from: formatLocalDay(asked.works.fromMs), to: formatLocalDay(asked.works.toMs) },
        ...periods,
        fullOn: periods.after.askedTo,
        standing: !before || !after ? "none" : periods.before.isFull && periods.after.isFull ? "final" : "preliminary",
        tally: selection.tally,
        countsBefore: countCrashes(selection.crashes, siteRows.before),
        countsAfter: countCrashes(selection.crashes, siteRows.after),
        duringWorks: rowsIn(selection, own, asked.works).length,
        doubtful: parameters.doubtful === "count" ? 0 : rowsOf(site, selection, selection.doubtfulRows).length,
        traffic: {
          before: aadtBefore,
          after: compared.aadtAfter,
          change: isGiven ? "given" : "assumed",
          ratio: trafficRatio,
        },
        comparisonGroup: { by: groupRows.by, roadClass: groupRows.roadClass, ...group, fewest: FEWEST_TO_COMPARE },
        referenceGroup: referenceGroupOf(predictions[0]!, reference?.by ?? "class"),
        effects,
        basis: all!.basis,
        verdict: all!.verdict,
        migration: {
          reachM: parameters.migrationM,
          stretches: neighbours.map(({ label, lengthM, geometry, has }) => ({
            label,
            lengthM,
            before: beside.before.filter(has).length,
            after: beside.after.filter(has).length,
            geometry,
          })),
          ...migrationOf(all!, { before: beside.before.length, after: beside.after.length }, group, compared),
        },
      },
    };
  },
});

/** The accidents of the question and where the site and its neighbours lie among them. */
interface Scene {
  readonly site: AskedSite;
  readonly selection: CrashSelection;
  readonly own: Uint32Array;
  readonly isOwn: ReadonlySet<number>;
  readonly neighbours: readonly Neighbour[];
  /** What the ledger covers of the periods. */
  readonly before: Span | null;
  readonly after: Span | null;
}

function sceneOf(parameters: Parameters, asked: AskedPeriods, inputs: AnalysisInputs): Scene {
  // What the ledger covers is set by all its accidents, whatever the filter.
  const whole = selectCrashes({ today: parameters.today, by: "position" }, inputs);
  const ledger =
    whole.from === null || whole.to === null
      ? null
      : { fromMs: parseLocalTime(whole.from), toMs: parseLocalTime(whole.to) };
  const [before, after] = [coveredPart(asked.before, ledger), coveredPart(asked.after, ledger)];
  const period = {
    from: formatLocalDay((before ?? asked.before).fromMs),
    to: formatLocalDay((after ?? asked.after).toMs),
  };
  const selection = selectCrashes({ ...parameters, ...period, by: countedBy(parameters.site) }, inputs);
  const site = askedSite(parameters.site, inputs, "site");
  const own = rowsOf(site, selection, selection.rows);
  const neighbours = neighboursOf(site, selection, parameters.migrationM);
  return { site, selection, own, isOwn: new Set(own), neighbours, before, after };
}

const rowsIn = ({ crashes }: CrashSelection, rows: Uint32Array, span: Span | null): Uint32Array =>
  rows.filter((row) => isIn(crashes.timeMs[row]!, span));

interface SplitRows {
  readonly before: Uint32Array;
  readonly after: Uint32Array;
}

const splitRows = (
  selection: CrashSelection,
  rows: Uint32Array,
  before: Span | null,
  after: Span | null,
): SplitRows => ({
  before: rowsIn(selection, rows, before),
  after: rowsIn(selection, rows, after),
});

/** Each accident beside the site once, whichever of its roads it is on. */
const rowsBeside = ({ selection, isOwn }: Scene, neighbours: readonly Neighbour[]): Uint32Array =>
  selection.rows.filter((row) => !isOwn.has(row) && neighbours.some(({ has }) => has(row)));

/** Without the site and what lies beside it. Where the class of road has too few, all crashes. */
function comparisonRows({ comparison }: Parameters, scene: Scene) {
  const { site, selection, before, after } = scene;
  const beside = new Set(rowsBeside(scene, scene.neighbours));
  const others = selection.rows.filter((row) => !scene.isOwn.has(row) && !beside.has(row));
  const rowsOfGroup = (choice: Parameters["comparison"]) => {
    const { by, roadClass, has } = comparisonGroup(choice, site.roads, selection);
    return { by, roadClass, ...splitRows(selection, others.filter(has), before, after) };
  };
  const group = rowsOfGroup(comparison);
  const counts = { before: group.before.length, after: group.after.length };
  return group.by === "class" && !canCompare(counts) ? rowsOfGroup("all") : group;
}

type Role = Pick<ComparedCrash, "where" | "period">;

function crashRoles({ selection, isOwn, neighbours, before, after }: Scene, works: Span) {
  return (row: number): Role | null => {
    const time = selection.crashes.timeMs[row]!;
    const period = isIn(time, before) ? "before" : isIn(time, after) ? "after" : isIn(time, works) ? "works" : null;
    if (period === null) return null;
    if (isOwn.has(row)) return { where: "site", period };
    return neighbours.some(({ has }) => has(row)) ? { where: "neighbour", period } : null;
  };
}

function comparedCrash({ crashes }: CrashSelection, row: number, role: Role): ComparedCrash {
  const { snapshot, severity, timeMs } = crashes;
  return {
    id: snapshot.ids.get(row) ?? "",
    code: snapshot.codes.get(row) ?? "",
    happenedAt: formatLocalMinute(timeMs[row]!),
    severity: SEVERITIES[severity[row]!] ?? null,
    ...role,
    position: rowPosition(snapshot, row),
  };
}

const referenceGroupOf = (
  prediction: ReferencePrediction | NoEstimate,
  by: "class" | "junctions",
): BeforeAfterSummary["referenceGroup"] =>
  typeof prediction === "string"
    ? { model: null, scale: "length", by, sites: 0, crashes: 0, overdispersion: null }
    : prediction.group;
