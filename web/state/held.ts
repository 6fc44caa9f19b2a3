import { create } from "zustand";
import { localDayOf } from "#data/snapshot/freshness.ts";

/** What a page shows stays as it is: a frozen screen keeps the figures of one instant, whatever changes meanwhile. */
interface Held {
  /** Of the server's clock, milliseconds since 1970; `null`: everything follows. */
  readonly since: number | null;
  /** The reader's calendar day of that instant, `YYYY-MM-DD`. */
  readonly day: string | null;
}

export const useHeld = create<Held>(() => ({ since: null, day: null }));

export const isHeld = (): boolean => useHeld.getState().since !== null;

/** From now on nothing is read again; what is held already stays of its instant. */
export function hold(now: number): void {
  if (!isHeld()) useHeld.setState({ since: now, day: localDayOf(new Date(now)) });
}

export const letGo = (): void => useHeld.setState({ since: null, day: null });

/** Calls back each time that what was held follows again. @returns what ends it. */
export const onLetGo = (follow: () => void): (() => void) =>
  useHeld.subscribe(({ since }, before) => {
    if (since === null && before.since !== null) follow();
  });
