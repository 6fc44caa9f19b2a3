import { create } from "zustand";
import { NEWS, type News } from "../api.ts";
import { isHeld, onLetGo } from "./held.ts";

type Heard = Readonly<Record<News, number>> & {
  /** Of the screen that the last word was about; `null`: about any of them. */
  readonly screenId: string | null;
};

/** How often the server has told of a change that is not a layer's since the page opened: who shows such things reads them again. */
export const useAnnouncements = create<Heard>(() => ({
  ...(Object.fromEntries(NEWS.map((what) => [what, 0])) as Record<News, number>),
  screenId: null,
}));

/** A page that holds its figures still does what it is told. */
const STEERING: readonly string[] = ["screen", "scene"] satisfies News[];

/** Whether what the server tells of `what` changes anything on the page now; where the page holds, it does when that ends. */
export const follows = (what: string): boolean => !isHeld() || STEERING.includes(what);

export const announce = (what: News, id: string | null): void => {
  if (!follows(what)) return;
  useAnnouncements.setState((heard) => ({ [what]: heard[what] + 1, ...(what === "screen" && { screenId: id }) }));
};

/** Anything may have changed meanwhile. */
export const announceAll = (): void =>
  useAnnouncements.setState((heard) => ({
    ...(Object.fromEntries(NEWS.filter(follows).map((what) => [what, heard[what] + 1])) as Record<News, number>),
    screenId: null,
  }));

onLetGo(announceAll);
