import type { AlarmState } from "./alarm.ts";

/** A sensor that calls for people this often within the window stands at its limit, or is broken: the next call is no news. */
export const CHATTER_RAISES = 3;
export const CHATTER_WINDOW_MS = 10 * 60_000;

/**
 * Whether a call at an instant makes the sensor a chattering one.
 *
 * @param earlier - instants of its calls before this one, raised or escalated, in any order, milliseconds since 1970.
 * @see ISA-18.2-2016 (from memory): an alarm that is raised and returns three times a minute or more chatters. Here it is three times
 * within ten minutes, for each call takes the screens of a room over.
 */
export const isChatter = (earlier: readonly number[], at: number): boolean =>
  earlier.filter((each) => each > at - CHATTER_WINDOW_MS && each <= at).length + 1 >= CHATTER_RAISES;

/**
 * Whether a chattering alarm is over: somebody has taken it in hand, and its limits have been left for the whole window.
 *
 * @param leftAt - since when they have been; `null`: they are reached.
 */
export const isQuiet = (state: AlarmState, leftAt: number | null, now: number): boolean =>
  state === "acknowledged" && leftAt !== null && now - leftAt >= CHATTER_WINDOW_MS;
