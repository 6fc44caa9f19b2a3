import { useMemo } from "react";
import type { HourBlock } from "#data/analyses/crash-times-results.ts";
import { useLanguage } from "../../../messages/words.ts";
import { patrolText } from "./patrol-text.ts";

/** Hours of a class of days in the page's language. */
export function usePatrolText(): (block: HourBlock) => string {
  const language = useLanguage();
  return useMemo(() => patrolText(language), [language]);
}
