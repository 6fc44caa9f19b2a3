import type { AlarmRule } from "#data/wall/alarms/alarm-rule.ts";
import type { ReadingQuality } from "#data/wall/feeds/sensor-messages.ts";
import type { SensorUnit } from "#data/wall/feeds/units.ts";
import type { AlarmGrade } from "#data/wall/screen-state.ts";

/** `waiting`: announced, and nothing read yet; `silent`: for longer than is normal, so nobody knows. */
export const SENSOR_STATES = ["normal", "alarm", "silent", "waiting"] as const;

/** A sensor as people see it. Instants are ISO 8601. */
export interface SensorView {
  readonly source: { readonly id: string; readonly title: string };
  readonly sensor: string;
  readonly title: { readonly zh: string; readonly en?: string | undefined };
  readonly simulated: boolean;
  /** `null`: it stands with a feature that the record no longer has. */
  readonly position: readonly [number, number] | null;
  /** What it stands with; `id` and `name` are null when the record no longer has it. */
  readonly feature: {
    readonly layer: string;
    readonly code: string;
    readonly id: string | null;
    readonly name: string | null;
  } | null;
  readonly unit: SensorUnit;
  readonly intervalS: number;
  readonly rule: AlarmRule;
  readonly newest: {
    readonly value: number;
    readonly quality: ReadingQuality;
    readonly observedAt: string;
  } | null;
  readonly receivedAt: string;
  readonly silentSince: string | null;
  readonly state: (typeof SENSOR_STATES)[number];
  /** Of its open alarm, also while it is silent. */
  readonly grade: AlarmGrade | null;
  readonly alarmId: string | null;
}

export interface SensorReading {
  readonly observedAt: string;
  readonly receivedAt: string;
  readonly value: number;
  readonly quality: ReadingQuality;
}
