import { useMemo } from "react";
import { DAY_MS, formatLocalDay, parseLocalTime } from "#data/snapshot/local-time.ts";
import { useToday } from "../../../panels/layers/use-today.ts";
import { DEFAULT_RULE_SET } from "../../../state/view.ts";

/** What accidents on roads are asked from. */
export const CRASH_LAYERS = ["accidents", "roads"];

/** The rule by which the pages screen until somebody takes another; the console may change it in the scene. */
export function useScreeningQuestion(): { readonly ruleSet: string; readonly today: string; readonly limit: number } {
  const today = useToday();
  return useMemo(() => ({ ruleSet: DEFAULT_RULE_SET, today, limit: 200 }), [today]);
}

/** How far the wall's watch list looks ahead: a quarter, as its page does. */
const WATCH_DAYS = 90;

export function useWatchQuestion() {
  const question = useScreeningQuestion();
  return useMemo(
    () => ({ ...question, by: formatLocalDay(parseLocalTime(question.today) + WATCH_DAYS * DAY_MS) }),
    [question],
  );
}

/** Casualty crashes of all years that the ledger has: what falls on damage alone is recorded too unevenly to be compared. */
export function useTimesQuestion() {
  const today = useToday();
  return useMemo(() => ({ weight: "casualty", today, limit: 1 }), [today]);
}
