import { z } from "zod";
import { scoresOf } from "../traffic/score-crashes.ts";
import { screenByRule } from "../traffic/screening/screen.ts";
import { prepareScreening, SCREENING_PARAMETERS, screeningLayers } from "../traffic/screening/screening-run.ts";
import { doubtfulAt, siteFacts } from "../traffic/screening/site-facts.ts";
import type { BlackSpotFinding, BlackSpotSummary } from "./black-spot-results.ts";
import { defineAnalysis } from "./define.ts";

const Parameters = z.strictObject(SCREENING_PARAMETERS);

/**
 * Places that an identification rule makes accident black spots: stretches of road, junctions or circles, the strongest first. Each
 * accident is counted at one of them only.
 *
 * @see {@link screenByRule}
 */
export const blackSpots = defineAnalysis<typeof Parameters, BlackSpotFinding, BlackSpotSummary>({
  name: "black-spots",
  title: { zh: "事故多发点段（规则排查）", en: "Black spots by rule" },
  description: {
    zh: "按选定的认定规则沿路线滑动窗口（跨路段接头、不跨断链），路口可单列，重叠合并，每起事故只计一次；规则中的每个数字都可调整，改动会列出。",
    en: "A window slides along each route by the chosen rule, across joints and never across gaps; junctions may stand apart, overlaps are merged and each accident counts once. Every number can be set, and what was set is named.",
  },
  parameters: Parameters,
  layers: screeningLayers,
  run(parameters, inputs) {
    const run = prepareScreening(parameters, inputs);
    const layer = inputs.layer("accidents");
    const found = screenByRule(run.scene).slice(0, run.settings.most ?? undefined);
    const findings = found.slice(0, parameters.limit).map(({ spot, rows, verdict, merged }): BlackSpotFinding => {
      const { criteria, outcome, strength } = verdict;
      if (outcome === "not-met") throw new RangeError("a site that does not meet its rule");
      return {
        ...siteFacts(run, spot, rows),
        criteria,
        outcome,
        merged,
        doubtful: parameters.doubtful === "count" ? 0 : doubtfulAt(run, spot),
        scores: scoresOf(layer, run.selection.crashes, rows),
        strength,
      };
    });
    return { findings, summary: { ...run.summary, found: found.length, listed: findings.length } };
  },
});
