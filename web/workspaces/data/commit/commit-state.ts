import type { DraftView } from "../../../api.ts";

/** Why nothing can be written yet; `null`: it can. */
export type CommitHindrance = "judging" | "failed" | "datum" | "nothing" | "person";

export function findHindrance(
  { state, preview }: Pick<DraftView, "state" | "preview">,
  person: string,
): CommitHindrance | null {
  if (state === "failed") return "failed";
  if (state !== "ready" || !preview) return "judging";
  if (preview.datum.ask) return "datum";
  if (preview.counts.new + preview.counts.changed === 0) return "nothing";
  return person.trim() === "" ? "person" : null;
}
