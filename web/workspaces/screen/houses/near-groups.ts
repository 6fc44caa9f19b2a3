import { isInBusiness, isInUse, type NearHouse, type NearHouses } from "#data/wall/houses-near-hazards.ts";
import type { HousesTooNear } from "./use-near-houses.ts";

/** A number of the panel with the houses that it counts. */
export interface NearGroup {
  /** Its name in the words of the houses' scene, too. */
  readonly id: "within" | "inUse" | "inBusiness" | "tooNear" | "cannotTellSpacing";
  readonly tone: "unsure" | "bad";
  /** The nearest first. */
  readonly houses: readonly NearHouse[];
  /** Ids of those of which the ledger cannot tell. */
  readonly cannotTell: readonly string[];
}

/** The numbers that are known, in the order of the panel. */
export function nearGroups(near: NearHouses | null, judged: HousesTooNear | null): NearGroup[] {
  const screened = near ? screenedGroups(near) : [];
  if (!judged) return screened;
  return [
    ...screened,
    { id: "tooNear", tone: "bad", houses: judged["too-near"], cannotTell: [] },
    { id: "cannotTellSpacing", tone: "unsure", houses: judged["cannot-tell"], cannotTell: [] },
  ];
}

function screenedGroups({ dangerous, cannotTell }: NearHouses): NearGroup[] {
  const ofNoUse = dangerous.filter(({ use }) => use === null).map(({ id }) => id);
  return [
    { id: "within", tone: "unsure", houses: dangerous, cannotTell },
    { id: "inUse", tone: "bad", houses: dangerous.filter(isInUse), cannotTell: ofNoUse },
    { id: "inBusiness", tone: "bad", houses: dangerous.filter(isInBusiness), cannotTell: ofNoUse },
  ];
}
