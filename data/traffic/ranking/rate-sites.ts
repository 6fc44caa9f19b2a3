import {
  criticalRate,
  empiricalBayes,
  exposureMillion,
  fitSafetyModel,
  predictedCrashes,
  type SafetyModel,
} from "./safety-model.ts";

/** What a site has that is compared with its group. */
export interface RatableSite {
  readonly group: string;
  readonly crashes: number;
  /** Kilometres, or 1 for a junction. */
  readonly size: number;
  readonly aadt: number | null;
}

/** All `null` where the traffic is not known; the last four also where the group has no model. */
export interface SiteRating {
  readonly rate: number | null;
  readonly criticalRate: number | null;
  readonly isAboveCritical: boolean | null;
  readonly predicted: number | null;
  readonly expected: number | null;
  readonly excess: number | null;
  readonly modelWeight: number | null;
}

export interface GroupRating {
  readonly group: string;
  /** Sites whose traffic is known, and their crashes and exposure in millions. */
  readonly sites: number;
  readonly crashes: number;
  readonly exposure: number;
  /** Crashes per million; `null` without exposure. */
  readonly averageRate: number | null;
  readonly overdispersion: number | null;
  readonly model: "given" | "fitted" | "too-few";
}

const UNRATED: SiteRating = {
  rate: null,
  criticalRate: null,
  isAboveCritical: null,
  predicted: null,
  expected: null,
  excess: null,
  modelWeight: null,
};

/**
 * Compares each site with the sites of its group: its crash rate with the critical rate, its crashes with what the group's safety
 * model predicts.
 *
 * @param given - models by group; a group without one is fitted, where it has enough crashes.
 * @param confidence - of the critical rate, 0.5 to 1.
 * @returns ratings in the order of the sites, and the groups by name.
 */
export function rateSites(
  sites: readonly RatableSite[],
  given: ReadonlyMap<string, SafetyModel>,
  years: number,
  confidence: number,
): { readonly ratings: SiteRating[]; readonly groups: GroupRating[] } {
  const members = new Map<string, (RatableSite & { readonly aadt: number })[]>();
  for (const site of sites) {
    if (!members.has(site.group)) members.set(site.group, []);
    const { aadt } = site;
    if (aadt !== null && aadt > 0) members.get(site.group)!.push({ ...site, aadt });
  }
  const models = new Map<string, SafetyModel | null>();
  const groups = [...members].map(([group, own]): GroupRating => {
    const crashes = own.reduce((sum, site) => sum + site.crashes, 0);
    const exposure = own.reduce((sum, { aadt, size }) => sum + exposureMillion(aadt, size, years), 0);
    const model = given.get(group) ?? fitSafetyModel(own, years);
    models.set(group, model);
    return {
      group,
      sites: own.length,
      crashes,
      exposure,
      averageRate: exposure > 0 ? crashes / exposure : null,
      overdispersion: model?.overdispersion ?? null,
      model: given.has(group) ? "given" : model ? "fitted" : "too-few",
    };
  });
  const averages = new Map(groups.map(({ group, averageRate }) => [group, averageRate]));
  const ratings = sites.map((site) => {
    const average = averages.get(site.group) ?? null;
    if (site.aadt === null || !(site.aadt > 0) || average === null) return UNRATED;
    return rateSite({ ...site, aadt: site.aadt }, average, models.get(site.group) ?? null, years, confidence);
  });
  return { ratings, groups: groups.sort((a, b) => (a.group < b.group ? -1 : 1)) };
}

function rateSite(
  { crashes, size, aadt }: RatableSite & { readonly aadt: number },
  average: number,
  model: SafetyModel | null,
  years: number,
  confidence: number,
): SiteRating {
  const exposure = exposureMillion(aadt, size, years);
  const rate = crashes / exposure;
  const critical = criticalRate(average, exposure, confidence);
  const rated = { ...UNRATED, rate, criticalRate: critical, isAboveCritical: rate > critical };
  if (!model) return rated;
  const predicted = predictedCrashes(model, aadt, size, years);
  const { expected, excess, weight } = empiricalBayes(predicted, crashes, model.overdispersion / size);
  return { ...rated, predicted, expected, excess, modelWeight: weight };
}
