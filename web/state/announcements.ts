import { create } from "zustand";

type Announced = "rules" | "conflicts" | "black-spots";

/** How often the server has told of a change that is not a layer's since the page opened: who shows such things reads them again. */
export const useAnnouncements = create<Readonly<Record<Announced, number>>>(() => ({
  rules: 0,
  conflicts: 0,
  "black-spots": 0,
}));

export const announce = (what: Announced): void => useAnnouncements.setState((heard) => ({ [what]: heard[what] + 1 }));
