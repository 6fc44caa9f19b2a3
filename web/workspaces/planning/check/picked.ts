import { create } from "zustand";

/** The pair that a person looks at, by `keyOf`: open in the table, and drawn on the map whatever its verdict. */
export const usePicked = create<{ readonly key: string | null }>(() => ({ key: null }));
