import { create } from "zustand";
import { localDayOf } from "#data/snapshot/freshness.ts";
import type { AppliedRule, Reduction, RuleBook } from "#data/standards/rule.ts";
import { composeRuleBook, type RuleSource } from "#data/standards/rule-book.ts";
import { tellRules } from "../analysis/analyses.ts";
import { ApiProblem, fetchRuleSource } from "../api.ts";
import { useAnnouncements } from "./announcements.ts";

/** The rules in force as the page has them: the same that its worker judges by. */
export interface Rules {
  readonly book: RuleBook;
  readonly byId: ReadonlyMap<string, AppliedRule>;
  readonly reliefs: ReadonlyMap<string, Reduction>;
  /** Why the experts' words are not among them; `null`: they are, or are still on their way. */
  readonly problem: string | null;
}

const today = (): string => localDayOf(new Date());

/** Until the server has said what the site's experts think, the library stands alone. */
export const useRules = create<Rules>(() => ({
  ...rulesOf({ decisions: [], local: [], day: today() }),
  problem: null,
}));

function rulesOf(source: RuleSource): Omit<Rules, "problem"> {
  const book = composeRuleBook(source);
  return {
    book,
    byId: new Map(book.rules.map((rule) => [rule.id, rule])),
    reliefs: new Map(book.reductions.map((relief) => [relief.id, relief])),
  };
}

/** Puts the rules in force that the server has now, on the page and in its worker. */
export async function readRules(): Promise<void> {
  const source = await fetchRuleSource();
  tellRules(source);
  useRules.setState({ ...rulesOf(source), problem: null });
}

/** A server that has just started has other things to do first. */
const RETRY_MS = 1_500;
const PASSING: ReadonlySet<number> = new Set([0, 503]);

let started = false;

/** Reads the words of the site's experts; until they are there, and should they not come, the library stands alone and says so. */
export function startRules(): void {
  if (started) return;
  started = true;
  const read = () =>
    void readRules().catch((error: unknown) => {
      if (!(error instanceof ApiProblem)) throw error;
      useRules.setState({ problem: error.message });
      if (PASSING.has(error.status)) setTimeout(read, RETRY_MS);
    });
  read();
  useAnnouncements.subscribe(({ rules }, before) => {
    if (rules !== before.rules) read();
  });
}
