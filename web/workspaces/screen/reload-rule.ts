import type { Standing } from "#data/wall/scene-at.ts";

/** Where no scene follows another, a newer page is not waited for longer than this. */
export const RELOAD_WITHIN_MS = 10 * 60_000;

/** A map that has not come back by itself by then does not come back. */
export const GIVE_UP_MAP_MS = 60_000;

export interface ReloadMoment {
  readonly because: Standing["because"];
  /** The scene has just given way to another. */
  readonly isBetweenScenes: boolean;
  /** For how long a newer page has been served; `null`: none is. */
  readonly newerForMs: number | null;
  /** For how long the map has been away; `null`: it is there. */
  readonly mapAwayForMs: number | null;
}

/**
 * Whether a screen may open its page anew now. A frozen one never does: it shows what it was frozen with, and that would be gone. While an
 * alarm has taken over, only a map that is lost for good is worth the seconds without a picture.
 */
export function mayReload({ because, isBetweenScenes, newerForMs, mapAwayForMs }: ReloadMoment): boolean {
  if (because === "freeze") return false;
  if (mapAwayForMs !== null && mapAwayForMs >= GIVE_UP_MAP_MS) return true;
  if (newerForMs === null || because === "alarm") return false;
  return isBetweenScenes || newerForMs >= RELOAD_WITHIN_MS;
}
