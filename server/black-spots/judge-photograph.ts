import { createHash } from "node:crypto";
import { uuidv7 } from "uuidv7";
import type { NewPhotograph } from "../db/black-spot-photographs.ts";
import type { PresentSpot } from "../db/black-spots.ts";
import { AppError } from "../errors.ts";
import { photographsOf } from "./entry.ts";
import { MAX_PHOTOGRAPH_BYTES, MAX_PHOTOGRAPHS, PhotographProblem } from "./photograph.ts";
import { readPhotograph } from "./read-photograph.ts";
import type { Photograph, SentPhotograph } from "./register.ts";
import type { NewSpotEvent } from "./spot-event.ts";
import { stateOf, untoldBy } from "./spot-facts.ts";

const ALLOWED = `a JPEG or PNG of at most ${MAX_PHOTOGRAPH_BYTES / 1024 / 1024} MB`;

/** @throws AppError `unprocessable` when the bytes are no picture that is kept, or the day has yet to come. */
export function newPhotograph({ bytes, by, caption, takenOn }: SentPhotograph, today: string): NewPhotograph {
  if (takenOn !== null && takenOn > today)
    throw new AppError("unprocessable", "refused: takenOn", [
      { field: "takenOn", message: "lies in the future", allowed: `up to ${today}` },
    ]);
  try {
    const picture = readPhotograph(bytes);
    const sha256 = createHash("sha256").update(picture.content).digest("hex");
    return { id: uuidv7(), ...picture, sha256, caption, takenOn, by };
  } catch (error) {
    if (!(error instanceof PhotographProblem)) throw error;
    const errors = [{ field: "body", message: error.message, allowed: ALLOWED }];
    throw new AppError("unprocessable", `the picture is not taken: it ${error.message}`, errors);
  }
}

/** @throws AppError `unprocessable` when the spot has as many as it may have, or this one already and not withdrawn. */
export function photographed(
  { feature, events, photographs }: PresentSpot & { readonly photographs: readonly Photograph[] },
  photograph: NewPhotograph,
  today: string,
): NewSpotEvent[] {
  const present = photographsOf(events);
  if (present.size >= MAX_PHOTOGRAPHS)
    throw new AppError("unprocessable", `the spot has ${present.size} photographs already`, [
      { field: "body", message: "is one too many", allowed: `${MAX_PHOTOGRAPHS} of one spot` },
    ]);
  if (photographs.some((each) => present.has(each.id) && each.sha256 === photograph.sha256))
    throw new AppError("unprocessable", "the spot has this photograph already", [
      { field: "body", message: "is a photograph that the spot has already", allowed: "another photograph" },
    ]);
  const { id, by, caption, takenOn } = photograph;
  return told({ feature, events }, { kind: "photographed", by, note: caption, onDay: takenOn ?? today, id });
}

/** @throws AppError `not-found` when the spot has no such picture, or it is withdrawn. */
export function photographWithdrawn(
  { feature, events }: PresentSpot,
  withdrawal: { readonly id: string; readonly by: string; readonly reason: string },
  today: string,
): NewSpotEvent[] {
  const { id, by, reason } = withdrawal;
  if (!photographsOf(events).has(id)) throw new AppError("not-found", "the spot has no such photograph");
  return told({ feature, events }, { kind: "photograph-withdrawn", by, note: reason, onDay: today, id });
}

interface OfPhotograph extends Pick<NewSpotEvent, "kind" | "by" | "note" | "onDay"> {
  readonly id: string;
}

function told({ feature, events }: PresentSpot, { id, ...event }: OfPhotograph): NewSpotEvent[] {
  const untold = untoldBy(feature, events);
  const state = stateOf(feature.attributes);
  const spotId = feature.id;
  const own = { ...event, spotId, state, documentNumber: null, nextOn: null, details: { photographId: id } };
  return untold ? [untold, own] : [own];
}
