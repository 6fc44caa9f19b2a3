import { booleanIn, codeIn, numberIn, textIn } from "../../analyses/row-values.ts";
import type { FactorName } from "../../analyses/site-diagnosis-results.ts";
import { type Snapshot, UNKNOWN_CODE } from "../../snapshot/snapshot.ts";
import { crashesOf } from "../crashes.ts";
import { isMotor, isNonMotor, isPedestrian, parseParties } from "../parties.ts";

/** Known, and none of the values. */
export const NO_VALUE = 65534;

/** What one factor is in every accident of a snapshot. */
export interface CrashTrait {
  readonly factor: FactorName;
  readonly values: readonly string[];
  /** Index in `values`, {@link NO_VALUE}, or `UNKNOWN_CODE`; row `i` is row `i` of the snapshot. */
  readonly indices: Uint16Array;
}

const known = new WeakMap<Snapshot, readonly CrashTrait[]>();

/** Reads the factors of a snapshot of `accidents` once. */
export function crashTraitsOf(snapshot: Snapshot): readonly CrashTrait[] {
  const read = known.get(snapshot) ?? readTraits(snapshot);
  known.set(snapshot, read);
  return read;
}

const CODE_FACTORS = ["form", "weather", "light", "surface", "place"] as const;
export const HOUR_BANDS = ["00-02", "03-05", "06-08", "09-11", "12-14", "15-17", "18-20", "21-23"] as const;
export const SEASONS = ["winter", "spring", "summer", "autumn"] as const;
const MONTHS = Array.from({ length: 12 }, (_, i) => String(i + 1));

function readTraits(snapshot: Snapshot): CrashTrait[] {
  const { timeMs } = crashesOf(snapshot);
  const byTime = (factor: FactorName, values: readonly string[], indexOf: (time: Date) => number): CrashTrait => ({
    factor,
    values,
    indices: Uint16Array.from(timeMs, (time) => (Number.isNaN(time) ? UNKNOWN_CODE : indexOf(new Date(time)))),
  });
  const yesNo = (factor: FactorName, value: string, isSo: (row: number) => boolean | null): CrashTrait => ({
    factor,
    values: [value],
    indices: Uint16Array.from({ length: snapshot.count }, (_, row) => {
      const answer = isSo(row);
      return answer === null ? UNKNOWN_CODE : answer ? 0 : NO_VALUE;
    }),
  });
  return [
    ...CODE_FACTORS.map((factor) => codeTrait(snapshot, factor)),
    causeTrait(snapshot),
    byTime("hours", HOUR_BANDS, (time) => Math.floor(time.getUTCHours() / 3)),
    byTime("weekday", ["weekend", "weekday"], (time) => (time.getUTCDay() % 6 === 0 ? 0 : 1)),
    byTime("month", MONTHS, (time) => time.getUTCMonth()),
    byTime("season", SEASONS, (time) => Math.floor(((time.getUTCMonth() + 1) % 12) / 3)),
    yesNo("parties", "pedestrian", (row) => hasPedestrian(snapshot, row)),
    yesNo("parties", "non-motor", (row) => hasNonMotor(snapshot, row)),
    yesNo("parties", "single-vehicle", (row) => isSingleVehicle(snapshot, row)),
    yesNo("dangerousGoods", "yes", (row) => hasDangerousGoods(snapshot, row)),
  ];
}

function codeTrait({ count, columns }: Snapshot, factor: (typeof CODE_FACTORS)[number]): CrashTrait {
  const column = columns[factor];
  if (column?.type !== "code") return { factor, values: [], indices: new Uint16Array(count).fill(UNKNOWN_CODE) };
  return { factor, values: column.values, indices: column.indices };
}

/** Free text: the same words are the same cause. */
function causeTrait(snapshot: Snapshot): CrashTrait {
  const indexOf = new Map<string, number>();
  const indices = Uint16Array.from({ length: snapshot.count }, (_, row) => {
    const cause = textIn(snapshot, row, "cause")?.trim() ?? "";
    if (cause === "") return UNKNOWN_CODE;
    const index = indexOf.get(cause) ?? indexOf.size;
    if (index >= NO_VALUE) return NO_VALUE;
    indexOf.set(cause, index);
    return index;
  });
  return { factor: "cause", values: [...indexOf.keys()], indices };
}

const partiesIn = (snapshot: Snapshot, row: number) => parseParties(textIn(snapshot, row, "movements"));

/** Somebody on foot took part: by count, by form or among the recorded parties. */
function hasPedestrian(snapshot: Snapshot, row: number): boolean | null {
  const count = numberIn(snapshot, row, "pedestrians");
  if ((count ?? 0) > 0 || codeIn(snapshot, row, "form") === "pedestrian") return true;
  if (count === 0) return false;
  const parties = partiesIn(snapshot, row);
  return parties.length === 0 ? null : parties.some(isPedestrian) ? true : parties.some(isUnknown) ? null : false;
}

function hasNonMotor(snapshot: Snapshot, row: number): boolean | null {
  const count = numberIn(snapshot, row, "nonMotor");
  if ((count ?? 0) > 0 || codeIn(snapshot, row, "form") === "non-motor") return true;
  if (count === 0) return false;
  const parties = partiesIn(snapshot, row);
  return parties.length === 0 ? null : parties.some(isNonMotor) ? true : parties.some(isUnknown) ? null : false;
}

/** One motor vehicle and nobody else. */
function isSingleVehicle(snapshot: Snapshot, row: number): boolean | null {
  const [vehicles, pedestrians, nonMotor] = ["vehicles", "pedestrians", "nonMotor"].map((id) =>
    numberIn(snapshot, row, id),
  );
  if ((vehicles ?? 1) !== 1 || (pedestrians ?? 0) > 0 || (nonMotor ?? 0) > 0) return false;
  if (vehicles === 1 && pedestrians === 0 && nonMotor === 0) return true;
  const parties = partiesIn(snapshot, row);
  if (parties.length === 0 || parties.some(isUnknown)) return null;
  return parties.length === 1 && isMotor(parties[0]!);
}

function hasDangerousGoods(snapshot: Snapshot, row: number): boolean | null {
  const said = booleanIn(snapshot, row, "dangerousGoods");
  if (said !== null) return said;
  return partiesIn(snapshot, row).some(({ kind }) => kind === "dangerous-goods-truck") || null;
}

const isUnknown = ({ kind }: { readonly kind: string | null }): boolean => kind === null;
