import type { WeatherKind, WeatherLevel } from "#data/wall/feeds/weather-messages.ts";
import type { IncidentState, IncidentTimes } from "#data/wall/incidents/incident.ts";

interface IncidentFacts extends IncidentTimes {
  readonly state: IncidentState;
  readonly simulated: boolean;
  readonly source: { readonly id: string; readonly title: string };
  readonly headline: string;
  readonly acknowledgedBy: string | null;
  readonly note: string | null;
}

/** A weather warning that came in. Instants are ISO 8601. */
export interface WeatherIncident extends IncidentFacts {
  readonly kind: "weather";
  /** It holds for an area, not for a place. */
  readonly position: null;
  readonly weather: {
    readonly kind: WeatherKind;
    readonly level: WeatherLevel;
    readonly areaName: string;
    readonly issuedAt: string;
    readonly validFrom: string;
    readonly validTo: string;
  };
}

/** A grave accident that came in, as the ledger has it now. */
export interface AccidentIncident extends IncidentFacts {
  readonly kind: "accident";
  readonly position: readonly [number, number];
  readonly accident: {
    readonly featureId: string;
    readonly code: string;
    /** Local time, `YYYY-MM-DDTHH:mm`. */
    readonly happenedAt: string;
    readonly deaths: number;
    readonly injuries: number;
    /** `null`: nobody said. */
    readonly dangerousGoods: boolean | null;
    readonly roadName: string | null;
  };
}

export type IncidentView = WeatherIncident | AccidentIncident;

/** News that may take screens over: what stands, and who took it in hand. */
export interface IncidentService {
  /** Those that have not ended first, the gravest first; then the ended ones, the newest first. */
  findIncidents(limit: number): Promise<readonly IncidentView[]>;
  /** @throws AppError `not-found`; `conflict` when somebody has taken it in hand. */
  acknowledge(id: string, word: { readonly by: string; readonly note: string | null }): Promise<IncidentView>;
}
