import { normalQuantile } from "../statistics/normal.ts";

/**
 * How many crashes a site of a kind has in a year: `exp(intercept) · aadt ^ aadtPower · size`, a safety performance function, with
 * counts spread about it as a negative binomial of dispersion `overdispersion / size`. The size is kilometres of road, or 1 for a junction.
 */
export interface SafetyModel {
  readonly intercept: number;
  readonly aadtPower: number;
  /** Per kilometre, or of a junction; 0 = no more spread than chance. */
  readonly overdispersion: number;
}

const DAYS = 365;

/** Million vehicle-kilometres, or million vehicles entering a junction (size 1). */
export const exposureMillion = (aadt: number, size: number, years: number): number =>
  (aadt * DAYS * years * size) / 1e6;

/** Crashes that the model expects in so many years. */
export const predictedCrashes = (model: SafetyModel, aadt: number, size: number, years: number): number =>
  Math.exp(model.intercept) * aadt ** model.aadtPower * size * years;

/** What the model and a site's own crashes say together. */
export interface EmpiricalBayes {
  /** Of the model, 0 to 1: the more it is spread and the more it predicts, the less. */
  readonly weight: number;
  readonly expected: number;
  /** Expected less predicted: what the site itself adds. */
  readonly excess: number;
}

/**
 * The expected crashes of a site, freed of the chance that a high count is a lucky or unlucky one.
 *
 * @param dispersion - of the site: the model's overdispersion over the site's size.
 * @see AASHTO, Highway Safety Manual (2010), 4.4.2.14, and part C appendix A.2.4
 */
export function empiricalBayes(predicted: number, observed: number, dispersion: number): EmpiricalBayes {
  const weight = 1 / (1 + dispersion * predicted);
  const expected = weight * predicted + (1 - weight) * observed;
  return { weight, expected, excess: expected - predicted };
}

/**
 * The rate that a site of average safety exceeds only by a chance of 1 - `confidence`.
 *
 * @param averageRate - of its reference group, crashes per million.
 * @param exposure - of the site, million vehicle-kilometres or vehicles, above 0.
 * @see Highway Safety Manual (2010), equation 4-11
 */
export const criticalRate = (averageRate: number, exposure: number, confidence: number): number =>
  averageRate + normalQuantile(confidence) * Math.sqrt(averageRate / exposure) + 1 / (2 * exposure);

/** A site of a reference group with traffic. */
export interface ModelledSite {
  readonly crashes: number;
  readonly aadt: number;
  readonly size: number;
}

/** Calibration asks for 30 to 50 sites with 100 crashes in all (Highway Safety Manual, part C appendix A.1.1.2). */
export const FEWEST_SITES = 30;
export const FEWEST_CRASHES = 100;

/**
 * A model fitted to its group by moments: crashes in proportion to traffic at the group's average rate, and what the counts spread
 * beyond Poisson as overdispersion. Since a site's variance is `m + d / size · m²` about its prediction `m`, the sum of
 * `(crashes - m)² - m` over the sum of `m² / size` estimates `d`; below 0 it is taken as 0.
 *
 * @returns `null` with fewer sites or crashes than {@link FEWEST_SITES} and {@link FEWEST_CRASHES}.
 */
export function fitSafetyModel(sites: readonly ModelledSite[], years: number): SafetyModel | null {
  const crashes = sites.reduce((sum, site) => sum + site.crashes, 0);
  const exposure = sites.reduce((sum, { aadt, size }) => sum + exposureMillion(aadt, size, years), 0);
  if (sites.length < FEWEST_SITES || crashes < FEWEST_CRASHES || !(exposure > 0)) return null;
  const intercept = Math.log((crashes / exposure) * DAYS * 1e-6);
  const model = { intercept, aadtPower: 1, overdispersion: 0 };
  let [beyondPoisson, weights] = [0, 0];
  for (const site of sites) {
    const mean = predictedCrashes(model, site.aadt, site.size, years);
    beyondPoisson += (site.crashes - mean) ** 2 - mean;
    weights += mean ** 2 / site.size;
  }
  return { ...model, overdispersion: Math.max(0, beyondPoisson / weights) };
}
