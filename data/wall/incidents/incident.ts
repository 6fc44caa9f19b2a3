import type { AccidentMessage } from "../feeds/accident-messages.ts";
import type { TakingAlarm } from "../scene-at.ts";
import type { AlarmGrade } from "../screen-state.ts";

/** What comes in by feeds, is no reading of a sensor, and may still take screens over. */
export const INCIDENT_KINDS = ["weather", "accident"] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

/** `raised`: nobody has taken it in hand; `acknowledged`: somebody has; `ended`: it no longer holds. */
export const INCIDENT_STATES = ["raised", "acknowledged", "ended"] as const;
export type IncidentState = (typeof INCIDENT_STATES)[number];

/** No feed says when an accident is over; after so long a screen goes on although nobody has acknowledged. Two hours. */
export const ACCIDENT_STANDS_MS = 2 * 3_600_000;

/** As many hurt as make an accident of the class 较大 (3 dead or 10 gravely hurt); a feed does not say how gravely. */
const MANY_HURT = 10;
const SEVERAL_DEAD = 3;

/**
 * How grave a new accident is for those on duty. Proposed by this product: no rule grades news of accidents.
 *
 * @returns 1 for one of the class 较大 or above by its dead; 2 for any other with dead, with ten or more hurt, or with dangerous goods
 *   involved; `null` for one that need not interrupt anybody.
 * @see 生产安全事故报告和调查处理条例, article 3 (classes by dead and gravely hurt)
 */
export function gradeOfAccident({
  deaths,
  injuries,
  dangerousGoods,
}: Pick<AccidentMessage, "deaths" | "injuries" | "dangerousGoods">): AlarmGrade | null {
  if (deaths >= SEVERAL_DEAD) return 1;
  return deaths > 0 || injuries >= MANY_HURT || dangerousGoods === true ? 2 : null;
}

/** What standing and takeover hang on. Instants are ISO 8601. */
export interface IncidentTimes {
  readonly id: string;
  readonly grade: AlarmGrade;
  readonly raisedAt: string;
  /** When it ends by itself. */
  readonly endsAt: string;
  /** When it was ended before that; `null`: it was not. */
  readonly endedAt: string | null;
  readonly acknowledgedAt: string | null;
}

/** @param now - of the server's clock, milliseconds since 1970. */
export function stateOfIncident({ endsAt, endedAt, acknowledgedAt }: IncidentTimes, now: number): IncidentState {
  if (Date.parse(endedAt ?? endsAt) <= now) return "ended";
  return acknowledgedAt === null ? "raised" : "acknowledged";
}

/** An incident as the rule of takeovers takes it: the same as an alarm of a sensor, with its end known ahead. */
export const takingOfIncident = ({
  id,
  grade,
  raisedAt,
  endsAt,
  endedAt,
  acknowledgedAt,
}: IncidentTimes): TakingAlarm => ({
  id,
  grade,
  raisedAt: Date.parse(raisedAt),
  acknowledgedAt: acknowledgedAt === null ? null : Date.parse(acknowledgedAt),
  clearedAt: Date.parse(endedAt ?? endsAt),
});
