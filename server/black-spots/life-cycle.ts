/** What a spot of the register is, as the layer's `state` says it; in the order of a life. */
export const SPOT_STATES = ["candidate", "confirmed", "listed", "treating", "closed", "evaluated", "rejected"] as const;
export type SpotState = (typeof SPOT_STATES)[number];

export const SPOT_LEVELS = ["ministry", "region", "city", "county"] as const;
export type SpotLevel = (typeof SPOT_LEVELS)[number];

/** What a person can say of a spot. */
export const WORD_KINDS = [
  "confirmed",
  "listed",
  "treating",
  "treated",
  "closed",
  "evaluated",
  "extended",
  "rejected",
  "reopened",
  "note",
] as const;
export type WordKind = (typeof WORD_KINDS)[number];

/** What else happens to one. `taken-over`, `ledger-changed`: the layer says so, by import or by an edit of the feature. */
export const EVENT_KINDS = [
  "registered",
  "taken-over",
  "ledger-changed",
  ...WORD_KINDS,
  "photographed",
  "photograph-withdrawn",
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

const ALLOWED: Readonly<Record<SpotState, readonly WordKind[]>> = {
  candidate: ["confirmed", "rejected", "note"],
  // County spots are often treated without ever being listed.
  confirmed: ["listed", "treating", "rejected", "note"],
  // Listed again: by another level.
  listed: ["treating", "listed", "extended", "note"],
  treating: ["treated", "closed", "extended", "note"],
  closed: ["evaluated", "reopened", "note"],
  // Evaluated again, when more years are full.
  evaluated: ["evaluated", "reopened", "note"],
  rejected: ["reopened", "note"],
};

/** What may be said of a spot in a state. */
export const allowedAfter = (state: SpotState): readonly WordKind[] => ALLOWED[state];

/** The state that a word leads to; the same where it changes none. */
export function stateAfter(state: SpotState, kind: WordKind): SpotState {
  switch (kind) {
    case "confirmed":
    case "listed":
    case "treating":
    case "closed":
    case "evaluated":
    case "rejected":
      return kind;
    case "reopened":
      return state === "rejected" ? "candidate" : "confirmed";
    case "treated":
    case "extended":
    case "note":
      return state;
  }
}
