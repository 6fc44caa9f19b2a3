import { create } from "zustand";

/** The batch that is looked at; it stays while another part is open. `null`: a new one is being made. */
export const useOpenBatch = create<{ readonly id: string | null }>(() => ({ id: null }));
