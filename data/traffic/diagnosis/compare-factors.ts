import type { FactorFinding } from "../../analyses/site-diagnosis-results.ts";
import { type Snapshot, UNKNOWN_CODE } from "../../snapshot/snapshot.ts";
import { falseDiscoveryRates } from "../statistics/false-discovery.ts";
import { fisherTest } from "../statistics/fisher.ts";
import { type CrashTrait, crashTraitsOf, NO_VALUE } from "./crash-traits.ts";

/** Fewer crashes at a site say nothing about what is special there. */
export const FEWEST_CRASHES = 5;
/** At most one in twenty of what is reported is expected to be chance. */
export const FACTOR_LEVEL = 0.05;
/** A value that fewer crashes of site and reference together have is not tested: it could hardly ever be called over-represented. */
export const FEWEST_WITH_VALUE = 5;

/**
 * Every value of every factor: how often at the site, how often in the reference, and whether that is more than chance makes it.
 *
 * Crashes whose record does not say are left out of the shares and told. Which values are tested hangs on how many crashes of both
 * together have them, never on how many of the site do; one that no crash of the site has counts as tested and is not listed.
 *
 * @param siteRows - at least {@link FEWEST_CRASHES}; @param referenceRows - without those of the site.
 * @returns surest first.
 */
export function compareFactors(
  accidents: Snapshot,
  siteRows: ArrayLike<number>,
  referenceRows: ArrayLike<number>,
): FactorFinding[] {
  let tests = 0;
  const seen: Omit<FactorFinding, "qValue" | "isOver">[] = [];
  for (const trait of crashTraitsOf(accidents)) {
    const [site, reference] = [countTrait(trait, siteRows), countTrait(trait, referenceRows)];
    if (site.known === 0 || reference.known === 0) continue;
    trait.values.forEach((value, i) => {
      const [atSite, inReference] = [site.counts[i]!, reference.counts[i]!];
      if (atSite + inReference < FEWEST_WITH_VALUE) return;
      tests++;
      if (atSite === 0) return;
      const { atLeast } = fisherTest({
        hereWith: atSite,
        hereWithout: site.known - atSite,
        elsewhereWith: inReference,
        elsewhereWithout: reference.known - inReference,
      });
      const [share, referenceShare] = [atSite / site.known, inReference / reference.known];
      seen.push({
        factor: trait.factor,
        value,
        atSite,
        siteKnown: site.known,
        siteUnknown: site.unknown,
        inReference,
        referenceKnown: reference.known,
        referenceUnknown: reference.unknown,
        share,
        referenceShare,
        ratio: inReference === 0 ? null : share / referenceShare,
        pValue: atLeast,
      });
    });
  }
  const rates = falseDiscoveryRates(
    seen.map(({ pValue }) => pValue),
    tests,
  );
  return seen
    .map((each, i) => ({ ...each, qValue: rates[i]!, isOver: rates[i]! <= FACTOR_LEVEL }))
    .sort((a, b) => a.qValue - b.qValue || a.pValue - b.pValue || b.share - a.share);
}

interface TraitCounts {
  readonly counts: Uint32Array;
  readonly known: number;
  readonly unknown: number;
}

function countTrait({ values, indices }: CrashTrait, rows: ArrayLike<number>): TraitCounts {
  const counts = new Uint32Array(values.length);
  let unknown = 0;
  for (let i = 0; i < rows.length; i++) {
    const index = indices[rows[i]!]!;
    if (index === UNKNOWN_CODE) unknown++;
    else if (index !== NO_VALUE) counts[index]!++;
  }
  return { counts, known: rows.length - unknown, unknown };
}
