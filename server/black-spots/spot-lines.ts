import type { FeatureRecord } from "#data/layers/feature.ts";
import type { SpotState } from "./life-cycle.ts";
import type { BlackSpotEvent, SpotFacts } from "./register.ts";
import type { NewSpotEvent, SpotEvent } from "./spot-event.ts";
import { factsAfter, NO_FACTS, untoldBy } from "./spot-facts.ts";

/** Everything that is known to have happened to a spot, by the day it is about; what the ledger says stands with it. */
export function linesOf(feature: FeatureRecord, events: readonly SpotEvent[]): BlackSpotEvent[] {
  const untold = untoldBy(feature, events);
  const told: (SpotEvent | NewSpotEvent)[] = untold ? [...events, untold] : [...events];
  const lines = told.flatMap((event) => [
    ...(event.kind === "taken-over" && event.details.ledger ? datedBy(event.details.ledger, event.by) : []),
    lineOf(event),
  ]);
  return lines.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function lineOf(event: SpotEvent | NewSpotEvent): BlackSpotEvent {
  const { kind, onDay: on, by, state, documentNumber, nextOn, note, details } = event;
  return {
    id: "id" in event ? event.id : null,
    kind,
    at: "at" in event ? event.at : null,
    on,
    by,
    state,
    documentNumber,
    nextOn,
    note,
    level: details.level ?? null,
    supervisor: details.supervisor ?? null,
    dueOn: details.dueOn ?? null,
    measures: details.measures ?? [],
    treatedOn: details.treatedOn ?? null,
    result: details.result ?? null,
    photographId: details.photographId ?? null,
  };
}

/** The days that a ledger has without saying who did what. */
function datedBy(facts: SpotFacts, by: string): BlackSpotEvent[] {
  const blank = lineOf({
    spotId: "",
    kind: "taken-over",
    onDay: "",
    by,
    state: "candidate",
    documentNumber: null,
    nextOn: null,
    note: null,
    details: {},
  });
  const { level, listedOn, documentNumber, dueOn, supervisor, treatedOn, closedOn, evaluatedOn } = facts;
  return [
    ...(listedOn
      ? [
          {
            ...blank,
            kind: "listed" as const,
            state: "listed" as const,
            on: listedOn,
            level,
            documentNumber,
            dueOn,
            supervisor,
          },
        ]
      : []),
    ...(treatedOn ? [{ ...blank, kind: "treated" as const, state: "treating" as const, on: treatedOn }] : []),
    ...(closedOn ? [{ ...blank, kind: "closed" as const, state: "closed" as const, on: closedOn, treatedOn }] : []),
    ...(evaluatedOn ? [{ ...blank, kind: "evaluated" as const, state: "evaluated" as const, on: evaluatedOn }] : []),
  ];
}

/** A spot as it stood at the end of a day, by the days that its events are about. */
export interface SpotThen {
  readonly state: SpotState;
  readonly facts: SpotFacts;
}

/** @returns `null` when it was not in the register by then. */
export function spotOn(feature: FeatureRecord, events: readonly SpotEvent[], day: string): SpotThen | null {
  const untold = untoldBy(feature, events);
  const told: (SpotEvent | NewSpotEvent)[] = untold ? [...events, untold] : [...events];
  return told.reduce<SpotThen | null>((then, event) => {
    if (event.kind === "taken-over" && event.details.ledger) return ledgerOn(event, event.details.ledger, day);
    return event.onDay <= day ? thenAfter(then, event) : then;
  }, null);
}

/** Remarks and pictures may be of a day long before the one on which they came, and change no state. */
function thenAfter(then: SpotThen | null, event: SpotEvent | NewSpotEvent): SpotThen | null {
  const { kind, state } = event;
  const isRemark = kind === "note" || kind === "photographed" || kind === "photograph-withdrawn";
  return isRemark ? then : { state, facts: factsAfter(then?.facts ?? NO_FACTS, event) };
}

/** The ledger's own state, unless it has days that lie ahead of the day asked for. */
function ledgerOn({ onDay, state }: SpotEvent | NewSpotEvent, facts: SpotFacts, day: string): SpotThen | null {
  const { listedOn, treatedOn, closedOn, evaluatedOn } = facts;
  const isWhole = [listedOn, treatedOn, closedOn, evaluatedOn].every((on) => on === null || on <= day);
  if (onDay <= day && isWhole) return { state, facts };
  const before = ledgerBefore(facts, day);
  return before ?? (onDay <= day ? { state: "candidate", facts: NO_FACTS } : null);
}

/** What the days of a ledger say of an earlier day. */
function ledgerBefore(facts: SpotFacts, day: string): SpotThen | null {
  const by = (on: string | null) => (on !== null && on <= day ? on : null);
  const [listedOn, treatedOn, closedOn, evaluatedOn] = [
    by(facts.listedOn),
    by(facts.treatedOn),
    by(facts.closedOn),
    by(facts.evaluatedOn),
  ];
  const state = evaluatedOn ? "evaluated" : closedOn ? "closed" : treatedOn ? "treating" : listedOn ? "listed" : null;
  if (!state) return null;
  const listing = listedOn ? facts : NO_FACTS;
  const { level, dueOn, documentNumber, supervisor } = listing;
  const treatment = treatedOn ? facts.treatment : null;
  return {
    state,
    facts: {
      level,
      listedOn,
      dueOn,
      documentNumber,
      supervisor,
      treatment,
      treatedOn,
      closedOn,
      evaluatedOn,
      nextOn: null,
    },
  };
}
