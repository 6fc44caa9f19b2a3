import { falseDiscoveryRates } from "../statistics/false-discovery.ts";
import { fisherTest } from "../statistics/fisher.ts";
import type { Stretch } from "../stretches.ts";
import { IN_KIND, KIND_UNKNOWN } from "./adverse-kinds.ts";
import { firstAbove, firstFrom, type StretchCrashes } from "./route-crashes.ts";

/** With fewer crashes whose weather is known, a window is not tested: hardly any share of so few would stand out. */
export const FEWEST_IN_WINDOW = 8;
/** With fewer crashes in a kind of weather on the whole network, nothing is said of the kind. */
export const FEWEST_IN_KIND = 5;

export interface WindowSettings {
  readonly windowM: number;
  readonly stepM: number;
  readonly level: number;
}

/** Windows whose share is above that of the rest, as one stretch where they overlap. */
export interface WeatherSegment {
  /** Index in the list of stretches, and stakes. */
  readonly along: number;
  readonly stretch: Stretch;
  /** Index in the list of kinds. */
  readonly kind: number;
  readonly pValue: number;
  readonly qValue: number;
}

export interface WeatherSegments {
  readonly segments: readonly WeatherSegment[];
  readonly placesTested: number;
  readonly placesTooFew: number;
}

/**
 * Stretches where the share of crashes in a kind of weather is above that of the rest of the network.
 *
 * Windows slide along each road. Those that begin within one window length are one place and one test: the best of them, times how many
 * there are (Bonferroni), so that a stretch that many windows see is not counted as many discoveries. False alarms are controlled over all places
 * and kinds. Which windows are tested hangs on how many crashes they have, never on the weather of these.
 *
 * @param states - per kind, of every row: {@link IN_KIND}, not, or {@link KIND_UNKNOWN}.
 */
export function findWeatherSegments(
  along: readonly StretchCrashes[],
  states: readonly Uint8Array[],
  settings: WindowSettings,
): WeatherSegments {
  const tests: PlaceTest[] = [];
  const totals = states.map((state) => totalsOf(along, state));
  const isTested = totals.map(({ inKind }) => inKind >= FEWEST_IN_KIND);
  const chances = totals.map((total) => tailChances(total));
  let [placesTested, placesTooFew] = [0, 0];
  along.forEach((stretch, index) => {
    const sums = states.map((state) => prefixSums(stretch, state));
    for (const windows of placesOf(stretch, settings)) {
      const own = sums.flatMap((sum, kind) => {
        const best = isTested[kind] ? bestWindow(windows, sum, chances[kind]!) : null;
        return best ? [{ along: index, kind, ...best }] : [];
      });
      tests.push(...own);
      if (own.length > 0) placesTested++;
      else placesTooFew++;
    }
  });
  const rates = falseDiscoveryRates(tests.map(({ pValue }) => pValue));
  const sure = tests.flatMap((test, i) => (rates[i]! <= settings.level ? [{ ...test, qValue: rates[i]! }] : []));
  return { segments: mergeOverlapping(sure), placesTested, placesTooFew };
}

interface PlaceTest {
  readonly along: number;
  readonly kind: number;
  readonly stretch: Stretch;
  readonly pValue: number;
}

interface KindTotals {
  readonly inKind: number;
  readonly known: number;
}

function totalsOf(along: readonly StretchCrashes[], state: Uint8Array): KindTotals {
  let [inKind, known] = [0, 0];
  for (const { rows } of along)
    for (const row of rows) {
      if (state[row] === IN_KIND) inKind++;
      if (state[row] !== KIND_UNKNOWN) known++;
    }
  return { inKind, known };
}

