import { parseFilter } from "../layers/filter.ts";
import { getLayer } from "../layers/index.ts";
import { DAY_MS, formatLocalDay, parseLocalTime } from "../snapshot/local-time.ts";
import { compileFilter } from "../snapshot/select.ts";
import { type Snapshot, UNKNOWN_CODE } from "../snapshot/snapshot.ts";
import { LEDGER_FIGURES, SERVICE_DAYS } from "./ledger-figures.ts";

const LAYER = "water-sources";

/** A water source whose service is overdue. */
export interface OverdueService {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** Local day `YYYY-MM-DD`. */
  readonly dueOn: string;
  readonly daysOver: number;
  /** Otherwise reckoned from the last service: nobody stated when the next is due. */
  readonly isStated: boolean;
}

/** A water source that cannot be used. */
export interface UnusableSource {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** Code of the attribute `state`. */
  readonly state: string;
  /** When it was seen so, local day; `null`: nobody said. */
  readonly seenOn: string | null;
}

/**
 * Sources whose service is overdue, the longest first; of equal ones by code. Those of the figure `water-service-overdue`, by name.
 *
 * @param today - local day `YYYY-MM-DD`.
 */
export function findOverdueServices(water: Snapshot, today: string): OverdueService[] {
  const now = parseLocalTime(today);
  const [next, last] = [timesOf(water, "nextServiceOn"), timesOf(water, "servicedOn")];
  const overdue = rowsOf(water, LEDGER_FIGURES["water-service-overdue"].counted(today)).map((row): OverdueService => {
    const isStated = !Number.isNaN(next[row]!);
    const dueMs = isStated ? next[row]! : last[row]! + SERVICE_DAYS * DAY_MS;
    return {
      ...identityOf(water, row),
      dueOn: formatLocalDay(dueMs),
      daysOver: Math.round((now - dueMs) / DAY_MS),
      isStated,
    };
  });
  return overdue.sort((a, b) => b.daysOver - a.daysOver || (a.code < b.code ? -1 : 1));
}

/**
 * Sources that cannot be used, those seen so the longest ago first: nobody has looked since. Those without a day come last, of equal
 * ones by code.
 */
export function findUnusableSources(water: Snapshot): UnusableSource[] {
  const state = water.columns.state;
  if (state?.type !== "code") return [];
  const seen = water.observedOn.milliseconds;
  const unusable = rowsOf(water, LEDGER_FIGURES["water-unusable"].counted()).flatMap((row): UnusableSource[] => {
    const index = state.indices[row]!;
    if (index === UNKNOWN_CODE) return [];
    const seenOn = Number.isNaN(seen[row]!) ? null : formatLocalDay(seen[row]!);
    return [{ ...identityOf(water, row), state: state.values[index]!, seenOn }];
  });
  const dayOf = ({ seenOn }: UnusableSource) => seenOn ?? "9999-12-31";
  return unusable.sort((a, b) => compareText(dayOf(a), dayOf(b)) || compareText(a.code, b.code));
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function rowsOf(water: Snapshot, filter: string): number[] {
  const taken = compileFilter(parseFilter(filter, getLayer(LAYER)))(water);
  return Array.from(taken.keys()).filter((row) => taken[row] === 1);
}

function timesOf(water: Snapshot, attribute: string): Float64Array {
  const column = water.columns[attribute];
  if (column?.type !== "time") throw new RangeError(`${water.layer} has no day ${attribute}`);
  return column.milliseconds;
}

const identityOf = (water: Snapshot, row: number) => ({
  id: water.ids.get(row) ?? "",
  code: water.codes.get(row) ?? "",
  name: water.names.get(row) ?? "",
});
