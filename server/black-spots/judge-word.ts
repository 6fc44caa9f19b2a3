import type { AttributeValue, FeatureRecord } from "#data/layers/feature.ts";
import { AppError, type FieldError } from "../errors.ts";
import { revisionOf } from "./entry.ts";
import { allowedAfter, stateAfter } from "./life-cycle.ts";
import type { NewSpotEvent, SpotDetails, SpotEvent } from "./spot-event.ts";
import { factsAfter, factsOf, stateOf, untoldBy } from "./spot-facts.ts";
import type { SpotWord } from "./words-said.ts";

/** What a word makes of a spot. */
export interface Judged {
  /** In their order; what the ledger had said before comes first. */
  readonly events: readonly NewSpotEvent[];
  /** Of the feature, after them. */
  readonly attributes: Readonly<Record<string, AttributeValue>>;
}

/**
 * Whether a word may be said of a spot, and what comes of it.
 *
 * @param today - `YYYY-MM-DD`.
 * @throws AppError `conflict` on `revision` or on `kind`; `unprocessable` where its days contradict each other.
 */
export function judgeWord(word: SpotWord, feature: FeatureRecord, events: readonly SpotEvent[], today: string): Judged {
  const revision = revisionOf(feature, events);
  if (word.revision !== revision)
    throw new AppError("conflict", "the entry is another one than was read: read it again", [
      { field: "revision", message: "is not that of the present state", allowed: String(revision) },
    ]);
  const before = stateOf(feature.attributes);
  const allowed = allowedAfter(before);
  if (!allowed.includes(word.kind))
    throw new AppError("conflict", `a spot that is ${before} cannot be ${word.kind}`, [
      { field: "kind", message: `does not follow ${before}`, allowed: allowed.join(", ") },
    ]);
  refuseWrongDays(word, feature, events, today);
  const { kind, by, on: onDay, documentNumber, nextOn, note } = word;
  const event: NewSpotEvent = {
    spotId: feature.id,
    kind,
    onDay,
    by,
    state: stateAfter(before, kind),
    documentNumber,
    nextOn,
    note,
    details: detailsOf(word),
  };
  const untold = untoldBy(feature, events);
  const facts = factsAfter(factsOf(feature.attributes), event);
  return {
    events: untold ? [untold, event] : [event],
    attributes: known({ ...feature.attributes, ...facts, state: event.state }),
  };
}

/** An attribute that is not known is not kept. */
const known = (attributes: Readonly<Record<string, AttributeValue>>) =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== null));

function detailsOf(word: SpotWord): SpotDetails {
  switch (word.kind) {
    case "listed":
      return { level: word.level, supervisor: word.supervisor, dueOn: word.dueOn };
    case "extended":
      return { dueOn: word.dueOn };
    case "treating":
      return { measures: word.measures };
    case "closed":
      return { treatedOn: word.treatedOn };
    case "evaluated":
      return { result: word.result };
    default:
      return {};
  }
}

function refuseWrongDays(word: SpotWord, feature: FeatureRecord, events: readonly SpotEvent[], today: string): void {
  const refused: FieldError[] = [];
  const refuse = (field: string, message: string, allowed: string) => refused.push({ field, message, allowed });
  const { on } = word;
  const since = word.kind === "note" ? null : latestStep(events);
  if (on > today) refuse("on", "lies in the future", `up to ${today}`);
  else if (since && on < since) refuse("on", "is before the step before", `${since} to ${today}`);
  if (word.nextOn && word.nextOn < on) refuse("nextOn", "is before the day itself", `${on} or later`);
  const present = factsOf(feature.attributes).dueOn;
  if (word.kind === "listed" && word.dueOn < on) refuse("dueOn", "is before the listing", `${on} or later`);
  if (word.kind === "extended" && present && word.dueOn <= present)
    refuse("dueOn", "is no later than the present deadline", `after ${present}`);
  if (word.kind === "closed" && word.treatedOn > on) refuse("treatedOn", "is after the closing", `up to ${on}`);
  if (refused.length === 0) return;
  throw new AppError("unprocessable", `refused: ${refused.map(({ field }) => field).join(", ")}`, refused);
}

/** Notes and pictures may be of any day; what was taken over has the day of its ledger. */
function latestStep(events: readonly SpotEvent[]): string | null {
  const steps = events.filter(
    ({ kind }) => !["note", "photographed", "photograph-withdrawn", "taken-over", "ledger-changed"].includes(kind),
  );
  return steps.reduce<string | null>((latest, { onDay }) => (latest && latest > onDay ? latest : onDay), null);
}
