import { type Snapshot, UNKNOWN_CODE } from "../snapshot/snapshot.ts";

/** Worst first. */
export const SEVERITIES = ["fatal", "injury", "damage"] as const;
export type CrashSeverity = (typeof SEVERITIES)[number];

/** In {@link Crashes.severity}: neither its severity is known nor what its casualties make of it. */
export const UNKNOWN_SEVERITY = 255;

/** The accidents of a snapshot as numbers; row `i` is row `i` of the snapshot. */
export interface Crashes {
  readonly snapshot: Snapshot;
  /** Index in {@link SEVERITIES}: the worse of what the record says and what its casualties make it; damage where nobody came to harm. */
  readonly severity: Uint8Array;
  /** Persons; NaN = not known. */
  readonly deaths: Float64Array;
  readonly injuries: Float64Array;
  /** Local wall time in milliseconds; NaN = not known. */
  readonly timeMs: Float64Array;
  /** 1 where severity and casualties of the record contradict each other: a fatal accident without deaths, say. */
  readonly contradictory: Uint8Array;
}

const known = new WeakMap<Snapshot, Crashes>();

/** Reads a snapshot of `accidents` once. */
export function crashesOf(snapshot: Snapshot): Crashes {
  const read = known.get(snapshot) ?? readCrashes(snapshot);
  known.set(snapshot, read);
  return read;
}

function readCrashes(snapshot: Snapshot): Crashes {
  const { count, columns } = snapshot;
  const numbers = (id: string) => {
    const column = columns[id];
    return column?.type === "number" ? column.numbers : new Float64Array(count).fill(Number.NaN);
  };
  const time = columns.happenedAt;
  const [deaths, injuries] = [numbers("deaths"), numbers("injuries")];
  const stated = statedSeverities(snapshot);
  const severity = new Uint8Array(count);
  const contradictory = new Uint8Array(count);
  for (let row = 0; row < count; row++) {
    const [said, dead, hurt] = [stated[row]!, deaths[row]!, injuries[row]!];
    const counted = dead > 0 ? 0 : hurt > 0 ? 1 : dead === 0 && hurt === 0 ? 2 : UNKNOWN_SEVERITY;
    severity[row] = Math.min(said, counted);
    if (said === UNKNOWN_SEVERITY) continue;
    const isMilder = counted < said;
    const lacksDead = said === 0 && dead === 0;
    const lacksHurt = said === 1 && hurt === 0 && !(dead > 0);
    if (isMilder || lacksDead || lacksHurt) contradictory[row] = 1;
  }
  const timeMs = time?.type === "time" ? time.milliseconds : new Float64Array(count).fill(Number.NaN);
  return { snapshot, severity, deaths, injuries, timeMs, contradictory };
}

function statedSeverities({ count, columns }: Snapshot): Uint8Array {
  const stated = new Uint8Array(count).fill(UNKNOWN_SEVERITY);
  const column = columns.severity;
  if (column?.type !== "code") return stated;
  const ranks = column.values.map((value) => SEVERITIES.indexOf(value as CrashSeverity));
  for (let row = 0; row < count; row++) {
    const index = column.indices[row]!;
    const rank = index === UNKNOWN_CODE ? -1 : ranks[index]!;
    if (rank >= 0) stated[row] = rank;
  }
  return stated;
}
