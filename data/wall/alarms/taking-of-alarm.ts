import type { TakingAlarm } from "../scene-at.ts";
import type { AlarmGrade } from "../screen-state.ts";
import { covers, type Shelf } from "./shelf.ts";

/** An alarm of a sensor as takeovers depend on it. Instants in milliseconds since 1970. */
export interface CallingAlarm {
  readonly id: string;
  readonly grade: AlarmGrade;
  /** When its present grade was reached: a graver one takes over anew. */
  readonly gradedAt: number;
  readonly acknowledgedAt: number | null;
  readonly clearedAt: number | null;
  readonly shelf: Shelf | null;
}

/**
 * What the rule of takeovers needs of an alarm. One on the shelf calls when it comes off, if it still stands then.
 *
 * @returns `null`: it cleared on the shelf and calls nobody.
 */
export function takingOfAlarm(alarm: CallingAlarm): TakingAlarm | null {
  const { id, grade, gradedAt, acknowledgedAt, clearedAt, shelf } = alarm;
  const taking = { id, grade, acknowledgedAt, clearedAt };
  if (!shelf || !covers(shelf, grade)) return { ...taking, raisedAt: gradedAt };
  if (clearedAt !== null && clearedAt <= shelf.until) return null;
  return { ...taking, raisedAt: Math.max(gradedAt, shelf.until) };
}
