import type { SpacingFinding } from "#data/analyses/spacing-results.ts";

/** A pair with its number in the table of the opinion. */
export interface NumberedFinding {
  readonly number: number;
  readonly finding: SpacingFinding;
}

/** More lines than this hide what they lead to; the table has them all. */
const MOST_LINES = 40;

/** How many of the kept distances are drawn where nothing is short or open. */
const NARROWEST = 6;

export const numbered = (findings: readonly SpacingFinding[]): NumberedFinding[] =>
  findings.map((finding, i) => ({ number: i + 1, finding }));

/** What the map shows: all that is short or open, and where there is none of it the narrowest that is kept. */
export function drawnFindings(findings: readonly SpacingFinding[]): NumberedFinding[] {
  const all = numbered(findings);
  const telling = all.filter(({ finding }) => finding.verdict !== "clear");
  if (telling.length > 0) return telling.slice(0, MOST_LINES);
  return [...all].sort((a, b) => a.finding.distanceM - b.finding.distanceM).slice(0, NARROWEST);
}

/** What has to be on the sheet beside the proposal: the lines that are too near, or else all that are drawn. */
export function linesToFit(drawn: readonly NumberedFinding[]): NumberedFinding[] {
  const near = drawn.filter(({ finding }) => finding.verdict === "too-near");
  return near.length > 0 ? near : [...drawn];
}

/** An opinion's first result is its spacing check. */
export const spacingFindings = (results: readonly { readonly findings: readonly unknown[] }[]): SpacingFinding[] =>
  (results[0]?.findings ?? []) as SpacingFinding[];