/** Chance of at least so many in the kind among so many crashes, kept: windows of many places have the same counts. */
function tailChances({ inKind, known }: KindTotals): (own: number, of: number) => number {
  const kept = new Map<number, number>();
  return (own, of) => {
    // No more than the average: nothing to report, so the exact value does not matter.
    if (own * known <= of * inKind) return 1;
    const key = of * 1_000_003 + own;
    let chance = kept.get(key);
    if (chance === undefined) {
      const [elsewhereWith, elsewhere] = [inKind - own, known - of];
      chance = fisherTest({
        hereWith: own,
        hereWithout: of - own,
        elsewhereWith,
        elsewhereWithout: elsewhere - elsewhereWith,
      }).atLeast;
      kept.set(key, chance);
    }
    return chance;
  };
}

/** Crashes before each place in the list: in the kind, and known. */
interface PrefixSums {
  readonly inKind: Uint32Array;
  readonly known: Uint32Array;
}

function prefixSums({ rows }: StretchCrashes, state: Uint8Array): PrefixSums {
  const [inKind, known] = [new Uint32Array(rows.length + 1), new Uint32Array(rows.length + 1)];
  rows.forEach((row, i) => {
    inKind[i + 1] = inKind[i]! + (state[row] === IN_KIND ? 1 : 0);
    known[i + 1] = known[i]! + (state[row] === KIND_UNKNOWN ? 0 : 1);
  });
  return { inKind, known };
}

interface Window {
  readonly stretch: Stretch;
  /** In the list of crashes, the end exclusive. */
  readonly first: number;
  readonly end: number;
}

/** The windows of a stretch, those that begin within one window length together. A shorter stretch is one window. */
function placesOf({ stretch: [fromM, toM], stakesM }: StretchCrashes, { windowM, stepM }: WindowSettings): Window[][] {
  const places: Window[][] = [];
  const count = Math.max(1, Math.ceil((toM - fromM - windowM) / stepM) + 1);
  const perPlace = Math.max(1, Math.round(windowM / stepM));
  for (let i = 0; i < count; i++) {
    const endM = Math.min(toM, fromM + i * stepM + windowM);
    const startM = Math.max(fromM, endM - windowM);
    const window = {
      stretch: [startM, endM] as const,
      first: firstFrom(stakesM, startM),
      end: firstAbove(stakesM, endM),
    };
    if (i % perPlace === 0) places.push([]);
    places.at(-1)!.push(window);
  }
  return places;
}

/** `null` where no window has enough crashes. */
function bestWindow(
  windows: readonly Window[],
  { inKind, known }: PrefixSums,
  chanceOf: (own: number, of: number) => number,
): Pick<PlaceTest, "stretch" | "pValue"> | null {
  let [tested, least] = [0, 2];
  let best: Window | null = null;
  for (const window of windows) {
    const of = known[window.end]! - known[window.first]!;
    if (of < FEWEST_IN_WINDOW) continue;
    tested++;
    const chance = chanceOf(inKind[window.end]! - inKind[window.first]!, of);
    if (chance < least) [least, best] = [chance, window];
  }
  return best && { stretch: best.stretch, pValue: Math.min(1, least * tested) };
}

/** Overlapping stretches of one road and kind as one, with the surest test of theirs. */
function mergeOverlapping(sure: readonly WeatherSegment[]): WeatherSegment[] {
  const merged: WeatherSegment[] = [];
  const order = [...sure].sort((a, b) => a.kind - b.kind || a.along - b.along || a.stretch[0] - b.stretch[0]);
  for (const segment of order) {
    const last = merged.at(-1);
    if (last && last.kind === segment.kind && last.along === segment.along && segment.stretch[0] <= last.stretch[1]) {
      const stretch: Stretch = [last.stretch[0], Math.max(last.stretch[1], segment.stretch[1])];
      const surest = segment.pValue < last.pValue ? segment : last;
      merged[merged.length - 1] = { ...surest, stretch };
    } else merged.push(segment);
  }
  return merged.sort((a, b) => a.qValue - b.qValue || a.pValue - b.pValue || a.kind - b.kind);
}
