import type { Snapshot } from "#data/snapshot/snapshot.ts";
import { useLedgers } from "../../../state/ledgers.ts";

/** The ledger of fire-water sources; `undefined` until it has been read. */
export const useWater = (): Snapshot | undefined =>
  useLedgers(({ layers }) => layers.find(({ definition }) => definition.id === "water-sources")?.snapshot);
