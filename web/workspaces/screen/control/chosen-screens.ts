import { create } from "zustand";
import type { ScreenCommand } from "#data/wall/command.ts";
import { ApiProblem } from "../../../api.ts";
import { tellScreens } from "../../../api-wall.ts";
import { usePerson } from "../../../state/person.ts";
import { useWall } from "../../../state/wall.ts";

interface Chosen {
  /** Screens that the next command is for; those that are gone are left out when it is said. */
  readonly ids: readonly string[];
  /** What came of the last command; `null`: nothing was said yet, or it was done. */
  readonly problem: "nobody" | "none" | { readonly text: string } | null;
  readonly isTelling: boolean;
}

/** Whom the console speaks to: neither the server's nor a link's. */
export const useChosen = create<Chosen>(() => ({ ids: [], problem: null, isTelling: false }));

export const choose = (id: string, isChosen: boolean): void =>
  useChosen.setState(({ ids }) => ({
    ids: isChosen ? [...ids.filter((each) => each !== id), id] : ids.filter((each) => each !== id),
  }));

/** Tells the chosen screens; without a name or a screen nothing is said, and the console says why. */
export async function tell(command: ScreenCommand): Promise<void> {
  const by = usePerson.getState().name.trim();
  const there = new Set(useWall.getState().screens.map(({ id }) => id));
  const ids = useChosen.getState().ids.filter((id) => there.has(id));
  if (by === "") return useChosen.setState({ problem: "nobody" });
  if (ids.length === 0) return useChosen.setState({ problem: "none" });
  useChosen.setState({ isTelling: true, problem: null });
  try {
    await tellScreens(ids, command, by);
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    useChosen.setState({ problem: { text: error.message } });
  } finally {
    useChosen.setState({ isTelling: false });
  }
}
