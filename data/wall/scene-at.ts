import type { Scene } from "./scene.ts";
import type { AlarmGrade, Program, ScreenState } from "./screen-state.ts";

/** The scene that shows an alarm and what stands around it. */
export const INCIDENT_SCENE = "incident";

/** An alarm that clears by itself is still shown for this long, or nobody would have seen it. */
export const LEAST_TAKEOVER_MS = 30_000;

/** What a takeover needs to know of an alarm. Instants in milliseconds since 1970. */
export interface TakingAlarm {
  readonly id: string;
  readonly grade: AlarmGrade;
  readonly raisedAt: number;
  /** A person has taken it in hand: it hands the screen back. */
  readonly acknowledgedAt: number | null;
  readonly clearedAt: number | null;
}

/** What stands on a screen at an instant, why, and until when it does if nothing happens. */
export interface Standing {
  readonly scene: string;
  readonly because: "scene" | "tour" | "pause" | "alarm" | "freeze";
  /** The alarm that has taken over; `null` otherwise. */
  readonly alarm: string | null;
  /** Milliseconds since 1970; `null`: until somebody says otherwise. */
  readonly until: number | null;
}

/**
 * What a screen shows at an instant of the server's clock. Depends on nothing else, so screens that were told the same show the same,
 * whenever they joined.
 *
 * A frozen screen stays. Otherwise the gravest alarm that takes over stands, of equal ones the newest; then the tour or the scene.
 * A tour goes on behind a takeover: handed back, the screen stands where the other screens of the tour do.
 *
 * @param scenes - those that exist; a tour passes over the others, and a lone scene that does not exist is still named.
 * @param now - milliseconds since 1970; before a tour has started, its first scene stands.
 */
export function sceneAt(
  state: ScreenState,
  scenes: readonly Scene[],
  alarms: readonly TakingAlarm[],
  now: number,
): Standing {
  if (state.frozen) return { scene: state.frozen.scene, because: "freeze", alarm: null, until: null };
  const gravest = findTakeover(state.interruptedBy, alarms, now);
  if (gravest) return { scene: INCIDENT_SCENE, because: "alarm", alarm: gravest.id, until: endOfTakeover(gravest) };
  return programAt(state.program, scenes, now);
}

function findTakeover(least: AlarmGrade | null, alarms: readonly TakingAlarm[], now: number): TakingAlarm | null {
  if (least === null) return null;
  const taking = alarms.filter(
    (alarm) => alarm.grade <= least && alarm.raisedAt <= now && (endOfTakeover(alarm) ?? Infinity) > now,
  );
  return taking.reduce<TakingAlarm | null>(
    (best, alarm) =>
      best === null || alarm.grade < best.grade || (alarm.grade === best.grade && alarm.raisedAt > best.raisedAt)
        ? alarm
        : best,
    null,
  );
}

/** `null`: until it is acknowledged or clears. */
function endOfTakeover({ raisedAt, acknowledgedAt, clearedAt }: TakingAlarm): number | null {
  const cleared = clearedAt === null ? null : Math.max(clearedAt, raisedAt + LEAST_TAKEOVER_MS);
  if (acknowledgedAt === null) return cleared;
  return cleared === null ? acknowledgedAt : Math.min(acknowledgedAt, cleared);
}

function programAt(program: Program, scenes: readonly Scene[], now: number): Standing {
  if (program.kind === "scene") return { scene: program.scene, because: "scene", alarm: null, until: null };
  const dwells = program.scenes.flatMap((id) => scenes.find((scene) => scene.id === id) ?? []);
  const [first] = dwells;
  if (!first) return { scene: program.scenes[0]!, because: "tour", alarm: null, until: null };
  const startedAt = Date.parse(program.startedAt);
  const at = program.pausedAt === null ? now : Date.parse(program.pausedAt);
  const roundMs = dwells.reduce((sum, { dwellS }) => sum + dwellS * 1_000, 0);
  let left = Math.max(0, at - startedAt) % roundMs;
  for (const { id, dwellS } of dwells) {
    if (left < dwellS * 1_000) {
      if (program.pausedAt !== null) return { scene: id, because: "pause", alarm: null, until: null };
      const until = Math.max(now, startedAt) - left + dwellS * 1_000;
      return { scene: id, because: "tour", alarm: null, until: dwells.length === 1 ? null : until };
    }
    left -= dwellS * 1_000;
  }
  throw new Error("a tour's round has an end that none of its scenes reaches");
}
