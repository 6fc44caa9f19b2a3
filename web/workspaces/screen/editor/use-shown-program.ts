import { useMemo } from "react";
import { newScreenState } from "#data/wall/command.ts";
import type { ScreenState } from "#data/wall/screen-state.ts";
import { type ScreenProgram, useProgram } from "../use-program.ts";
import { useEditing } from "./scene-editing.ts";

/** Nothing but the scene itself: no console speaks to a screen on which somebody edits, and no alarm takes it over. */
const UNTOLD: ScreenState = { ...newScreenState([], 0), interruptedBy: null };

/** What stands on the wall, or the scene that is being changed. */
export function useShownProgram(): ScreenProgram {
  const program = useProgram();
  const draft = useEditing(({ editing }) => editing?.draft ?? null);
  return useMemo(() => {
    if (!draft) return program;
    const standing = { scene: draft.id, because: "scene", alarm: null, until: null, withheld: null } as const;
    return { standing, state: UNTOLD, scenes: [draft], screen: null, isUnknown: false };
  }, [draft, program]);
}
