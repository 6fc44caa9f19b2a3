import type { ComparedPeriod } from "../../analyses/before-after-results.ts";
import { AnalysisRefusal } from "../../analyses/define.ts";
import { DAY_MS, formatLocalDay, parseLocalTime } from "../../snapshot/local-time.ts";
import { yearsBefore } from "../years-before.ts";

/** Days as a caller gives them, `YYYY-MM-DD`. */
export interface WorksParameters {
  readonly treatedFrom: string;
  readonly treatedTo: string;
  readonly yearsBefore: number;
  readonly yearsAfter: number;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Midnights, the end exclusive. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

export interface AskedPeriods {
  readonly before: Span;
  readonly works: Span;
  readonly after: Span;
}

/** @throws AnalysisRefusal for a day that does not exist, or periods that are empty or run backwards. */
export function askedPeriods(parameters: WorksParameters): AskedPeriods {
  const worksFromMs = dayMs("treatedFrom", parameters.treatedFrom);
  const worksToMs = dayMs("treatedTo", parameters.treatedTo);
  if (worksToMs < worksFromMs) throw new AnalysisRefusal("treatedTo", "before treatedFrom", "treatedFrom or later");
  const fromMs =
    parameters.from === undefined ? yearsBefore(worksFromMs, parameters.yearsBefore) : dayMs("from", parameters.from);
  const toMs =
    parameters.to === undefined ? yearsBefore(worksToMs, -parameters.yearsAfter) : dayMs("to", parameters.to);
  if (fromMs >= worksFromMs) throw new AnalysisRefusal("from", "not before treatedFrom", "a day before treatedFrom");
  if (toMs <= worksToMs) throw new AnalysisRefusal("to", "not after treatedTo", "a day after treatedTo");
  return {
    before: { fromMs, toMs: worksFromMs },
    works: { fromMs: worksFromMs, toMs: worksToMs },
    after: { fromMs: worksToMs, toMs },
  };
}

function dayMs(field: string, text: string): number {
  const time = parseLocalTime(text);
  if (Number.isNaN(time)) throw new AnalysisRefusal(field, `${text} is no day`, "YYYY-MM-DD");
  return time;
}

/** The part of a period that the ledger covers; `null` where there is none. */
export function coveredPart(asked: Span, ledger: Span | null): Span | null {
  if (!ledger) return null;
  const covered = { fromMs: Math.max(asked.fromMs, ledger.fromMs), toMs: Math.min(asked.toMs, ledger.toMs) };
  return covered.fromMs < covered.toMs ? covered : null;
}

export const yearsOf = (span: Span | null): number => (span ? (span.toMs - span.fromMs) / (365.25 * DAY_MS) : 0);

export const comparedPeriod = (asked: Span, covered: Span | null): ComparedPeriod => ({
  askedFrom: formatLocalDay(asked.fromMs),
  askedTo: formatLocalDay(asked.toMs),
  from: covered && formatLocalDay(covered.fromMs),
  to: covered && formatLocalDay(covered.toMs),
  years: yearsOf(covered),
  isFull: covered !== null && covered.fromMs === asked.fromMs && covered.toMs === asked.toMs,
});

export const isIn = (timeMs: number, span: Span | null): boolean =>
  span !== null && timeMs >= span.fromMs && timeMs < span.toMs;
