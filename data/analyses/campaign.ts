import { z } from "zod";
import { daysBetween } from "../campaign/calendar.ts";
import { CAMPAIGN } from "../campaign/library.ts";
import { daysLeftOf, measureTarget } from "../campaign/measure-target.ts";
import { findMeasure } from "../campaign/measures/index.ts";
import { neededData } from "../campaign/needed-data.ts";
import type { Sector, Target } from "../campaign/target.ts";
import { NOT_MEASURED_BECAUSE } from "../campaign/unmeasured.ts";
import { parseLocalTime } from "../snapshot/local-time.ts";
import { DaySchema } from "../traffic/crash-parameters.ts";
import type { CampaignFinding, CampaignSectorTotals, CampaignSummary, StandingKind } from "./campaign-results.ts";
import { type AnalysisInputs, AnalysisRefusal, defineAnalysis } from "./define.ts";
import { limitSchema } from "./parameters.ts";

const Parameters = z.strictObject({
  today: DaySchema.describe("The day on which the targets are judged, YYYY-MM-DD, local"),
  sectors: z
    .array(z.number().int().min(1).max(22))
    .min(1)
    .max(22)
    .optional()
    .describe("Numbers of the sector plans, 1 to 22; by default all"),
  limit: limitSchema(100).describe("How many features to list behind each number; counts are always complete"),
});

/**
 * Every dated target of the 22 sector plans with its value, as far as the ledgers can answer, and how it stands on a day. Targets that no
 * ledger can answer say what data it would take.
 *
 * @see data/campaign/README.md
 */
export const campaign = defineAnalysis<typeof Parameters, CampaignFinding, CampaignSummary>({
  name: "campaign",
  title: { zh: "治本攻坚目标进度", en: "Targets of the campaign" },
  description: {
    zh: "22个行业方案的各项目标在某日的进度：倒计时、逾期、已完成、逾期完成，无数据的写明缺什么。",
    en: "How each target of the 22 sector plans stands on a day: countdown, late, done, done late, or what data it lacks.",
  },
  parameters: Parameters,
  layers: ({ sectors }) => {
    const layers = plansOf(sectors).flatMap(({ targets }) => targets.map(({ id }) => findMeasure(id)?.layer));
    return [...new Set(layers.filter((layer) => layer !== undefined))];
  },
  run({ today, sectors, limit }, inputs) {
    if (Number.isNaN(parseLocalTime(today))) throw new AnalysisRefusal("today", `${today} is no day`, "YYYY-MM-DD");
    const plans = plansOf(sectors).map((plan) => ({
      plan,
      findings: plan.targets.map((target) => findingOf(plan, target, { today, limit }, inputs)),
    }));
    const findings = plans.flatMap(({ findings }) => findings);
    return {
      findings,
      summary: {
        today,
        sectors: plans.map(({ plan: { number, title, plan, lead }, findings }) => ({
          sector: number,
          title,
          plan,
          lead,
          ...totalsOf(findings, today),
        })),
        total: totalsOf(findings, today),
      },
    };
  },
});

const plansOf = (numbers: readonly number[] | undefined): readonly Sector[] =>
  CAMPAIGN.sectors.filter(({ number }) => numbers === undefined || numbers.includes(number));

function findingOf(
  plan: Sector,
  target: Target,
  asked: { readonly today: string; readonly limit: number },
  inputs: AnalysisInputs,
): CampaignFinding {
  const { needs, subjects, ...facts } = target;
  const measure = findMeasure(target.id);
  const about = {
    ...facts,
    sector: plan.number,
    subjects: subjects.map((id) => CAMPAIGN.subjects.get(id)!),
    needs: needs.map((column) => neededData(CAMPAIGN.columns.get(column)!)),
    because: NOT_MEASURED_BECAUSE[target.id] ?? null,
  };
  if (measure) return { ...about, ...measureTarget(target, measure, inputs.snapshot(measure.layer), asked) };
  const daysLeft = daysLeftOf(target, asked.today);
  return { ...about, measured: null, standing: { kind: "no-data", reason: "not-kept", daysLeft } };
}

function totalsOf(findings: readonly CampaignFinding[], today: string): CampaignSummary["total"] {
  const standings: Record<StandingKind, number> = {
    countdown: 0,
    late: 0,
    done: 0,
    "done-late": 0,
    running: 0,
    direction: 0,
    "cannot-tell": 0,
    "no-data": 0,
  };
  for (const { standing } of findings) standings[standing.kind]++;
  return {
    targets: findings.length,
    measurable: findings.filter(({ measured }) => measured !== null).length,
    standings,
    reachedNow: findings.filter(({ standing }) => standing.kind === "running" && standing.reached === "yes").length,
    next: nextOf(findings, today),
  };
}

function nextOf(findings: readonly CampaignFinding[], today: string): CampaignSectorTotals["next"] {
  let next: CampaignSectorTotals["next"] = null;
  for (const { id, title, due, standing } of findings) {
    if (due === null || due.day < today || standing.kind === "done") continue;
    if (next === null || due.day < next.due) {
      next = { target: id, title, due: due.day, daysLeft: daysBetween(today, due.day) };
    }
  }
  return next;
}
