import type { Band, SpacingRule } from "./rule.ts";

interface Interval {
  readonly low: number;
  readonly lowIn: boolean;
  readonly high: number;
  readonly highIn: boolean;
}

const intervalOf = ({ from, above, below, upTo }: Band): Interval => ({
  low: from ?? above ?? 0,
  lowIn: above === undefined,
  high: below ?? upTo ?? Number.POSITIVE_INFINITY,
  highIn: upTo !== undefined,
});

/** Whether a quantity lies in the band; the unit is the one that the band's quantity names. */
export function inBand(band: Band, amount: number): boolean {
  const { low, lowIn, high, highIn } = intervalOf(band);
  return (lowIn ? amount >= low : amount > low) && (highIn ? amount <= high : amount < high);
}

/** What is wrong with a band's ends; `null` when some amount lies in it. */
export function checkBand(band: Band): string | null {
  const { low, lowIn, high, highIn } = intervalOf(band);
  return low < high || (low === high && lowIn && highIn) ? null : "no amount lies in it";
}

/**
 * Tells of each rule whose band meets that of an earlier rule of the same standard, clause, hazard and target on the same day, since
 * then two numbers would claim the same case. Bands of different quantities do not meet: the more demanding one governs.
 */
export function checkOverlaps(rules: readonly SpacingRule[], tell: (at: number, earlier: SpacingRule) => void): void {
  const byCase = new Map<string, SpacingRule[]>();
  for (const [at, rule] of rules.entries()) {
    for (const target of rule.targets) {
      const key = [rule.standard, rule.clause, rule.hazard, target].join("\n");
      const earlier = byCase.get(key) ?? [];
      const met = earlier.find((other) => meetInTime(rule, other) && meetInAmount(rule.band, other.band));
      if (met) tell(at, met);
      byCase.set(key, [...earlier, rule]);
    }
  }
}

const meetInTime = (one: SpacingRule, other: SpacingRule): boolean =>
  (one.validTo === null || other.validFrom <= one.validTo) &&
  (other.validTo === null || one.validFrom <= other.validTo);

function meetInAmount(one: Band | null, other: Band | null): boolean {
  if (!one || !other) return true;
  if (one.quantity !== other.quantity) return false;
  const [a, b] = [intervalOf(one), intervalOf(other)];
  return startsInside(a, b) && startsInside(b, a);
}

/** Whether the lower end of one lies under the upper end of the other; two intervals meet when this holds both ways. */
const startsInside = (one: Interval, other: Interval): boolean =>
  one.low < other.high || (one.low === other.high && one.lowIn && other.highIn);
