import { AnalysisRefusal } from "#data/analyses/define.ts";
import { distinct } from "#data/analyses/judge-pair.ts";
import type { Reason, RuleOutcome, SpacingFinding, SpacingSummary } from "#data/analyses/spacing-results.ts";
import type { Proposal } from "#data/standards/proposal.ts";
import { spacingAsk } from "../opinion/ask.ts";
import type { OpenGround } from "../opinion/run-analyses.ts";
import type { Parcel, ParcelResult, RuleAtNeighbour } from "./parcel.ts";

/** Checks one parcel both ways. A parcel that the analysis refuses says so in its own row. */
export function checkParcel(parcel: Parcel, positionErrorM: number, ground: OpenGround): ParcelResult {
  const { use, ...row } = parcel;
  const unchecked: ParcelResult = {
    ...row,
    verdict: null,
    counts: null,
    nearest: null,
    mostDemanding: null,
    marginM: null,
    reasons: [],
    unverifiedRules: [],
  };
  if (!use || !parcel.geometry || parcel.problem) return unchecked;
  const proposal: Proposal = {
    name: parcel.name,
    geometry: parcel.geometry as Proposal["geometry"],
    positionErrorM,
    use,
    claims: [],
  };
  try {
    const { findings, summary } = ground.run(spacingAsk(proposal)) as unknown as {
      findings: SpacingFinding[];
      summary: SpacingSummary;
    };
    const rules = findings.flatMap((finding) => finding.rules.map((rule) => ({ finding, rule })));
    const nearest = least(rules, ({ rule }) => rule.measuredM - rule.requiredM);
    const mostDemanding = least(rules, ({ rule }) => -rule.requiredM);
    return {
      ...row,
      verdict: summary.verdict,
      counts: summary.counts,
      nearest: nearest && ruleAtNeighbour(nearest),
      mostDemanding: mostDemanding && ruleAtNeighbour(mostDemanding),
      marginM: nearest && nearest.rule.measuredM - nearest.rule.requiredM,
      reasons: reasonsOf(summary, rules),
      unverifiedRules: summary.unverifiedRules,
    };
  } catch (error) {
    if (!(error instanceof AnalysisRefusal)) throw error;
    return {
      ...unchecked,
      problem: { code: "geometry", detail: [error.reason, ...(error.allowed ? [error.allowed] : [])].join(": ") },
    };
  }
}

/** What is said of the parcel itself, then why a rule could not be told, each kind once. */
function reasonsOf({ verdict, reasons }: SpacingSummary, rules: readonly Applied[]): Reason[] {
  const doubtful = rules.filter(({ rule }) => verdict !== "clear" && rule.verdict === verdict);
  return distinct([...reasons, ...doubtful.flatMap(({ rule }) => rule.reasons)]);
}

interface Applied {
  readonly finding: SpacingFinding;
  readonly rule: RuleOutcome;
}

const least = (applied: readonly Applied[], measure: (applied: Applied) => number): Applied | null =>
  applied.reduce<Applied | null>((best, each) => (best && measure(best) <= measure(each) ? best : each), null);

function ruleAtNeighbour({ finding, rule }: Applied): RuleAtNeighbour {
  const { ruleId, standard, clause, requiredM, requiredAtMostM, measuredM, verdict } = rule;
  const neighbour = finding.hazard.layer === null ? finding.target : finding.hazard;
  return { ruleId, standard, clause, requiredM, requiredAtMostM, measuredM, verdict, neighbour };
}
