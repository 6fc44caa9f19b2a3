import { useEffect, useMemo, useState } from "react";
import { newScreenState } from "#data/wall/command.ts";
import type { Scene } from "#data/wall/scene.ts";
import { type Standing, sceneAt, type TakingAlarm } from "#data/wall/scene-at.ts";
import type { ScreenState } from "#data/wall/screen-state.ts";
import type { AlarmView, ScreenEntry } from "../../api-wall.ts";
import { useViewFields } from "../../state/view-store.ts";
import { followScreen, serverNow, useWall } from "../../state/wall.ts";

/** What stands on this screen, and by whose word. */
export interface ScreenProgram {
  readonly standing: Standing;
  readonly state: ScreenState;
  readonly scenes: readonly Scene[];
  /** `null`: nobody steers this screen, or the server knows none of its name. */
  readonly screen: ScreenEntry | null;
  /** The address names a screen that the server does not know. */
  readonly isUnknown: boolean;
}

const openedAt = Date.now();

/** Of a screen that the console steers what it was told, of another the scene of its address or all of them in turn. */
export function useProgram(): ScreenProgram {
  const { screen: name, scene: named } = useViewFields("screen", "scene");
  const { scenes, screens, alarms, isKnown } = useWall();
  useEffect(() => {
    followScreen(name);
    return () => followScreen(null);
  }, [name]);
  const screen = name === null ? null : (screens.find((each) => each.name === name) ?? null);
  const state = useMemo((): ScreenState => {
    if (screen) return screen.state;
    const own = newScreenState(scenes, openedAt);
    return named === null ? own : { ...own, program: { kind: "scene", scene: named } };
  }, [screen, scenes, named]);
  const taking = useMemo(() => alarms.map(toTaking), [alarms]);
  const [tick, setTick] = useState(0);
  const standing = useMemo(() => {
    // The tick says that the time of another scene has come.
    void tick;
    return sceneAt(state, scenes, taking, serverNow());
  }, [state, scenes, taking, tick]);
  const { until } = standing;
  useEffect(() => {
    if (until === null) return;
    // A millisecond late rather than early: a timer that fires early would find the old scene again.
    const timer = setTimeout(() => setTick((last) => last + 1), Math.max(0, until - serverNow()) + 1);
    return () => clearTimeout(timer);
  }, [until]);
  return { standing, state, scenes, screen, isUnknown: isKnown && name !== null && screen === null };
}

/** An alarm as the rule of takeovers takes it. */
export const toTaking = ({ id, grade, gradedAt, acknowledgedAt, clearedAt }: AlarmView): TakingAlarm => ({
  id,
  grade,
  // A graver grade takes over anew.
  raisedAt: Date.parse(gradedAt),
  acknowledgedAt: acknowledgedAt === null ? null : Date.parse(acknowledgedAt),
  clearedAt: clearedAt === null ? null : Date.parse(clearedAt),
});
