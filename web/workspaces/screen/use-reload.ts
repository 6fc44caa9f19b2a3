import { useEffect, useRef } from "react";
import type { Standing } from "#data/wall/scene-at.ts";
import { ApiProblem } from "../../api.ts";
import { fetchScreenPage } from "../../api-wall.ts";
import { useLedgers } from "../../state/ledgers.ts";
import { useSurface } from "../../state/surface.ts";
import { useView } from "../../state/view-store.ts";
import { pageVersion } from "./page-version.ts";
import { mayReload } from "./reload-rule.ts";

const ASK_EVERY_MS = 60 * 60_000;
const LOOK_EVERY_MS = 5_000;

/** Once more, a page that came no newer or no better the last time is not opened anew. */
const NOT_AGAIN_MS = 10 * 60_000;
const RELOADED_AT = "screen-reloaded-at";

/** Since when a newer page is served, and since when the map is away; `null`: it is not so. `performance.now()`. */
const since = { newer: null as number | null, mapAway: 0 as number | null };

useSurface.subscribe(({ map, lost }) => {
  since.mapAway = map && !lost ? null : (since.mapAway ?? performance.now());
});

/** @returns the version of the page that is served now; `null`: nobody serves one. */
async function askVersion(): Promise<string | null> {
  try {
    return pageVersion(await fetchScreenPage()) || null;
  } catch (error) {
    if (error instanceof ApiProblem) return null;
    throw error;
  }
}

/** Without an answer everything stays as it is. */
async function compareVersions(): Promise<void> {
  const served = await askVersion();
  if (served === null) return;
  since.newer = served === pageVersion() ? null : (since.newer ?? performance.now());
}

/** Opens the page anew where the server answers: a page that is not to be had would leave a browser's error on the wall. */
async function reload(): Promise<void> {
  if (Date.now() - Number(sessionStorage.getItem(RELOADED_AT)) < NOT_AGAIN_MS) return;
  if ((await askVersion()) === null) return;
  sessionStorage.setItem(RELOADED_AT, String(Date.now()));
  location.reload();
}

/** Opens the page anew when a newer one is served or the map is lost for good, at a moment when nobody misses it. */
export function useReload(standing: Standing): void {
  const connected = useLedgers((state) => state.connected);
  useEffect(() => {
    if (!connected) return;
    void compareVersions();
    const timer = setInterval(compareVersions, ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [connected]);
  const { scene, because } = standing;
  const isEdited = useView(({ edit }) => edit !== null);
  const shown = useRef(scene);
  useEffect(() => {
    // Whoever changes a scene here would lose what nobody has saved.
    if (isEdited) return;
    const look = (isBetweenScenes: boolean) => {
      const now = performance.now();
      const forMs = (at: number | null) => (at === null ? null : now - at);
      const moment = { because, isBetweenScenes, newerForMs: forMs(since.newer), mapAwayForMs: forMs(since.mapAway) };
      if (mayReload(moment)) void reload();
    };
    look(shown.current !== scene);
    shown.current = scene;
    const timer = setInterval(() => look(false), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [scene, because, isEdited]);
}
