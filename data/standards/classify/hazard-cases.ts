import type { Reason } from "../../analyses/spacing-results.ts";
import type { HazardClass } from "../classes.ts";
import type { HazardDescription } from "../proposal.ts";
import type { Quantity } from "../rule.ts";
import type { HazardFacts } from "./describe-hazard.ts";
import {
  type Amounts,
  type HazardCase,
  type HazardFacet,
  type HazardProfile,
  hazardProfile,
  reason,
  surely,
} from "./facets.ts";

/** Every part of a hazard with the cases that its unknown facts leave open. */
export function hazardProfileOf({ description, tradesGoods, reasons }: HazardFacts): HazardProfile {
  const facets = hazardPartsOf(description).map((facet) => ({ ...facet, reasons: [...facet.reasons, ...reasons] }));
  return hazardProfile([...facets, ...goodsFacets(description, tradesGoods)]);
}

/** A proposal's own words leave nothing to infer. */
export const factsOfProposal = (description: HazardDescription): HazardFacts => ({
  description,
  tradesGoods: tradesGoods(description),
  reasons: [],
});

function tradesGoods(description: HazardDescription): boolean | null {
  switch (description.kind) {
    case "store":
    case "plant":
      return description.fireClass === null ? null : description.fireClass === "a" || description.fireClass === "b";
    case "stack":
    case "filling-station":
    case "pipeline":
    case "flare":
    case "hazmat-parking":
      return false;
    default:
      return true;
  }
}

/** What the laws say of any place with dangerous goods, whatever its kind. */
function goodsFacets(description: HazardDescription, trades: boolean | null): HazardFacet[] {
  if (trades === false) return [];
  const maybe = (hazardClass: HazardClass): HazardFacet =>
    trades ? surely(hazardClass) : openOf([hazardClass, null], reason("kind-unknown"));
  return description.kind === "explosives" ? [maybe("hazmat-place")] : [maybe("hazmat-place"), maybe("hazchem-part")];
}

const openOf = (classes: readonly (HazardClass | null)[], ...reasons: readonly Reason[]): HazardFacet => ({
  cases: classes.map((each) => each && { hazardClass: each, amounts: {} }),
  reasons,
});

const known = (quantity: Quantity, amount: number | null): Amounts =>
  amount === null ? {} : { [quantity]: [amount, amount] };

const unknown = (...amounts: readonly (number | null)[]): Reason[] =>
  amounts.includes(null) ? [reason("quantity-unknown")] : [];

/** The parts of a hazard by its own kind, without what the laws say of any place with dangerous goods; empty: the tables have no such kind. */
export function hazardPartsOf(description: HazardDescription): HazardFacet[] {
  switch (description.kind) {
    case "store":
      return [storeFacet(description)];
    case "plant":
      return [plantFacet(description)];
    case "tanks":
      return [tankFacet(description)];
    case "gas-holder":
      return [withAmounts("gas-holder", known("volumeM3", description.volumeM3), unknown(description.volumeM3))];
    case "stack":
      return [
        withAmounts(`stack-${description.material}`, known("tonnes", description.tonnes), unknown(description.tonnes)),
      ];
    case "lpg-base":
      return [lpgFacet(description.volumeM3, description.largestTankM3)];
    case "lpg-bottles":
      return [withAmounts("lpg-bottles", known("volumeM3", description.volumeM3), unknown(description.volumeM3))];
    case "filling-station":
      return stationFacets(description);
    case "oil-depot": {
      const groups = description.group === null ? (["1", "2", "3"] as const) : [description.group];
      const amounts = known("capacityM3", description.capacityM3);
      return [
        {
          cases: groups.map((group) => ({ hazardClass: `depot-${group}` as const, amounts })),
          reasons: [...(groups.length > 1 ? [reason("kind-unknown")] : []), ...unknown(description.capacityM3)],
        },
      ];
    }
    case "flare":
      return [surely("petro-flare")];
    case "hazmat-parking":
      return [surely("hazmat-parking")];
    case "pipeline":
      return [surely("oil-gas-pipeline")];
    default:
      return [];
  }
}

