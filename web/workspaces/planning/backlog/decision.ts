import type { Conflict } from "../../../api.ts";

/** A decision while somebody writes it; empty texts are not said. */
export interface DecisionDraft {
  readonly state: Conflict["state"];
  readonly owner: string;
  readonly note: string;
  /** `YYYY-MM-DD`. */
  readonly dueOn: string;
}

/** What the server would refuse a decision for: a word without a name, an acceptance without a reason, an order without a day. */
export function missingOf({ state, note, dueOn }: DecisionDraft, by: string): ("note" | "dueOn" | "by")[] {
  return [
    ...((state === "accepted" || state === "false") && note.trim() === "" ? (["note"] as const) : []),
    ...(state === "to-rectify" && dueOn === "" ? (["dueOn"] as const) : []),
    ...(by.trim() === "" ? (["by"] as const) : []),
  ];
}

/** The decision as the server takes it. A day belongs to an order only. */
export const toWord = ({ state, owner, note, dueOn }: DecisionDraft, by: string, revision: number) => ({
  state,
  revision,
  owner: owner.trim() || null,
  note: note.trim() || null,
  dueOn: state === "to-rectify" ? dueOn : null,
  by: by.trim(),
});
