import { create } from "zustand";
import type { Reduction } from "#data/standards/rule.ts";

/** A relief that is about to be claimed: for whom, and which there are. */
export interface AskedClaim {
  readonly neighbour: { readonly layer: string; readonly id: string; readonly name: string } | null;
  readonly reliefs: readonly Reduction[];
}

export const useClaiming = create<{ readonly asked: AskedClaim | null }>(() => ({ asked: null }));
