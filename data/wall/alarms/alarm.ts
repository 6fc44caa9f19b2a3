import type { AlarmGrade } from "../screen-state.ts";

/** `raised`: nobody has taken it in hand; `acknowledged`: somebody has; `cleared`: its cause is gone. */
export const ALARM_STATES = ["raised", "acknowledged", "cleared"] as const;
export type AlarmState = (typeof ALARM_STATES)[number];

/** What can become of an alarm. `escalated`: a graver grade, which opens it again; `eased`: a lesser one, which does not. */
export const ALARM_EVENT_KINDS = [
  "raised",
  "escalated",
  "eased",
  "acknowledged",
  "cleared",
  "shelved",
  "unshelved",
] as const;
export type AlarmEventKind = (typeof ALARM_EVENT_KINDS)[number];

/** What a life cycle needs to know of an alarm. */
export interface AlarmStanding {
  readonly state: AlarmState;
  /** The present one; of a cleared alarm the last. */
  readonly grade: AlarmGrade;
  /** The gravest that it ever had. */
  readonly gravest: AlarmGrade;
  /** Its sensor comes and goes: it stays up as one alarm, until it is in hand and has been quiet. */
  readonly chattering: boolean;
}

/** What a change of grade does to the open alarm of a sensor. */
export interface AlarmChange {
  readonly kind: "raised" | "escalated" | "eased" | "cleared";
  readonly standing: AlarmStanding;
}

/**
 * A chattering alarm neither eases nor clears by a value: only a grade graver than it ever had opens it again.
 *
 * @param open - the alarm of the sensor that has not cleared; `null`: there is none.
 * @param grade - what its limits call for now; `null`: nothing.
 * @param chatters - the sensor has called so often that one more call is chatter.
 * @returns `null` when nothing changes.
 */
export function changeOfAlarm(
  open: AlarmStanding | null,
  grade: AlarmGrade | null,
  chatters: boolean,
): AlarmChange | null {
  if (!open) {
    if (grade === null) return null;
    return { kind: "raised", standing: { state: "raised", grade, gravest: grade, chattering: chatters } };
  }
  if (open.chattering && (grade === null || grade >= open.grade)) return null;
  if (grade === null) return { kind: "cleared", standing: { ...open, state: "cleared" } };
  if (grade === open.grade) return null;
  const gravest = Math.min(open.gravest, grade) as AlarmGrade;
  if (grade > open.grade) return { kind: "eased", standing: { ...open, grade, gravest } };
  return {
    kind: "escalated",
    standing: { state: "raised", grade, gravest, chattering: open.chattering || chatters },
  };
}

/** An alarm is taken in hand once, also after it has cleared: somebody has to have seen it. */
export const mayAcknowledge = (state: AlarmState, acknowledgedAt: string | null): boolean =>
  state === "raised" || (state === "cleared" && acknowledgedAt === null);
