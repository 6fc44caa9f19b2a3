import type { AppliedRule, Quantity } from "#data/standards/rule.ts";
import type { HazardKind } from "../../../state/use-fields.ts";

/** The classes of each kind, by how their ids begin. */
const CLASSES: Readonly<Partial<Record<HazardKind, readonly string[]>>> = {
  store: ["store-"],
  plant: ["plant-"],
  tanks: ["tank-", "petro-", "lpg-base"],
  "gas-holder": ["gas-holder"],
  stack: ["stack-"],
  "lpg-base": ["lpg-base"],
  "lpg-bottles": ["lpg-bottles"],
  "filling-station": ["fuel-"],
  "oil-depot": ["depot-"],
};

/** The quantity of the tables that a question of the form is about. */
const QUANTITY_OF: Readonly<Record<string, Quantity>> = {
  tonnes: "tonnes",
  volumeM3: "volumeM3",
  largestTankM3: "largestTankM3",
  capacityM3: "capacityM3",
  lpgM3: "volumeM3",
  lngM3: "volumeM3",
};

/** Where the tables' bands begin and end for a question of a kind of use, ascending; empty where no table asks it. */
export function bandEdges(kind: HazardKind, field: string, rules: readonly AppliedRule[]): readonly number[] {
  const quantity = QUANTITY_OF[field];
  const classes = CLASSES[kind] ?? [];
  const edges = rules.flatMap(({ hazard, band }) =>
    band && band.quantity === quantity && classes.some((start) => hazard.startsWith(start))
      ? [band.from, band.above, band.below, band.upTo]
      : [],
  );
  return [...new Set(edges.filter((edge) => edge !== undefined && edge > 0) as number[])].sort((a, b) => a - b);
}
