import { useEffect, useState } from "react";
import type { Scene } from "#data/wall/scene.ts";
import { type Standing, sceneAt } from "#data/wall/scene-at.ts";
import { PRESET_SCENES } from "#data/wall/scenes.ts";
import type { ScreenState } from "#data/wall/screen-state.ts";
import { useView } from "../../state/view-store.ts";

/** A screen that nobody steers: one scene of its address, or all scenes in turn from the moment it was opened. */
function ownState(named: string | null, openedAt: string): ScreenState {
  return {
    program: named
      ? { kind: "scene", scene: named }
      : { kind: "tour", scenes: PRESET_SCENES.map(({ id }) => id), startedAt: openedAt, pausedAt: null },
    camera: null,
    period: null,
    layers: { on: [], off: [] },
    frozen: null,
    interruptedBy: 2,
  };
}

const openedAt = new Date().toISOString();

/** What stands on this screen now; changes when the next scene's time has come. */
export function useProgram(): { readonly standing: Standing; readonly scenes: readonly Scene[] } {
  const named = useView((view) => view.scene);
  const [now, setNow] = useState(Date.now);
  const standing = sceneAt(ownState(named, openedAt), PRESET_SCENES, [], now);
  const { until } = standing;
  useEffect(() => {
    if (until === null) return;
    const timer = setTimeout(() => setNow(Math.max(Date.now(), until)), Math.max(0, until - Date.now()));
    return () => clearTimeout(timer);
  }, [until]);
  return { standing, scenes: PRESET_SCENES };
}
