import { create } from "zustand";
import type { AccidentPlacement } from "#data/analyses/accident-placement-results.ts";

/** What a person takes for the place of an accident. */
export type Choice =
  | { readonly kind: "candidate"; readonly route: string; readonly stakeM: number }
  | { readonly kind: "typed" }
  | { readonly kind: "off-road" };

/** What was entered about one accident and is not written yet. */
export interface SettlingDraft {
  readonly choice: Choice | null;
  readonly typed: string;
  readonly reason: string;
  /** As it was when the entry began: its candidates stay in sight when somebody else settles it meanwhile. */
  readonly finding: AccidentPlacement | null;
}

/** An accident that was settled on this page, to be looked at again. */
export interface JustSettled {
  readonly id: string;
  readonly code: string;
  readonly place: string;
}

interface Settling {
  readonly drafts: Readonly<Record<string, SettlingDraft>>;
  readonly last: JustSettled | null;
  /** What was given as reasons lately, newest first: a squad looks up the same file for many. */
  readonly reasons: readonly string[];
}

const MOST_REASONS = 6;

export const NO_DRAFT: SettlingDraft = { choice: null, typed: "", reason: "", finding: null };

/** Outlives the forms: looking at another accident or page loses nothing. */
export const useSettling = create<Settling>(() => ({ drafts: {}, last: null, reasons: [] }));

export const changeDraft = (id: string, change: Partial<SettlingDraft>): void =>
  useSettling.setState(({ drafts }) => ({ drafts: { ...drafts, [id]: { ...NO_DRAFT, ...drafts[id], ...change } } }));

export const dropDraft = (id: string): void =>
  useSettling.setState(({ drafts: { [id]: _, ...drafts } }) => ({ drafts }));

export const rememberSettled = (last: JustSettled, reason: string): void =>
  useSettling.setState(({ reasons }) => ({
    last,
    reasons: [reason, ...reasons.filter((each) => each !== reason)].slice(0, MOST_REASONS),
  }));
