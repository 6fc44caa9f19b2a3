import type { ScreenState } from "#data/wall/screen-state.ts";
import { useWall } from "../../../state/wall.ts";
import { type Agreement, agreementOf } from "./agreement.ts";
import { useChosen } from "./chosen-screens.ts";

/** What the chosen screens have been told of one thing, by whatever console. */
export function useTold<Key extends keyof ScreenState>(key: Key): Agreement<ScreenState[Key]> {
  const screens = useWall((wall) => wall.screens);
  const ids = useChosen((chosen) => chosen.ids);
  return agreementOf(screens.filter(({ id }) => ids.includes(id)).map(({ state }) => state[key]));
}
