import { z } from "zod";
import { boxOf } from "../geometry/measure.ts";
import { LAYER_IDS } from "../layers/index.ts";
import { type AnalysisInputs, AnalysisRefusal, defineAnalysis } from "./define.ts";
import { verdictRank } from "./judge-pair.ts";
import { ruleIndexOf } from "./match-rules.ts";
import { checkPair, PLANE_SLACK } from "./measure-pair.ts";
import { LayerIdSchema, limitSchema } from "./parameters.ts";
import { toFinding } from "./spacing-findings.ts";
import type { ConflictsSummary, SpacingFinding } from "./spacing-results.ts";
import { TARGET_LAYERS } from "./spacing-things.ts";
import { Surroundings } from "./surroundings.ts";

const Parameters = z.strictObject({
  layers: z
    .array(LayerIdSchema)
    .min(1)
    .max(LAYER_IDS.length)
    .optional()
    .describe("Layers whose features are looked at as neighbours; without it all that a rule measures to"),
  verdicts: z
    .array(z.enum(["too-near", "cannot-tell"]))
    .min(1)
    .max(2)
    .default(["too-near", "cannot-tell"])
    .describe("Which verdicts are listed"),
  limit: limitSchema(20_000),
});

const LAYERS = Object.keys(TARGET_LAYERS);

/**
 * Every hazard source of the zone against everything that a rule protects from it, other hazard sources among them.
 *
 * Ranked by shortfall times people exposed. A pair of hazard sources is judged in each direction in which a rule runs.
 */
export const conflicts = defineAnalysis<typeof Parameters, SpacingFinding, ConflictsSummary>({
  name: "conflicts",
  title: { zh: "现状间距冲突", en: "Standing conflicts" },
  description: {
    zh: "全区危险源与其周围一切的现状间距，逐条引用规范条款，按不足量乘以人数排序。",
    en: "Every hazard source of the zone against everything around it, by clause, ranked by shortfall times people.",
  },
  parameters: Parameters,
  usesRules: true,
  layers: () => LAYERS,
  run({ layers = LAYERS, verdicts, limit }, inputs) {
    for (const layer of layers)
      if (!LAYERS.includes(layer))
        throw new AnalysisRefusal("layers", `no rule measures to ${layer}`, LAYERS.join(", "));
    const { findings, examined } = findConflicts(layers, inputs);
    const counts = { "too-near": 0, "cannot-tell": 0 };
    for (const { verdict } of findings) if (verdict !== "clear") counts[verdict]++;
    const wanted = findings.filter(({ verdict }) => verdict !== "clear" && verdicts.includes(verdict)).sort(byUrgency);
    const listed = wanted.slice(0, limit);
    return { findings: listed, summary: { counts, examined, found: wanted.length, listed: listed.length } };
  },
});

function findConflicts(layers: readonly string[], inputs: AnalysisInputs) {
  const index = ruleIndexOf(inputs.rules);
  const around = new Surroundings(inputs);
  const findings: SpacingFinding[] = [];
  let examined = 0;
  const hazards = inputs.snapshot("hazard-sources").count;
  for (let i = 0; i < hazards; i++) {
    const hazard = around.hazard(i);
    const box = boxOf(hazard.outline);
    for (const layer of layers) {
      const reachM = index.reachM(hazard.profile, layer);
      if (reachM === 0) continue;
      const side = around.side(layer);
      const doubtM = 2 * Math.hypot(hazard.errorM ?? 1, side.mostErrorM);
      for (const row of side.near(box, (reachM + doubtM) * PLANE_SLACK + side.mostOffsetM)) {
        const target = around.target(layer, row);
        if (!target) continue;
        examined++;
        const found = checkPair(hazard, target, index, [], inputs.plane);
        if (found) findings.push(toFinding(hazard, target, found, inputs));
      }
    }
  }
  return { findings, examined };
}

/** Metres short times people; a neighbour whose people nobody has counted counts as one. */
const urgency = ({ rules, people }: SpacingFinding): number =>
  Math.max(0, rules[0]!.shortfallM) * Math.max(1, people ?? 1);

const byUrgency = (a: SpacingFinding, b: SpacingFinding): number =>
  verdictRank(a.verdict) - verdictRank(b.verdict) ||
  urgency(b) - urgency(a) ||
  a.distanceM - b.distanceM ||
  (a.hazard.code + a.target.code < b.hazard.code + b.target.code ? -1 : 1);
