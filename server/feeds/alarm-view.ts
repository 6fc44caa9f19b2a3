import type { AlarmEventKind, AlarmState } from "#data/wall/alarms/alarm.ts";
import type { SensorUnit } from "#data/wall/feeds/units.ts";
import type { AlarmGrade } from "#data/wall/screen-state.ts";
import type { SensorView } from "./sensor-view.ts";

/** An alarm as people see it. Instants are ISO 8601, by the server's clock. */
export interface AlarmView {
  readonly id: string;
  /** An acknowledgement names it. */
  readonly revision: number;
  readonly state: AlarmState;
  /** The present one; of a cleared alarm the last. */
  readonly grade: AlarmGrade;
  readonly gravest: AlarmGrade;
  readonly simulated: boolean;
  readonly source: { readonly id: string; readonly title: string };
  readonly sensor: string;
  readonly title: SensorView["title"];
  readonly position: SensorView["position"];
  readonly feature: SensorView["feature"];
  /** What brought the present grade. */
  readonly value: number;
  readonly unit: SensorUnit;
  readonly raisedAt: string;
  readonly gradedAt: string;
  readonly acknowledgedAt: string | null;
  readonly acknowledgedBy: string | null;
  readonly note: string | null;
  readonly clearedAt: string | null;
  /** Its sensor comes and goes: it stays up as one alarm. */
  readonly chattering: boolean;
  /** Put aside by a person until then; `null`: it is not, or it is graver than what was put aside. */
  readonly shelf: AlarmShelf | null;
}

export interface AlarmShelf {
  readonly grade: AlarmGrade;
  readonly by: string;
  readonly reason: string;
  readonly until: string;
}

export interface ShelfWord {
  readonly by: string;
  readonly reason: string;
  readonly hours: number;
  readonly revision: number;
}

export interface AlarmEvent {
  readonly kind: AlarmEventKind;
  readonly at: string;
  /** Of the reading behind it, by the sensor's clock. */
  readonly observedAt: string | null;
  readonly grade: AlarmGrade;
  readonly value: number | null;
  readonly by: string | null;
  readonly note: string | null;
}

export interface AlarmFilter {
  readonly states?: readonly AlarmState[] | undefined;
  readonly limit: number;
}

/** Alarms of sensors: what stands, what became of it, and who took it in hand. */
export interface AlarmService {
  /** Open ones first, the gravest first; then the cleared ones, the newest first. */
  findAlarms(filter: AlarmFilter): Promise<readonly AlarmView[]>;
  /** First to last. @throws AppError `not-found`. */
  getAlarm(id: string): Promise<{ readonly alarm: AlarmView; readonly events: readonly AlarmEvent[] }>;
  /** @throws AppError `not-found`; `conflict` when it is no longer as it was read, or somebody has taken it in hand. */
  acknowledge(
    id: string,
    word: { readonly by: string; readonly note: string | null; readonly revision: number },
  ): Promise<AlarmView>;
  /**
   * Puts the sensor's alarms of this grade and lesser ones aside for some hours, in place of any earlier word.
   *
   * @throws AppError `not-found`; `conflict` when it is no longer as it was read; `unprocessable` for grade I.
   */
  shelve(id: string, word: ShelfWord): Promise<AlarmView>;
  /** @throws AppError `not-found`; `conflict` when nothing of its sensor is put aside. */
  unshelve(id: string, by: string): Promise<AlarmView>;
}