const withAmounts = (hazardClass: HazardClass, amounts: Amounts, reasons: readonly Reason[]): HazardFacet => ({
  cases: [{ hazardClass, amounts }],
  reasons,
});

function storeFacet(store: Extract<HazardDescription, { kind: "store" }>): HazardFacet {
  const amounts = known("tonnes", store.tonnes);
  // The tables ask the same of class D and class E.
  const fireClasses = store.fireClass === null ? (["a", "b", "c", "d"] as const) : [store.fireClass];
  const cases = fireClasses.flatMap((fireClass): HazardCase[] => {
    if (fireClass === "a") {
      const items = store.items === "34" || store.items === "1256" ? [store.items] : (["34", "1256"] as const);
      return items.map((item) => ({ hazardClass: `store-a-${item}` as const, amounts }));
    }
    if (fireClass === "b") {
      if (store.items === "6") return [{ hazardClass: "store-b-6", amounts }];
      const sure = store.items === "12345" || store.items === null;
      const classes = store.items === null ? (["store-b", "store-b-6"] as const) : sure ? (["store-b"] as const) : [];
      return classes.map((hazardClass) => ({ hazardClass, amounts }));
    }
    return worksClasses(fireClass, store.fireRating).map((hazardClass) => ({ hazardClass, amounts }));
  });
  const reasons = [
    ...(store.fireClass === null || (store.items === null && (store.fireClass === "a" || store.fireClass === "b"))
      ? [reason("kind-unknown")]
      : []),
    ...(store.fireClass === "a" || store.fireClass === null ? unknown(store.tonnes) : []),
    ...ratingReason(fireClasses, store.fireRating),
  ];
  return { cases, reasons };
}

function plantFacet(plant: Extract<HazardDescription, { kind: "plant" }>): HazardFacet {
  const fireClasses = plant.fireClass === null ? (["a", "b", "c", "d", "e"] as const) : [plant.fireClass];
  const cases = new Map<HazardClass | null, HazardCase | null>();
  const add = (hazardClass: HazardClass | null) => cases.set(hazardClass, hazardClass && { hazardClass, amounts: {} });
  for (const fireClass of fireClasses) {
    const dangerous = fireClass === "a" || fireClass === "b";
    if (plant.petrochemical !== false) add(dangerous ? "petro-ab-unit" : null);
    if (plant.petrochemical === true) continue;
    if (dangerous) add(`plant-${fireClass}`);
    else for (const each of worksClasses(fireClass, plant.fireRating)) add(each);
  }
  const isOpen = plant.fireClass === null || plant.petrochemical === null;
  return {
    cases: [...cases.values()],
    reasons: [...(isOpen ? [reason("kind-unknown")] : []), ...ratingReason(fireClasses, plant.fireRating)],
  };
}

const ratingReason = (fireClasses: readonly string[], rating: string | null): Reason[] =>
  rating === null && fireClasses.some((each) => each !== "a" && each !== "b") ? [reason("fire-rating-unknown")] : [];

function worksClasses(fireClass: "c" | "d" | "e", rating: string | null): HazardClass[] {
  const kind = fireClass === "c" ? "plant-c" : "plant-de";
  if (rating === null) return [`${kind}-12`, `${kind}-34`];
  return [rating === "1" || rating === "2" ? `${kind}-12` : `${kind}-34`];
}

