import type { DevelopmentUse } from "#data/standards/hse.ts";

/** What the sensitivity of a use hangs on. */
export type UseFact =
  | { readonly id: string; readonly type: "count"; readonly least: number }
  | { readonly id: string; readonly type: "yes-no" }
  | { readonly id: "route" | "stay"; readonly type: "choice"; readonly options: readonly string[] };

const count = (id: string, least = 0): UseFact => ({ id, type: "count", least });
const yesNo = (id: string): UseFact => ({ id, type: "yes-no" });

export const USE_FACTS: Readonly<Record<DevelopmentUse["type"], readonly UseFact[]>> = {
  workplace: [count("occupants"), count("storeys", 1), yesNo("sheltered"), yesNo("atHazardSite")],
  housing: [count("dwellings", 1)],
  hotel: [count("beds", 1)],
  "holiday-pitches": [count("pitches", 1)],
  transport: [{ id: "route", type: "choice", options: ["major", "minor"] }],
  "indoor-public": [count("floorAreaM2")],
  "outdoor-public": [count("people")],
  institution: [{ id: "stay", type: "choice", options: ["overnight", "day"] }],
  prison: [],
  parking: [yesNo("public")],
  landscape: [],
};

export const USE_TYPES = Object.keys(USE_FACTS) as DevelopmentUse["type"][];

/** Sizes stay open until a person gives them: an advice on a size that nobody said would be no advice. */
export const startFacts = (type: DevelopmentUse["type"]): Record<string, unknown> =>
  Object.fromEntries(USE_FACTS[type].flatMap((fact) => (fact.type === "yes-no" ? [[fact.id, false]] : [])));
