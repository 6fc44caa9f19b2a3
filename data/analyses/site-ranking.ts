import { z } from "zod";
import { countCrashes } from "../traffic/count-crashes.ts";
import { CRASH_PARAMETERS } from "../traffic/crash-parameters.ts";
import { routeNetworkOf } from "../traffic/network/build-network.ts";
import { JUNCTION_GROUP, rankingSites } from "../traffic/ranking/ranking-sites.ts";
import { rateSites, type SiteRating } from "../traffic/ranking/rate-sites.ts";
import { scoresOf } from "../traffic/score-crashes.ts";
import { selectCrashes } from "../traffic/select-crashes.ts";
import { placeOfJunction, placeOfStretch } from "../traffic/site-place.ts";
import type { RankBy, RankedSite, RankingSummary } from "./crash-cluster-results.ts";
import { AnalysisRefusal, defineAnalysis } from "./define.ts";
import { limitSchema } from "./parameters.ts";

const Model = z.strictObject({
  group: z.string().min(1).max(40).describe("Code of a road class, or junction"),
  intercept: z.number().min(-60).max(60).describe("Crashes a year: exp(intercept) · AADT ^ aadtPower · km"),
  aadtPower: z.number().min(0).max(3),
  overdispersion: z.number().min(0).max(100).describe("Per km of road, or of a junction"),
});

const Parameters = z.strictObject({
  ...CRASH_PARAMETERS,
  periodYears: z.number().min(0.25).max(20).default(3).describe("Length of the period when `from` is not given"),
  pieceM: z.number().min(100).max(5_000).default(500).describe("Length of the pieces in metres, 100 to 5000"),
  junctionRadiusM: z.number().min(0).max(300).default(100).describe("Metres, 0 to 300; 0: no junctions apart"),
  rankBy: z.enum(["score", "crashes", "rate", "excess"]).default("score"),
  weights: z.string().max(64).default("capped").describe("Id of a weight scheme of the layer accidents"),
  confidence: z.number().min(0.8).max(0.999).default(0.95).describe("Of the critical rate, one-sided"),
  models: z.array(Model).max(40).default([]).describe("Safety performance functions; other groups are fitted"),
  limit: limitSchema(200),
});

/**
 * All pieces of road and junctions in order: by a score under named weights, by crashes, by crash rate, or by what Empirical Bayes
 * expects above the average of their kind. Sites without a crash are counted and not listed.
 *
 * @see AASHTO, Highway Safety Manual (2010), chapter 4
 */
export const siteRanking = defineAnalysis<typeof Parameters, RankedSite, RankingSummary>({
  name: "site-ranking",
  title: { zh: "路段与路口排序", en: "Ranking of sites" },
  description: {
    zh: "等长路段和路口的排序：注明权重的严重程度得分、事故率与临界事故率；有交通量时按安全性能函数和经验贝叶斯给出期望值与超额值。",
    en: "Equal pieces of road and junctions ranked by a score with named weights, crash rate against the critical rate, and Empirical Bayes excess where traffic is known.",
  },
  parameters: Parameters,
  layers: () => ["accidents", "roads"],
  run(parameters, inputs) {
    const { pieceM, junctionRadiusM, rankBy, weights, confidence, models, limit } = parameters;
    const layer = inputs.layer("accidents");
    const schemes = (layer.weights ?? []).map(({ id }) => id);
    if (!schemes.includes(weights)) {
      throw new AnalysisRefusal("weights", `accidents have no weights ${weights}`, schemes.join(", "));
    }
    const selection = selectCrashes(parameters, inputs);
    const { crashes, placed, years } = selection;
    const network = routeNetworkOf(inputs.snapshot("roads"));
    const doubtful = parameters.doubtful === "count" ? [] : selection.doubtfulRows;
    const rows = { counted: selection.rows, doubtful };
    const sites = placed ? rankingSites(network, placed, rows, pieceM, junctionRadiusM) : [];
    const ratable = sites.map((site) => ({ ...site, crashes: site.rows.length }));
    const given = new Map(models.map(({ group, ...model }) => [group, model]));
    const { ratings, groups } = rateSites(ratable, given, years, confidence);

    const ranked = sites.flatMap((site, i) => {
      if (site.rows.length === 0) return [];
      const scores = scoresOf(layer, crashes, site.rows);
      const rating = ratings[i]!;
      return { site, scores, rating, key: keyOf(rankBy, scores[weights]!, site.rows.length, rating) };
    });
    // What has no key comes last; ties go to the score.
    ranked.sort(
      (a, b) => b.key - a.key || b.scores[weights]! - a.scores[weights]! || b.site.rows.length - a.site.rows.length,
    );
    const findings = ranked.slice(0, limit).map(({ site, scores, rating }): RankedSite => {
      const { kind, index, stretch, group, size, aadt } = site;
      const id = stretch
        ? `piece ${network.routes[index]!.id} ${Math.round(stretch[0])}-${Math.round(stretch[1])}`
        : `junction ${network.junctions[index]!.x.toFixed(0)} ${network.junctions[index]!.y.toFixed(0)}`;
      return {
        id,
        place: stretch
          ? placeOfStretch(network, index, ...stretch)
          : placeOfJunction(network, network.junctions[index]!, junctionRadiusM),
        counts: countCrashes(crashes, site.rows),
        accidentIds: site.rows.map((row) => crashes.snapshot.ids.get(row) ?? ""),
        doubtful: site.doubtfulRows.length,
        group,
        scores,
        perKmYear: kind === "piece" && years > 0 ? site.rows.length / size / years : null,
        aadt,
        ...rating,
      };
    });
    return {
      findings,
      summary: {
        from: selection.from,
        to: selection.to,
        years,
        pieceM,
        junctionRadiusM,
        rankBy,
        weights,
        tally: selection.tally,
        sites: sites.length,
        withTraffic: sites.reduce((count, { aadt }) => (aadt ? count + 1 : count), 0),
        confidence,
        found: ranked.length,
        listed: findings.length,
        groups: groups.map((group) => ({
          ...group,
          unit: group.group === JUNCTION_GROUP ? "million-vehicles" : "million-vehicle-km",
        })),
      },
    };
  },
});

function keyOf(by: RankBy, score: number, crashes: number, rating: SiteRating): number {
  if (by === "score") return score;
  if (by === "crashes") return crashes;
  return rating[by] ?? -Number.MAX_VALUE;
}
