import type { Site } from "#data/traffic/site.ts";
import type { EventKind, SpotLevel, SpotState } from "./life-cycle.ts";
import type { SpotBasis, SpotFacts } from "./register.ts";

/** What some kinds of event say beside what all say; each field belongs to the kinds named. */
export interface SpotDetails {
  /** `registered`. */
  readonly site?: Site;
  readonly basis?: SpotBasis;
  /** `taken-over`, `ledger-changed`: what the ledger said then. */
  readonly ledger?: SpotFacts;
  /** `listed`. */
  readonly level?: SpotLevel;
  readonly supervisor?: string | null;
  /** `listed`, `extended`. */
  readonly dueOn?: string;
  /** `treating`. */
  readonly measures?: readonly string[];
  /** `closed`. */
  readonly treatedOn?: string;
  /** `evaluated`. */
  readonly result?: Readonly<Record<string, unknown>>;
  /** `photographed`, `photograph-withdrawn`. */
  readonly photographId?: string;
}

/** An event as the record keeps it. */
export interface SpotEvent {
  readonly id: number;
  readonly spotId: string;
  readonly kind: EventKind;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly onDay: string;
  readonly by: string;
  readonly state: SpotState;
  readonly documentNumber: string | null;
  readonly nextOn: string | null;
  readonly note: string | null;
  readonly details: SpotDetails;
}

/** One on its way into the record, which gives it id and instant. */
export type NewSpotEvent = Omit<SpotEvent, "id" | "at">;
