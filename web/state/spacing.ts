import { create } from "zustand";
import type { SpacingFinding, SpacingSummary } from "#data/analyses/spacing-results.ts";
import type { Proposal } from "#data/standards/proposal.ts";
import { PLANNING_WORDS } from "../messages/planning.ts";
import { followQuestion, NOTHING_ASKED, type Result } from "./follow-question.ts";
import { useLedgers } from "./ledgers.ts";
import { toProposal } from "./proposal-draft.ts";
import { useRules } from "./rules.ts";
import { useView } from "./view-store.ts";

export interface SpacingParameters {
  readonly proposal: Proposal;
  readonly limit: number;
}

/** More neighbours than this nobody reads on a screen; counts are complete. */
const LISTED = 2_000;

/** What the worker answered on the present proposal, by the ledgers and rules of now. */
export const useSpacing = create<Result<SpacingFinding, SpacingSummary, SpacingParameters>>(() => NOTHING_ASKED);

/** What to ask of the present proposal; `null` while it is not complete. */
export function spacingParameters(): SpacingParameters | null {
  const { planning, language } = useView.getState();
  const proposal = planning.draft && toProposal(planning.draft, PLANNING_WORDS[language].check.unnamed);
  return proposal && { proposal, limit: LISTED };
}

let started = false;

/** Checks the proposal again whenever it, a ledger or a rule changes. */
export function startSpacing(): void {
  if (started) return;
  started = true;
  const ask = followQuestion<SpacingFinding, SpacingSummary, SpacingParameters>({
    name: "spacing",
    parametersOf: () => (useView.getState().planning.asOf === null ? spacingParameters() : null),
    also: () => useRules.getState().book.edition,
    put: useSpacing.setState,
  });
  useView.subscribe(ask);
  useLedgers.subscribe(ask);
  useRules.subscribe(ask);
  ask();
}
