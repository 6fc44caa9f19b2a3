import { z } from "zod";
import { boxOf } from "../geometry/measure.ts";
import { ProposalSchema } from "../standards/proposal.ts";
import { type AnalysisInputs, defineAnalysis } from "./define.ts";
import { verdictRank, worstVerdict } from "./judge-pair.ts";
import { type RuleIndex, ruleIndexOf } from "./match-rules.ts";
import { checkPair, PLANE_SLACK } from "./measure-pair.ts";
import { limitSchema } from "./parameters.ts";
import { toFinding } from "./spacing-findings.ts";
import { claimedReductions, type ProposedThings, placeProposal } from "./spacing-proposal.ts";
import type { SpacingFinding, SpacingSummary, Verdict } from "./spacing-results.ts";
import { scopeOfCheck } from "./spacing-scope.ts";
import { type HazardThing, TARGET_LAYERS, type TargetThing } from "./spacing-things.ts";
import { Surroundings } from "./surroundings.ts";

const Parameters = z.strictObject({
  proposal: ProposalSchema,
  asHazardOnly: z
    .boolean()
    .default(false)
    .describe("Only what the proposal keeps away from, not what keeps away from the proposal"),
  limit: limitSchema(500),
});

const LAYERS = Object.keys(TARGET_LAYERS);

/** Lines that keep buildings away by themselves. */
const ZONE_LAYERS = ["roads", "infrastructure"] as const;

/**
 * Whether a proposal may stand where it is drawn: against everything around it, both ways, by every rule that applies.
 *
 * Outline to outline, or as the rule says, along the WGS84 geodesic. Pairs that are too near or cannot be told come first, the worst
 * shortfall first, then those that are clear within the reach of a rule between them.
 *
 * @see GB 50016, GB 50156, GB 50160, GB 51142, GB 50074: `data/standards/rules`
 */
export const spacing = defineAnalysis<typeof Parameters, SpacingFinding, SpacingSummary>({
  name: "spacing",
  title: { zh: "选址间距检查", en: "Spacing check" },
  description: {
    zh: "拟建项目与周围一切的间距：双向检查，逐条引用规范条款，给出要求值、实测值和结论（满足／不足／无法判定）。",
    en: "A proposal against everything around it, both ways, by clause: required and measured distance and a verdict.",
  },
  parameters: Parameters,
  usesRules: true,
  layers: () => LAYERS,
  run({ proposal, asHazardOnly, limit }, inputs) {
    const things = placeProposal(proposal, inputs);
    const index = ruleIndexOf(inputs.rules);
    const search: Search = {
      things,
      index,
      inputs,
      around: new Surroundings(inputs),
      reductionsFor: claimedReductions(proposal, inputs),
      name: proposal.name,
    };
    const found: Found = { findings: [], examined: 0, reachM: 0 };
    if (things.hazard) searchAsHazard(search, found);
    if (!asHazardOnly) searchAsTarget(search, found);
    const findings = found.findings.sort(byGravity);
    const scope = scopeOfCheck(proposal.use, index);
    const counts: Record<Verdict, number> = { "too-near": 0, "cannot-tell": 0, clear: 0 };
    for (const { verdict } of findings) counts[verdict]++;
    const unverified = findings.flatMap(({ rules }) =>
      rules.filter(({ confidence, confirmed }) => confidence === "uncertain" && !confirmed).map(({ ruleId }) => ruleId),
    );
    return {
      findings: findings.slice(0, limit),
      summary: {
        verdict: worstVerdict([
          ...findings.map(({ verdict }) => verdict),
          ...(scope.isOpen ? (["cannot-tell"] as const) : []),
        ]),
        counts,
        examined: found.examined,
        reachM: found.reachM,
        applicableRules: things.hazard ? index.applicable(things.hazard.profile).map(({ id }) => id) : [],
        unverifiedRules: [...new Set(unverified)],
        reasons: [...things.reasons, ...scope.reasons],
      },
    };
  },
});

/** Too near and cannot tell first, the greatest shortfall first. */
export const byGravity = (a: SpacingFinding, b: SpacingFinding): number =>
  verdictRank(a.verdict) - verdictRank(b.verdict) ||
  b.rules[0]!.shortfallM - a.rules[0]!.shortfallM ||
  a.distanceM - b.distanceM ||
  (a.target.code + a.hazard.code < b.target.code + b.hazard.code ? -1 : 1);

interface Search {
  readonly things: ProposedThings;
  readonly index: RuleIndex;
  readonly inputs: AnalysisInputs;
  readonly around: Surroundings;
  readonly reductionsFor: ReturnType<typeof claimedReductions>;
  readonly name: string;
}

interface Found {
  readonly findings: SpacingFinding[];
  examined: number;
  reachM: number;
}

/** What the proposal has to keep away from. */
function searchAsHazard(search: Search, found: Found): void {
  const { things, index, around } = search;
  const hazard = things.hazard!;
  for (const layer of LAYERS) {
    const reachM = index.reachM(hazard.profile, layer);
    if (reachM === 0) continue;
    found.reachM = Math.max(found.reachM, reachM);
    for (const row of near(search, layer, reachM)) {
      const target = around.target(layer, row);
      if (target) check(search, found, hazard, target, layer, row, reachM);
    }
  }
}

/** What has to keep away from the proposal, or keeps it away. */
function searchAsTarget(search: Search, found: Found): void {
  const { things, index, around } = search;
  const { target } = things;
  const reachM = index.reachToM(target.profile);
  if (reachM === 0) return;
  found.reachM = Math.max(found.reachM, reachM);
  for (const row of near(search, "hazard-sources", reachM))
    check(search, found, around.hazard(row), target, "hazard-sources", row, reachM);
  for (const layer of ZONE_LAYERS)
    for (const row of near(search, layer, reachM)) {
      const line = around.zoneLine(layer, row);
      if (line) check(search, found, line, target, layer, row, reachM);
    }
}

function near({ things: { target }, around }: Search, layer: string, reachM: number): number[] {
  const side = around.side(layer);
  const doubtM = 2 * Math.hypot(target.errorM ?? 1, side.mostErrorM);
  // Boxes grown by what the doubt and a road's width may take off the distance cannot miss a pair.
  return side.near(boxOf(target.outline), (reachM + doubtM) * PLANE_SLACK + side.mostOffsetM);
}

function check(
  search: Search,
  found: Found,
  hazard: HazardThing,
  target: TargetThing,
  layer: string,
  row: number,
  reachM: number,
): void {
  found.examined++;
  const { index, inputs, reductionsFor, name } = search;
  const reductions = reductionsFor(layer, inputs.snapshot(layer).ids.get(row));
  const pair = checkPair(hazard, target, index, reductions, inputs.plane, reachM);
  if (pair) found.findings.push(toFinding(hazard, target, pair, inputs, name));
}
