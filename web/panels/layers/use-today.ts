import { useSyncExternalStore } from "react";
import { localDayOf } from "#data/snapshot/freshness.ts";
import { useHeld } from "../../state/held.ts";

/** A page in an operations room stays open for weeks. */
const LOOK_EVERY_MS = 60_000;

function subscribe(onChange: () => void): () => void {
  const timer = setInterval(onChange, LOOK_EVERY_MS);
  const unsubscribe = useHeld.subscribe(onChange);
  return () => {
    clearInterval(timer);
    unsubscribe();
  };
}

/** The reader's calendar day, `YYYY-MM-DD`, also after midnight; where the page holds what it shows, the day of that instant. */
export const useToday = (): string =>
  useSyncExternalStore(subscribe, () => useHeld.getState().day ?? localDayOf(new Date()));
