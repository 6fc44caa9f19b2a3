import type { Scene } from "./scene.ts";
import { type Standing, sceneAt, type TakingAlarm } from "./scene-at.ts";
import type { ScreenState } from "./screen-state.ts";

/** What stands on a screen that may not show everything. */
export interface BoundStanding extends Standing {
  /** The scene that would stand if the screen might show it; `null`: it stands. */
  readonly withheld: string | null;
}

/**
 * What a screen shows at an instant that may show some scenes only. A scene outside of them is withheld, and the first that it may show
 * stands for as long. An alarm takes over where the incident scene is named among them; elsewhere the screen goes on, and the incident is
 * what is withheld. A tour keeps its times, so the screen stays in step with those that show all of it.
 *
 * @param scenes - all that exist, in the order in which the first is looked for.
 * @param allowed - ids; `null`: every scene. Where none of them exists, the first of `allowed` is named all the same.
 * @param now - milliseconds since 1970.
 */
export function sceneWithin(
  state: ScreenState,
  scenes: readonly Scene[],
  alarms: readonly TakingAlarm[],
  now: number,
  allowed: readonly string[] | null,
): BoundStanding {
  const wanted = sceneAt(state, scenes, alarms, now);
  if (allowed === null || allowed.includes(wanted.scene)) return { ...wanted, withheld: null };
  if (wanted.because === "alarm") {
    const behind = sceneWithin({ ...state, interruptedBy: null }, scenes, alarms, now, allowed);
    return { ...behind, until: earlier(wanted.until, behind.until), withheld: wanted.scene };
  }
  const first = scenes.find(({ id }) => allowed.includes(id))?.id ?? allowed[0] ?? wanted.scene;
  return { ...wanted, scene: first, withheld: wanted.scene };
}

const earlier = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.min(a, b);
