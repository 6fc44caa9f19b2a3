import type { WeatherKind, WeatherLevel } from "#data/wall/feeds/weather-messages.ts";
import type { AlarmGrade } from "#data/wall/screen-state.ts";

/** A weather warning that holds, or will. Instants are ISO 8601. */
export interface WarningView {
  /** Source and message. */
  readonly id: string;
  readonly source: string;
  readonly simulated: boolean;
  readonly kind: WeatherKind;
  readonly level: WeatherLevel;
  readonly grade: AlarmGrade;
  readonly areaName: string;
  /** Empty: the whole zone. */
  readonly districts: readonly string[];
  readonly headline: string;
  readonly issuedAt: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly receivedAt: string;
}

/** Somebody on duty. */
export interface DutyView {
  readonly id: string;
  readonly source: string;
  readonly simulated: boolean;
  readonly unit: string;
  readonly role: string | null;
  /** Masked unless the source may show names. */
  readonly name: string;
  readonly phoneEnding: string | null;
  readonly from: string;
  readonly to: string;
  readonly receivedAt: string;
}
