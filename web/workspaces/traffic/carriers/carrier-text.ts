import type { CarrierFinding, CarrierReason } from "#data/analyses/carrier-risk-results.ts";
import type { CarriersWords } from "../../../messages/traffic-carriers.ts";
import type { Language } from "../../../messages/words.ts";
import type { CarrierGroup } from "../../../state/carriers-view.ts";
import { formatNumber } from "../../../ui/quantities.ts";

/** What a link calls a carrier. */
export const carrierKey = ({ creditCode, enterpriseId }: CarrierFinding): string => creditCode ?? enterpriseId ?? "";

export const groupOf = ({ grade }: CarrierFinding): CarrierGroup => grade ?? "unrated";

export const carrierName = ({ name, creditCode }: CarrierFinding, words: CarriersWords): string =>
  name ?? words.nameless(creditCode ?? "");

/** `百车事故 3.2 起/年，阈值 2`. */
export function reasonText(
  { measure, value, threshold }: Omit<CarrierReason, "grade">,
  words: CarriersWords,
  language: Language,
): string {
  // A value just below a threshold must not be rounded up to it, nor one at it seem to lie below.
  const digits = [1, 2, 3, 4].find((each) => Number(value.toFixed(each)) >= threshold) ?? 1;
  return words.reason(
    words.measures[measure],
    formatNumber(value, language, digits),
    words.units[measure],
    formatNumber(threshold, language, 2),
  );
}

/** Why it has its grade, what cannot be told, and why not. One sentence each. */
export function whyTexts(carrier: CarrierFinding, words: CarriersWords, language: Language): string[] {
  const { grade, reasons, undecided, limits, creditCode } = carrier;
  const open = creditCode === null ? "" : undecided.map((measure) => words.measures[measure]).join(words.separator);
  return [
    ...reasons.map((reason) => reasonText(reason, words, language)),
    ...(grade === "low" ? [words.noReason] : []),
    ...(open === "" ? [] : [grade === null ? words.undecided(open) : words.worse(open)]),
    ...limits.map((limit) => words.limits[limit]),
  ];
}
