import type { LayerDefinition } from "../layers/define.ts";
import { DAY_MS, formatLocalDay, parseLocalTime } from "../snapshot/local-time.ts";
import { selectBetween } from "../snapshot/select.ts";
import type { Selection, Snapshot } from "../snapshot/snapshot.ts";
import { AnalysisRefusal } from "./define.ts";

/** The span of time that a density is an average over. */
export interface Period {
  /** Inclusive; `null` where features are no events. */
  readonly from: string | null;
  /** Exclusive. */
  readonly to: string | null;
  /** Length in years of 365.25 days. */
  readonly years: number | null;
  /** Features that pass the filter and have no time. */
  readonly undated: number;
  /** Those that pass it and lie after today, where the end was not asked. */
  readonly future: number;
  /** Rows whose time lies in the period; all of them where features are no events. */
  readonly rows: Selection;
}

const YEAR_MS = 365.25 * DAY_MS;

/**
 * The asked period, or whole days from the first to the last event of the layer; events after `today`, mistyped years mostly, stretch
 * no default.
 *
 * The span of the data is taken from all dated features, not from the filtered ones: a filter must not change what a year is.
 *
 * @throws AnalysisRefusal for a period on a layer without time, a bound that is no time, or an end that is not after the start.
 */
export function periodOf(
  snapshot: Snapshot,
  layer: LayerDefinition,
  filtered: Selection,
  { from, to, today }: { readonly from?: string; readonly to?: string; readonly today?: string },
): Period {
  const column = layer.time === undefined ? undefined : snapshot.columns[layer.time];
  if (column?.type !== "time") {
    if (from !== undefined || to !== undefined) {
      throw new AnalysisRefusal(from !== undefined ? "from" : "to", `${layer.id} has no time`, "no period");
    }
    return { from: null, to: null, years: null, undated: 0, future: 0, rows: null };
  }
  let [first, last] = [Infinity, -Infinity];
  let [undated, future] = [0, 0];
  const futureMs = today === undefined || to !== undefined ? Infinity : boundMs("today", today) + DAY_MS;
  column.milliseconds.forEach((time, row) => {
    const passes = !filtered || filtered[row] === 1;
    if (Number.isNaN(time)) {
      if (passes) undated++;
      return;
    }
    if (time >= futureMs) {
      if (passes) future++;
      return;
    }
    if (time < first) first = time;
    if (time > last) last = time;
  });
  const start = from ?? (first <= last ? formatLocalDay(first) : null);
  const end = to ?? (first <= last ? formatLocalDay(last + DAY_MS) : null);
  if (start === null || end === null) {
    const none = new Uint8Array(snapshot.count);
    return { from: start, to: end, years: 1, undated, future, rows: none };
  }
  const startMs = boundMs("from", start);
  const endMs = boundMs("to", end);
  if (!(endMs > startMs))
    throw new AnalysisRefusal(to === undefined ? "from" : "to", `${end} is not after ${start}`, "from before to");
  const rows = selectBetween(column.milliseconds, startMs, endMs);
  return { from: start, to: end, years: (endMs - startMs) / YEAR_MS, undated, future, rows };
}

function boundMs(field: string, text: string): number {
  const time = parseLocalTime(text);
  if (Number.isNaN(time)) throw new AnalysisRefusal(field, `${text} is no time`, "YYYY-MM-DD or YYYY-MM-DDTHH:mm");
  return time;
}
