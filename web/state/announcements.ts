import { create } from "zustand";

/** How often the server has told of a change that is not a layer's since the page opened: who shows such things reads them again. */
export const useAnnouncements = create<{ readonly rules: number; readonly conflicts: number }>(() => ({
  rules: 0,
  conflicts: 0,
}));

export const announce = (what: "rules" | "conflicts"): void =>
  useAnnouncements.setState((heard) => ({ [what]: heard[what] + 1 }));
