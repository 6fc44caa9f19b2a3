import { type Crashes, SEVERITIES } from "../crashes.ts";
import type { Criterion } from "../rule-sets/rule-set.ts";

/** Which criteria each crash counts for: bit `c` of a row's number belongs to criterion `c`. */
export interface CrashMarks {
  /** As far as its record does not speak against it. */
  readonly counted: Uint16Array;
  /** Beyond doubt: of a criterion that needs nothing else, the same. */
  readonly sure: Uint16Array;
}

const [FATAL, INJURY, DAMAGE] = SEVERITIES.keys();

/** @param criteria - at most 12. */
export function markCrashes(crashes: Crashes, criteria: readonly Criterion[]): CrashMarks {
  const count = crashes.snapshot.count;
  const marks = { counted: new Uint16Array(count), sure: new Uint16Array(count) };
  for (const [c, criterion] of criteria.entries()) {
    const isOfKind = kindTest(crashes, criterion);
    const isSure = sureTest(crashes, criterion);
    for (let row = 0; row < count; row++) {
      if (!isOfKind(row)) continue;
      const sure = isSure(row);
      if (sure === false) continue;
      marks.counted[row]! |= 1 << c;
      if (sure === true && killedSurely(crashes, row, criterion.minDeaths)) marks.sure[row]! |= 1 << c;
    }
  }
  return marks;
}

/** A fatal crash whose dead are not counted killed one at least, and may have killed more. */
const killedSurely = ({ deaths }: Crashes, row: number, minDeaths = 0): boolean =>
  minDeaths <= 1 || deaths[row]! >= minDeaths;

function kindTest({ severity, deaths }: Crashes, { crashes, minDeaths = 0 }: Criterion): (row: number) => boolean {
  const isUncounted = (row: number) => severity[row] === FATAL && !(deaths[row]! > 0);
  const kills = (row: number) => minDeaths === 0 || deaths[row]! >= minDeaths || isUncounted(row);
  switch (crashes) {
    case "fatal":
      return (row) => severity[row] === FATAL && kills(row);
    case "casualty":
      return (row) => (severity[row] === FATAL || severity[row] === INJURY) && kills(row);
    case "injury":
      return (row) => severity[row] === INJURY;
    case "injury-or-damage":
      return (row) => severity[row] === INJURY || severity[row] === DAMAGE;
    case "any":
      return kills;
  }
}

/** `null` where the record does not say what the criterion needs. */
function sureTest({ snapshot, severity }: Crashes, { needs }: Criterion): (row: number) => boolean | null {
  if (needs === undefined) return () => true;
  if (needs === "serious-injury") return (row) => (severity[row] === FATAL ? true : null);
  const column = snapshot.columns.roadFactor;
  if (column?.type !== "boolean") return () => null;
  return (row) => (column.states[row] === 2 ? null : column.states[row] === 1);
}
