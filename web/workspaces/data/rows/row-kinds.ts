import type { RowCounts, RowKind } from "../../../api.ts";

/** In the order of the tabs. */
export const KINDS: readonly RowKind[] = ["new", "changed", "unchanged", "suspicious", "refused", "left-out"];

export const KIND_COUNTS: Readonly<Record<RowKind, keyof RowCounts>> = {
  new: "new",
  changed: "changed",
  unchanged: "unchanged",
  suspicious: "suspicious",
  refused: "refused",
  "left-out": "leftOut",
};

/** Signs beside the colours. */
export const KIND_MARKS: Readonly<Record<RowKind, string>> = {
  new: "+",
  changed: "≠",
  unchanged: "=",
  suspicious: "?",
  refused: "×",
  "left-out": "–",
};
