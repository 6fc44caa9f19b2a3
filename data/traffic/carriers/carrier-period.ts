import { AnalysisRefusal } from "../../analyses/define.ts";
import { DAY_MS, formatLocalDay, parseLocalTime } from "../../snapshot/local-time.ts";
import type { Snapshot } from "../../snapshot/snapshot.ts";
import { yearsBefore } from "../years-before.ts";

/** Whole days; `fromMs` inclusive, `toMs` exclusive. */
export interface CarrierPeriod {
  readonly from: string | null;
  readonly to: string | null;
  readonly fromMs: number;
  readonly toMs: number;
  /** 365.25 days each. */
  readonly years: number;
}

/**
 * The asked period; else the year up to the last accident or violation that is not after `today`.
 *
 * @throws AnalysisRefusal naming `from` when it is not before the end.
 */
export function carrierPeriod(
  { from, to, today }: { from?: string; to?: string; today?: string },
  layers: readonly Snapshot[],
): CarrierPeriod {
  const latest = today === undefined ? Number.POSITIVE_INFINITY : parseLocalTime(today) + DAY_MS;
  const toMs = to === undefined ? dayAfterLast(layers, latest) : parseLocalTime(to);
  if (toMs === null) return { from: from ?? null, to: null, fromMs: 0, toMs: 0, years: 1 };
  const fromMs = from === undefined ? yearsBefore(toMs, 1) : parseLocalTime(from);
  if (!(fromMs < toMs)) throw new AnalysisRefusal("from", "not before the end", `before ${formatLocalDay(toMs)}`);
  const years = (toMs - fromMs) / DAY_MS / 365.25;
  return { from: formatLocalDay(fromMs), to: formatLocalDay(toMs), fromMs, toMs, years };
}

function dayAfterLast(layers: readonly Snapshot[], latest: number): number | null {
  let last = Number.NEGATIVE_INFINITY;
  for (const { columns } of layers) {
    if (columns.happenedAt?.type !== "time") continue;
    for (const time of columns.happenedAt.milliseconds) if (time < latest && time > last) last = time;
  }
  return last === Number.NEGATIVE_INFINITY ? null : Math.floor(last / DAY_MS) * DAY_MS + DAY_MS;
}
