import type { Program } from "./screen-state.ts";

type Tour = Extract<Program, { kind: "tour" }>;

/** @returns the tour at rest from `now` on; one that rests already stays as it is. */
export const pauseTour = (tour: Tour, now: number): Tour =>
  tour.pausedAt === null ? { ...tour, pausedAt: toInstant(now) } : tour;

/** @returns the tour going on with the scene and the seconds at which it was paused; one that goes on stays as it is. */
export function resumeTour(tour: Tour, now: number): Tour {
  if (tour.pausedAt === null) return tour;
  const restedMs = now - Date.parse(tour.pausedAt);
  return { ...tour, startedAt: toInstant(Date.parse(tour.startedAt) + restedMs), pausedAt: null };
}

const toInstant = (ms: number): string => new Date(ms).toISOString();
