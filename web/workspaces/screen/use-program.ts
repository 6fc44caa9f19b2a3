import { useEffect, useMemo, useState } from "react";
import { type CallingAlarm, takingOfAlarm } from "#data/wall/alarms/taking-of-alarm.ts";
import { newScreenState } from "#data/wall/command.ts";
import { takingOfIncident } from "#data/wall/incidents/incident.ts";
import type { Scene } from "#data/wall/scene.ts";
import type { TakingAlarm } from "#data/wall/scene-at.ts";
import { type BoundStanding, sceneWithin } from "#data/wall/scene-within.ts";
import type { ScreenState } from "#data/wall/screen-state.ts";
import type { ScreenSession } from "../../api-screen.ts";
import type { AlarmView, ScreenEntry } from "../../api-wall.ts";
import { sessionOf, useScreenAccess } from "../../state/screen-access.ts";
import { useViewFields } from "../../state/view-store.ts";
import { followScreen, serverNow, useWall, type Wall } from "../../state/wall.ts";

/** What stands on this screen, and by whose word. */
export interface ScreenProgram {
  readonly standing: BoundStanding;
  readonly state: ScreenState;
  /** Those that this screen may show. */
  readonly scenes: readonly Scene[];
  /** `null`: nobody steers this screen, or the server knows none of its name. */
  readonly screen: ScreenEntry | null;
  /** The address names a screen that the server does not know. */
  readonly isUnknown: boolean;
}

const openedAt = Date.now();

/** Of a screen that the console steers what it was told, of another the scene of its address or all of them in turn. */
export function useProgram(): ScreenProgram {
  const { screen: addressed, scene: named } = useViewFields("screen", "scene");
  const { scenes, screens, alarms, incidents, isKnown } = useWall();
  const session = useScreenAccess(sessionOf);
  const name = session ? nameOf(session, screens) : addressed;
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
  const allowed = session?.scenes ?? null;
  const shown = useMemo(() => scenes.filter(({ id }) => allowed?.includes(id) ?? true), [scenes, allowed]);
  const taking = useMemo(() => takingOf({ alarms, incidents }), [alarms, incidents]);
  const [tick, setTick] = useState(0);
  const standing = useMemo(() => {
    // The tick says that the time of another scene has come.
    void tick;
    return sceneWithin(state, scenes, taking, serverNow(), allowed);
  }, [state, scenes, taking, allowed, tick]);
  const { until } = standing;
  useEffect(() => {
    if (until === null) return;
    // A millisecond late rather than early: a timer that fires early would find the old scene again.
    const timer = setTimeout(() => setTick((last) => last + 1), Math.max(0, until - serverNow()) + 1);
    return () => clearTimeout(timer);
  }, [until]);
  return { standing, state, scenes: shown, screen, isUnknown: isKnown && name !== null && screen === null };
}

/** A screen that logged in may be named anew while it stands. */
const nameOf = ({ screen }: ScreenSession, screens: readonly ScreenEntry[]): string =>
  screens.find(({ id }) => id === screen.id)?.name ?? screen.name;

/** What may take screens over, as the rule of takeovers takes it. */
export const takingOf = ({ alarms, incidents }: Pick<Wall, "alarms" | "incidents">): TakingAlarm[] => [
  ...alarms.flatMap((alarm) => takingOfAlarm(toCalling(alarm)) ?? []),
  ...incidents.map(takingOfIncident),
];

const toCalling = ({ id, grade, gradedAt, acknowledgedAt, clearedAt, shelf }: AlarmView): CallingAlarm => ({
  id,
  grade,
  gradedAt: Date.parse(gradedAt),
  shelf: shelf && { grade: shelf.grade, until: Date.parse(shelf.until) },
  acknowledgedAt: acknowledgedAt === null ? null : Date.parse(acknowledgedAt),
  clearedAt: clearedAt === null ? null : Date.parse(clearedAt),
});
