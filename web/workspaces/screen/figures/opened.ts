import { create } from "zustand";
import type { Point } from "#data/wall/screen-state.ts";

/** A list that was opened by a touch is gone after so long without another. */
export const OPEN_MS = 60_000;

interface Opened {
  /** Opened on the screen itself; `until` in milliseconds of the server's clock. */
  readonly touched: (Point & { readonly until: number }) | null;
  /** The pointing from the console, by its instant, that somebody at the screen has closed. */
  readonly closed: string | null;
}

/** Which list a touch has opened or closed: nobody else's. */
export const useOpened = create<Opened>(() => ({ touched: null, closed: null }));

export const openList = (point: Point, now: number): void =>
  useOpened.setState({ touched: { ...point, until: now + OPEN_MS } });

/** @param pointedAt - instant of the pointing from the console that it was opened by; `null`: by none. */
export const closeList = (pointedAt: string | null): void =>
  useOpened.setState(({ closed }) => ({ touched: null, closed: pointedAt ?? closed }));

/** Whoever touches a list reads it. */
export const keepList = (now: number): void =>
  useOpened.setState(({ touched }) => (touched ? { touched: { ...touched, until: now + OPEN_MS } } : {}));
