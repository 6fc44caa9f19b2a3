import type { AttributeValue, FeatureRecord } from "#data/layers/feature.ts";
import { localDayOf } from "#data/snapshot/freshness.ts";
import { SPOT_LEVELS, SPOT_STATES, type SpotLevel, type SpotState } from "./life-cycle.ts";
import type { SpotFacts } from "./register.ts";
import type { NewSpotEvent, SpotEvent } from "./spot-event.ts";

type Attributes = Readonly<Record<string, AttributeValue>>;

const textOf = (value: AttributeValue | undefined): string | null => (typeof value === "string" ? value : null);

export const numberOf = (value: AttributeValue | undefined): number | null =>
  typeof value === "number" ? value : null;

/** What nobody has said a state of has yet to be confirmed. */
export const stateOf = ({ state }: Attributes): SpotState => SPOT_STATES.find((each) => each === state) ?? "candidate";

export const factsOf = (attributes: Attributes): SpotFacts => ({
  level: SPOT_LEVELS.find((each) => each === attributes.level) ?? null,
  listedOn: textOf(attributes.listedOn),
  dueOn: textOf(attributes.dueOn),
  documentNumber: textOf(attributes.documentNumber),
  supervisor: textOf(attributes.supervisor),
  treatment: textOf(attributes.treatment),
  treatedOn: textOf(attributes.treatedOn),
  closedOn: textOf(attributes.closedOn),
  evaluatedOn: textOf(attributes.evaluatedOn),
  nextOn: textOf(attributes.nextOn),
});

export const NO_FACTS: SpotFacts = factsOf({});

/** What a spot's facts are after an event. */
export function factsAfter(facts: SpotFacts, event: NewSpotEvent | SpotEvent): SpotFacts {
  const { kind, onDay, documentNumber, nextOn, details } = event;
  switch (kind) {
    case "registered":
    case "confirmed":
    case "rejected":
      return { ...facts, nextOn };
    case "taken-over":
    case "ledger-changed":
      return details.ledger ?? facts;
    case "listed": {
      const level: SpotLevel | null = details.level ?? null;
      const supervisor = details.supervisor ?? facts.supervisor;
      return { ...facts, level, listedOn: onDay, dueOn: details.dueOn ?? null, documentNumber, supervisor, nextOn };
    }
    case "treating":
      return { ...facts, treatment: details.measures?.join("；") ?? null, nextOn };
    case "treated":
      return { ...facts, treatedOn: onDay, nextOn };
    case "closed":
      return { ...facts, treatedOn: details.treatedOn ?? null, closedOn: onDay, nextOn };
    case "evaluated":
      return { ...facts, evaluatedOn: onDay, nextOn };
    case "extended":
      return { ...facts, dueOn: details.dueOn ?? null, nextOn: nextOn ?? facts.nextOn };
    case "reopened":
      // What was listed, treated and closed was so the last time; the events keep it.
      return { ...NO_FACTS, nextOn };
    case "note":
      return { ...facts, nextOn: nextOn ?? facts.nextOn };
    case "photographed":
    case "photograph-withdrawn":
      return facts;
  }
}

/** The day that a state of the ledger is about. */
export const dayOfState = ({ observedOn, validFrom }: FeatureRecord): string =>
  observedOn ?? localDayOf(new Date(validFrom));

/** What the ledger says that no event has told yet: kept with the first word that follows. */
export function untoldBy(feature: FeatureRecord, events: readonly SpotEvent[]): NewSpotEvent | null {
  const last = events.at(-1);
  const state = stateOf(feature.attributes);
  if (last?.state === state) return null;
  const known = { spotId: feature.id, state, documentNumber: null, nextOn: null, note: null };
  const details = { ledger: factsOf(feature.attributes) };
  if (!last) return { ...known, kind: "taken-over", onDay: dayOfState(feature), by: feature.source, details };
  const onDay = localDayOf(new Date(feature.validFrom));
  return { ...known, kind: "ledger-changed", onDay, by: feature.changedBy, details };
}
