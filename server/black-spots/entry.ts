import { boundsOf } from "#data/geodesy/wkb.ts";
import type { FeatureRecord } from "#data/layers/feature.ts";
import { JUNCTION_REACH_M } from "#data/traffic/placing/placed.ts";
import type { Site } from "#data/traffic/site.ts";
import { dayAfter, daysBetween, monthsAfter } from "./days.ts";
import { allowedAfter, type SpotState } from "./life-cycle.ts";
import type { BlackSpotEntry, SpotFacts } from "./register.ts";
import type { SpotEvent } from "./spot-event.ts";
import { factsOf, numberOf, stateOf, untoldBy } from "./spot-facts.ts";

export interface EntryOptions {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Years after the treatment that an evaluation needs; absent: as many as the finding had before. */
  readonly spanYears?: number;
  /** As of an earlier day nothing can be said of it. */
  readonly isPast: boolean;
}

/** The period of the rules that are in use (standards of the police, Korea's): what is taken where a ledger states none. */
const USUAL_SPAN_MONTHS = 36;
const DAYS_A_MONTH = 365.25 / 12;

/** A feature of the layer and its events, in the order in which they were said, as a line of the register. */
export function entryOf(
  feature: FeatureRecord,
  events: readonly SpotEvent[],
  { today, spanYears, isPast }: EntryOptions,
): BlackSpotEntry {
  const { attributes } = feature;
  const text = (id: string) => (typeof attributes[id] === "string" ? attributes[id] : null);
  const state = stateOf(attributes);
  const facts = factsOf(attributes);
  const [periodFrom, periodTo] = [text("periodFrom"), text("periodTo")];
  const spanMonths =
    spanYears !== undefined
      ? Math.round(spanYears * 12)
      : periodFrom && periodTo
        ? Math.max(1, Math.round((daysBetween(periodFrom, periodTo) + 1) / DAYS_A_MONTH))
        : USUAL_SPAN_MONTHS;
  const evaluateFrom =
    facts.treatedOn && !facts.evaluatedOn && isTreated(state) ? monthsAfter(facts.treatedOn, spanMonths) : null;
  const last = untoldBy(feature, events) ?? events.at(-1)!;
  return {
    id: feature.id,
    code: feature.code,
    name: feature.name,
    revision: isPast ? null : revisionOf(feature, events),
    state,
    allowed: isPast ? [] : allowedAfter(state),
    site: siteOf(feature, events),
    roadCode: text("roadCode"),
    roadName: text("roadName"),
    fromStakeM: numberOf(attributes.fromStakeM),
    toStakeM: numberOf(attributes.toStakeM),
    radiusM: numberOf(attributes.radiusM),
    accidents: numberOf(attributes.accidents),
    deaths: numberOf(attributes.deaths),
    injuries: numberOf(attributes.injuries),
    periodFrom,
    periodTo,
    position: middleOf(feature),
    ...facts,
    overdueDays: overdueDaysOf(state, facts, today),
    nextPassed: facts.nextOn !== null && facts.nextOn < today,
    evaluateFrom,
    evaluationDue: evaluateFrom !== null && evaluateFrom <= today,
    photographs: photographsOf(events).size,
    last: { kind: last.kind, on: last.onDay, by: last.by },
  };
}

const isTreated = (state: SpotState) => state === "treating" || state === "closed";

/** Both rise and never fall, so that their sum is the same only while both are. */
export const revisionOf = (feature: FeatureRecord, events: readonly SpotEvent[]): number =>
  feature.revision + events.filter(({ kind }) => kind !== "photographed" && kind !== "photograph-withdrawn").length;

/** Days past the deadline; the works count, not the paper that strikes the spot off. */
export function overdueDaysOf(state: SpotState, { dueOn, treatedOn }: SpotFacts, today: string): number {
  const isOpen = state === "confirmed" || state === "listed" || state === "treating";
  return isOpen && dueOn ? Math.max(0, daysBetween(dueOn, treatedOn ?? today)) : 0;
}

/** Ids of those that are not withdrawn. */
export function photographsOf(events: readonly SpotEvent[]): ReadonlySet<string> {
  const present = new Set<string>();
  for (const { kind, details } of events) {
    if (kind === "photographed" && details.photographId) present.add(details.photographId);
    if (kind === "photograph-withdrawn" && details.photographId) present.delete(details.photographId);
  }
  return present;
}

function siteOf(feature: FeatureRecord, events: readonly SpotEvent[]): Site | null {
  const registered = events.find(({ kind }) => kind === "registered")?.details.site;
  if (registered) return registered;
  const { roadCode, roadName, fromStakeM, toStakeM, radiusM } = feature.attributes;
  // A ledger often states the stakes of a junction too; what is wider than any junction is a circle.
  if (typeof radiusM === "number") {
    const kind = radiusM <= JUNCTION_REACH_M ? "junction" : "circle";
    return { kind, position: [...middleOf(feature)], radiusM };
  }
  const route = roadCode ?? roadName;
  if (typeof route !== "string" || typeof fromStakeM !== "number" || typeof toStakeM !== "number") return null;
  return { kind: "segment", route, fromM: Math.min(fromStakeM, toStakeM), toM: Math.max(fromStakeM, toStakeM) };
}

function middleOf({ geometry }: FeatureRecord): readonly [number, number] {
  const [west, south, east, north] = boundsOf(geometry);
  return [(west + east) / 2, (south + north) / 2];
}

/** The last day of a period whose end is exclusive. */
export const lastDayOf = (to: string): string => dayAfter(to, -1);
