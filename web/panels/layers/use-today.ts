import { useSyncExternalStore } from "react";
import { localDay } from "./data-age.ts";

/** A page in an operations room stays open for weeks. */
const LOOK_EVERY_MS = 60_000;

function subscribe(onChange: () => void): () => void {
  const timer = setInterval(onChange, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}

/** The reader's calendar day, `YYYY-MM-DD`, also after midnight. */
export const useToday = (): string => useSyncExternalStore(subscribe, () => localDay(new Date()));
