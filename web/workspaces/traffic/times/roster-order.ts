import type { EnforcementHoursFinding } from "#data/analyses/crash-times-results.ts";

/** Segments whose hours are more than chance first, as there a roster has a ground; else as the analysis lists them. */
export const rosterOrder = (findings: readonly EnforcementHoursFinding[]): readonly EnforcementHoursFinding[] =>
  [...findings].sort((a, b) => Number(b.answer === "block") - Number(a.answer === "block"));
