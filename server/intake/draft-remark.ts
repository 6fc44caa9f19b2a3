import type { ProblemReason } from "#data/layers/check-feature.ts";

/** Something about a row that the person who delivered it should know. */
export interface Remark {
  /** Line of the text file, or number of the feature, from 1. */
  readonly row: number;
  readonly code: string | null;
  /** The column as it is called in the file; `null` when the row as a whole is meant. */
  readonly column: string | null;
  /** What stood there; `null` when nothing did, or when it is personal. */
  readonly value: string | null;
  readonly reason: string;
  readonly allowed: string | null;
}

/** A check's finding as the second half of a sentence about a value. */
export const REASONS: Readonly<Record<ProblemReason, string>> = {
  required: "is needed and missing",
  "unknown-attribute": "is no field of this layer",
  type: "is of another kind",
  "not-a-code": "is not in the list of codes",
  "out-of-range": "is out of range",
  "too-long": "is too long",
  "not-a-date": "is not a date",
  "geometry-type": "is another kind of shape",
  "geometry-shape": "is not a whole shape",
  position: "is off the earth",
};
