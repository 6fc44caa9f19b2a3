import { type AnalysisInputs, AnalysisRefusal } from "../analyses/define.ts";
import { selectByText } from "../analyses/rows.ts";
import { DAY_MS, formatLocalDay, parseLocalTime } from "../snapshot/local-time.ts";
import type { Selection, Snapshot } from "../snapshot/snapshot.ts";
import { type Crashes, crashesOf } from "./crashes.ts";
import { lastMade } from "./last-made.ts";
import { routeNetworkOf } from "./network/build-network.ts";
import { placeAccidents } from "./placing/place-accidents.ts";
import { DEFAULT_TOLERANCE_M, DOUBTFUL, PLACED, type PlacedAccidents } from "./placing/placed.ts";
import type { CrashTally } from "./site.ts";
import { yearsBefore } from "./years-before.ts";

/** Which accidents an analysis stands on. */
export interface CrashSelectionParameters {
  readonly filter?: string | undefined;
  /** Whole days: `from` inclusive, `to` exclusive. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly today?: string | undefined;
  readonly toleranceM?: number | undefined;
  readonly doubtful?: "leave-out" | "count" | undefined;
  /** Length of the period when `from` is not given; without it the period begins with the first accident. */
  readonly periodYears?: number | undefined;
  /**
   * `roads` (default): only accidents that a road has been found for count. `position`: every accident counts where its record puts
   * it, as circles do that need no roads; all of them are then `placed`.
   */
  readonly by?: "roads" | "position" | undefined;
}

export interface CrashSelection {
  readonly crashes: Crashes;
  /** `null` with `by: "position"`. */
  readonly placed: PlacedAccidents | null;
  /** What counts, in the order of time. */
  readonly rows: Uint32Array;
  /** In the period and doubtful, in the order of time; with `doubtful: "count"` these are among `rows` too. */
  readonly doubtfulRows: Uint32Array;
  readonly tally: CrashTally;
  /** Whole days; `null` while no accident has a time. */
  readonly from: string | null;
  readonly to: string | null;
  /** Length of the period in years of 365.25 days; 0 while there is none. */
  readonly years: number;
}

const YEAR_MS = 365.25 * DAY_MS;

/**
 * Chooses the accidents of a question and says what became of all others.
 *
 * The period is set by all dated accidents, not by the filtered ones: a filter must not change what a year is.
 *
 * @param inputs - snapshots of `accidents` and, unless `by` is `position`, of `roads`.
 * @throws AnalysisRefusal for a filter that does not parse, a day that does not exist, or an end that is not after the start.
 */
export function selectCrashes(parameters: CrashSelectionParameters, inputs: AnalysisInputs): CrashSelection {
  const { filter, from, to, today, toleranceM = DEFAULT_TOLERANCE_M, periodYears, by = "roads" } = parameters;
  const countsDoubtful = parameters.doubtful === "count";
  const accidents = inputs.snapshot("accidents");
  const placed =
    by === "roads" ? placeAccidents(accidents, routeNetworkOf(inputs.snapshot("roads")), toleranceM) : null;
  const asked = JSON.stringify({ filter, from, to, today, periodYears, countsDoubtful });
  return lastSelection(placed ?? accidents, asked, () => {
    const crashes = crashesOf(accidents);
    const passes = selectByText(filter, accidents, inputs.layer("accidents"), "filter");
    return select(crashes, placed, passes, periodOf(crashes, parameters), countsDoubtful);
  });
}

const lastSelection = lastMade<PlacedAccidents | Snapshot, CrashSelection>();

