import { useSyncExternalStore } from "react";
import { localDayOf } from "#data/snapshot/freshness.ts";

/** A page in an operations room stays open for weeks. */
const LOOK_EVERY_MS = 60_000;

function subscribe(onChange: () => void): () => void {
  const timer = setInterval(onChange, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}

/** The reader's calendar day, `YYYY-MM-DD`, also after midnight. */
export const useToday = (): string => useSyncExternalStore(subscribe, () => localDayOf(new Date()));
