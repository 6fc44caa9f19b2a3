import { codeIn, numberIn, textIn } from "../../analyses/row-values.ts";
import { rowPosition } from "../../analyses/rows.ts";
import type { DiagnosedCrash, YearCounts } from "../../analyses/site-diagnosis-results.ts";
import { DAY_MS, formatLocalMinute, parseLocalTime } from "../../snapshot/local-time.ts";
import type { Snapshot } from "../../snapshot/snapshot.ts";
import { countCrashes } from "../count-crashes.ts";
import { type Crashes, SEVERITIES } from "../crashes.ts";
import { parseParties } from "../parties.ts";
import { crashTraitsOf, NO_VALUE } from "./crash-traits.ts";
import type { DrawnCrash } from "./group-crashes.ts";
import { bearingBetween } from "./site-roads.ts";

/** A row of `accidents` without anything personal: the snapshot has none. @param stakeM - `null` where the site has no axis. */
export function diagnosedCrash(
  crashes: Crashes,
  row: number,
  stakeM: number | null,
  isDoubtful: boolean,
): DiagnosedCrash {
  const { snapshot, severity, timeMs, deaths, injuries } = crashes;
  const known = (value: number) => (Number.isNaN(value) ? null : value);
  const code = (attribute: string) => codeIn(snapshot, row, attribute);
  return {
    id: snapshot.ids.get(row) ?? "",
    code: snapshot.codes.get(row) ?? "",
    happenedAt: Number.isNaN(timeMs[row]!) ? null : formatLocalMinute(timeMs[row]!),
    severity: SEVERITIES[severity[row]!] ?? null,
    deaths: known(deaths[row]!),
    injuries: known(injuries[row]!),
    form: code("form"),
    weather: code("weather"),
    light: code("light"),
    surface: code("surface"),
    place: code("place"),
    cause: textIn(snapshot, row, "cause"),
    dangerousGoods: hasDangerousGoods(snapshot, row),
    parties: parseParties(textIn(snapshot, row, "movements")),
    vehicles: numberIn(snapshot, row, "vehicles"),
    pedestrians: numberIn(snapshot, row, "pedestrians"),
    nonMotor: numberIn(snapshot, row, "nonMotor"),
    stakeM,
    isDoubtful,
    position: rowPosition(snapshot, row),
  };
}

function hasDangerousGoods(snapshot: Snapshot, row: number): boolean | null {
  const trait = crashTraitsOf(snapshot).find(({ factor }) => factor === "dangerousGoods")!;
  const index = trait.indices[row]!;
  return index === 0 ? true : index === NO_VALUE ? false : null;
}

/** The crash as the collision diagram draws it. @param middle - of the site and @param at - of the crash, plane metres. */
export function drawnCrash(
  crash: DiagnosedCrash,
  middle: readonly [number, number],
  at: readonly [number, number],
): DrawnCrash {
  const { id, code, happenedAt, severity, form, parties, vehicles, pedestrians, nonMotor, stakeM, light } = crash;
  const isAtMiddle = Math.hypot(at[0] - middle[0], at[1] - middle[1]) < 1;
  return {
    id,
    code,
    happenedAt,
    severity,
    light: light === "day" || light === "dusk" ? light : light === null ? null : "night",
    form,
    parties,
    vehicles,
    pedestrians,
    nonMotor,
    stakeM,
    bearingDeg: isAtMiddle ? null : bearingBetween(middle, at),
  };
}

/** The crashes of every calendar year that the period touches, also of those without any. @param rows - of the period. */
export function countsPerYear(
  crashes: Crashes,
  rows: Uint32Array,
  from: string | null,
  to: string | null,
): YearCounts[] {
  if (from === null || to === null) return [];
  const last = new Date(parseLocalTime(to) - DAY_MS).getUTCFullYear();
  const years: YearCounts[] = [];
  for (let year = Number(from.slice(0, 4)); year <= last; year++) {
    const [start, end] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
    const own = rows.filter((row) => crashes.timeMs[row]! >= start && crashes.timeMs[row]! < end);
    const isPart = parseLocalTime(from) > start || parseLocalTime(to) < end;
    years.push({ year, isPart, ...countCrashes(crashes, own) });
  }
  return years;
}