function tankFacet(tanks: Extract<HazardDescription, { kind: "tanks" }>): HazardFacet {
  const contents =
    tanks.content === null ? (["liquid-ab", "liquid-c", "liquefied-hydrocarbon"] as const) : [tanks.content];
  const amounts = known("volumeM3", tanks.volumeM3);
  const cases = contents.flatMap((content): HazardCase[] => {
    const petro = {
      "liquid-ab": "petro-ab-tanks",
      "liquid-c": "petro-c-tanks",
      "liquefied-hydrocarbon": "petro-lpg-tanks",
    } as const;
    const plain = { "liquid-ab": "tank-ab", "liquid-c": "tank-c" } as const;
    const found: HazardCase[] = [];
    if (tanks.petrochemical !== false) found.push({ hazardClass: petro[content], amounts });
    if (tanks.petrochemical === true) return found;
    if (content === "liquefied-hydrocarbon")
      found.push(...lpgFacet(tanks.volumeM3, null).cases.flatMap((each) => each ?? []));
    else found.push({ hazardClass: plain[content], amounts });
    return found;
  });
  const isOpen = tanks.content === null || tanks.petrochemical === null;
  // GB 50160 asks the same of any volume.
  const needsVolume = tanks.petrochemical !== true;
  return {
    cases,
    reasons: [...(isOpen ? [reason("kind-unknown")] : []), ...(needsVolume ? unknown(tanks.volumeM3) : [])],
  };
}

/** Total or single volume decides, whichever asks more; no single tank is larger than all together. */
function lpgFacet(volumeM3: number | null, largestTankM3: number | null): HazardFacet {
  const single = largestTankM3 ?? volumeM3;
  const amounts: Amounts = {
    ...known("volumeM3", volumeM3),
    ...(single === null ? {} : { largestTankM3: [largestTankM3 ?? 0, single] }),
  };
  return withAmounts("lpg-base", amounts, unknown(volumeM3, largestTankM3));
}

function stationFacets(station: Extract<HazardDescription, { kind: "filling-station" }>): HazardFacet[] {
  const { petrolM3, dieselM3, vapourRecovery, lpgM3, lpgBuried, cng, lngM3 } = station;
  // Diesel counts half (GB 50156-2021, 3.0.9).
  const total = petrolM3 === null || dieselM3 === null ? null : petrolM3 + dieselM3 / 2;
  const amounts = known("stationVolumeM3", total);
  const said = [reason("plant-boundary"), ...unknown(total)];
  const part = (
    classes: readonly HazardClass[],
    more: Amounts,
    isOpen: boolean,
    reasons: readonly Reason[],
  ): HazardFacet => ({
    cases: [...classes.map((hazardClass) => ({ hazardClass, amounts: more })), ...(isOpen ? [null] : [])],
    reasons,
  });
  const facets: HazardFacet[] = [];
  if (petrolM3 !== 0) {
    const open = petrolM3 === null;
    const recovery = vapourRecovery === null ? [...said, reason("kind-unknown")] : said;
    const classes = (modern: HazardClass, old: HazardClass) =>
      vapourRecovery === null ? [modern, old] : vapourRecovery ? [modern] : [old];
    facets.push(part(classes("fuel-petrol-tank", "fuel-petrol-tank-old"), amounts, open, recovery));
    facets.push(part(classes("fuel-petrol-pump", "fuel-petrol-pump-old"), {}, open, recovery));
  }
  if (dieselM3 !== 0) {
    const open = dieselM3 === null;
    facets.push(part(["fuel-diesel-tank"], amounts, open, said), part(["fuel-diesel-pump"], {}, open, said));
  }
  if (lpgM3 > 0) {
    const classes: HazardClass[] =
      lpgBuried === null
        ? ["fuel-lpg-tank", "fuel-lpg-tank-buried"]
        : [lpgBuried ? "fuel-lpg-tank-buried" : "fuel-lpg-tank"];
    const reasons =
      lpgBuried === null ? [reason("plant-boundary"), reason("kind-unknown")] : [reason("plant-boundary")];
    facets.push(part(classes, known("volumeM3", lpgM3), false, reasons));
  }
  if (cng)
    for (const each of ["fuel-cng-cylinders", "fuel-cng-vent", "fuel-cng-well"] as const)
      facets.push(part([each], {}, false, [reason("plant-boundary")]));
  if (lngM3 > 0)
    for (const each of ["fuel-lng-tank", "fuel-lng-vent", "fuel-lng-unloading"] as const)
      facets.push(
        part([each], each === "fuel-lng-tank" ? known("volumeM3", lngM3) : {}, false, [reason("plant-boundary")]),
      );
  return facets;
}