function select(
  crashes: Crashes,
  placed: PlacedAccidents | null,
  passes: Selection,
  period: CrashPeriod,
  countsDoubtful: boolean,
): CrashSelection {
  const count = { all: 0, placed: 0, doubtful: 0, undated: 0, future: 0, outsidePeriod: 0, contradictory: 0 };
  const rows = new Uint32Array(crashes.snapshot.count);
  const doubtfulRows = new Uint32Array(crashes.snapshot.count);
  let [used, uncertain] = [0, 0];
  for (const row of timeOrderOf(crashes)) {
    if (passes && passes[row] !== 1) continue;
    const state = placed ? placed.state[row]! : PLACED;
    count.all++;
    if (state === PLACED) count.placed++;
    else if (state === DOUBTFUL) count.doubtful++;
    if (crashes.contradictory[row] === 1) count.contradictory++;
    const time = crashes.timeMs[row]!;
    if (Number.isNaN(time)) count.undated++;
    else if (time >= period.futureMs) count.future++;
    else if (!(time >= period.fromMs && time < period.toMs)) count.outsidePeriod++;
    else {
      if (state === DOUBTFUL) doubtfulRows[uncertain++] = row;
      if (state === PLACED || (state === DOUBTFUL && countsDoubtful)) rows[used++] = row;
    }
  }
  return {
    crashes,
    placed,
    rows: rows.slice(0, used),
    doubtfulRows: doubtfulRows.slice(0, uncertain),
    tally: { ...count, unplaced: count.all - count.placed - count.doubtful, used },
    from: period.from,
    to: period.to,
    years: period.from === null ? 0 : (period.toMs - period.fromMs) / YEAR_MS,
  };
}

const orders = new WeakMap<Snapshot, Uint32Array>();

/** All rows, oldest first, those without a time last; rows of the same minute as they stand in the snapshot. */
function timeOrderOf({ snapshot, timeMs }: Crashes): Uint32Array {
  let order = orders.get(snapshot);
  if (!order) {
    const key = (row: number) => (Number.isNaN(timeMs[row]!) ? Number.MAX_VALUE : timeMs[row]!);
    order = Uint32Array.from({ length: snapshot.count }, (_, row) => row).sort((a, b) => key(a) - key(b) || a - b);
    orders.set(snapshot, order);
  }
  return order;
}

interface CrashPeriod {
  readonly from: string | null;
  readonly to: string | null;
  readonly fromMs: number;
  readonly toMs: number;
  /** From here on accidents are in the future. */
  readonly futureMs: number;
}

function periodOf(crashes: Crashes, { from, to, today, periodYears }: CrashSelectionParameters): CrashPeriod {
  const futureMs = today === undefined ? Number.POSITIVE_INFINITY : dayMs("today", today) + DAY_MS;
  const asked = {
    fromMs: from === undefined ? null : dayMs("from", from),
    toMs: to === undefined ? null : dayMs("to", to),
  };
  const span = spanOf(crashes, futureMs);
  const toMs = asked.toMs ?? (span && startOfDay(span.lastMs) + DAY_MS);
  if (toMs === null) return { from: null, to: null, fromMs: 0, toMs: 0, futureMs };
  const ownFromMs = periodYears === undefined ? span && startOfDay(span.firstMs) : yearsBefore(toMs, periodYears);
  const fromMs = asked.fromMs ?? ownFromMs;
  if (fromMs === null) return { from: null, to: null, fromMs: 0, toMs: 0, futureMs };
  if (!(toMs > fromMs)) {
    const field = from === undefined ? "to" : to === undefined ? "from" : "to";
    throw new AnalysisRefusal(
      field,
      `${formatLocalDay(toMs)} is not after ${formatLocalDay(fromMs)}`,
      "from before to",
    );
  }
  return { from: formatLocalDay(fromMs), to: formatLocalDay(toMs), fromMs, toMs, futureMs };
}

function spanOf({ timeMs }: Crashes, beforeMs: number): { firstMs: number; lastMs: number } | null {
  let [firstMs, lastMs] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const time of timeMs) {
    if (!(time < beforeMs)) continue;
    if (time < firstMs) firstMs = time;
    if (time > lastMs) lastMs = time;
  }
  return firstMs <= lastMs ? { firstMs, lastMs } : null;
}

const startOfDay = (timeMs: number): number => Math.floor(timeMs / DAY_MS) * DAY_MS;

function dayMs(field: string, text: string): number {
  const time = parseLocalTime(text);
  if (Number.isNaN(time)) throw new AnalysisRefusal(field, `${text} is no day`, "YYYY-MM-DD");
  return time;
}
