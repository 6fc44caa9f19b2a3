import type { TargetClass } from "../classes.ts";
import type { HazardDescription, TargetDescription } from "../proposal.ts";
import { certainly, oneOf, reason, type TargetFacet, type TargetProfile, targetProfile } from "./facets.ts";
import * as threshold from "./target-thresholds.ts";

type Kind = TargetDescription["kind"];

/** 消防法, art. 73: places where the public gathers, wards, schools, homes for the aged. */
const CROWDED: ReadonlySet<Kind> = new Set([
  "school",
  "kindergarten",
  "college",
  "hospital",
  "elderly-care",
  "hotel",
  "mall",
  "market",
  "culture",
  "sports-venue",
  "transport-hub",
  "religious",
]);
/** 居民区、公共福利设施、村庄 (GB 50160-2008(2018), table 4.1.9). */
const VILLAGE: ReadonlySet<Kind> = new Set([
  "residential",
  "village",
  "school",
  "kindergarten",
  "college",
  "hospital",
  "elderly-care",
  "culture",
  "sports-venue",
]);
const DWELLINGS: ReadonlySet<Kind> = new Set(["dwelling", "residential", "village"]);
/** Schools and kindergartens stay below 24 m (GB 50099-2011, 4.3.2; JGJ 39), villages are of houses. */
const LOW_BY_KIND: ReadonlySet<Kind> = new Set(["village", "school", "kindergarten"]);

/** Every respect in which the standards protect a target, with what its unknown facts leave open. */
export function targetProfileOf(target: TargetDescription): TargetProfile {
  switch (target.kind) {
    case "industrial-building":
      return targetProfile([worksFacet(target), ...certainly("any-building")]);
    case "factory":
      return targetProfile(certainly("factory"));
    case "substation":
      return targetProfile(certainly("transformer-yard"));
    case "fire-station":
      return targetProfile([...certainly("fire-station"), ...civilFacets({ ...target, kind: "civil-building" })]);
    default:
      return targetProfile(civilFacets(target));
  }
}

function civilFacets(target: TargetDescription): TargetFacet[] {
  const { kind } = target;
  const facets: TargetFacet[] = [];
  if (kind !== "park") facets.push(heightFacet(target), ...certainly("any-building"));
  const important = importance(target);
  if (important !== "no")
    facets.push(
      important === "yes"
        ? { classes: ["important-public"], reasons: [] }
        : oneOf(["important-public", null], important),
    );
  if (CROWDED.has(kind)) facets.push(...certainly("crowded-place"));
  if (kind === "civil-building") facets.push(oneOf(["crowded-place", null], reason("kind-unknown")));
  if (important !== "yes") facets.push(...protectedFacets(target));
  if (kind === "residential" || kind === "village") facets.push(...settlementFacets(target));
  if (VILLAGE.has(kind)) facets.push(...certainly("village"));
  if (kind === "dwelling") facets.push(oneOf(["village", null], reason("kind-unknown")));
  return facets;
}

/** Low by fire rating, or high-rise by height. */
function heightFacet(target: TargetDescription): TargetFacet {
  const [least, most] = heightRange(target);
  const isDwelling = DWELLINGS.has(target.kind);
  const highFrom = (isDwelling ? threshold.HIGH_DWELLING_M : threshold.HIGH_OTHER_M).value;
  const class1From = (isDwelling ? threshold.CLASS_1_DWELLING_M : threshold.CLASS_1_OTHER_M).value;
  const classes: TargetClass[] = [];
  const reasons = least <= highFrom && most > highFrom ? [reason("height-unknown")] : [];
  if (least <= highFrom) {
    classes.push(...lowClasses(target.fireRating));
    if (target.fireRating === null) reasons.push(reason("fire-rating-unknown"));
  }
  if (most > highFrom) {
    // A high-rise hospital or home for the aged is of class 1 at any height.
    const always1 = target.kind === "hospital" || target.kind === "elderly-care";
    if (always1 || most > class1From) classes.push("civil-high-1");
    if (!always1 && least <= class1From) classes.push("civil-high-2");
  }
  return { classes, reasons };
}

function lowClasses(rating: TargetDescription["fireRating"]): TargetClass[] {
  if (rating === null) return ["civil-low-12", "civil-low-3", "civil-low-4"];
  return [rating === "3" ? "civil-low-3" : rating === "4" ? "civil-low-4" : "civil-low-12"];
}

/** Least and most metres of height: as stated, or by storeys. */
function heightRange({ kind, heightM, storeys }: TargetDescription): readonly [number, number] {
  if (heightM !== null && heightM > 0) return [heightM, heightM];
  if (storeys !== null && storeys > 0) {
    const [low, high] = DWELLINGS.has(kind) ? threshold.STOREY_M.dwelling : threshold.STOREY_M.other;
    return [storeys * low, storeys === 1 ? 0 : storeys * high];
  }
  return LOW_BY_KIND.has(kind) ? [0, 0] : [0, Number.POSITIVE_INFINITY];
}

function worksFacet(target: TargetDescription): TargetFacet {
  const [least, most] = heightRange(target);
  const highFrom = threshold.HIGH_OTHER_M.value;
  // A hall of one storey is never high-rise, however high.
  const isHigh = least > highFrom && target.storeys !== 1;
  const mayBeHigh = !isHigh && most > highFrom && target.storeys !== 1;
  const low: TargetClass[] =
    target.fireRating === null
      ? ["works-low-12", "works-low-3", "works-low-4"]
      : [target.fireRating === "3" ? "works-low-3" : target.fireRating === "4" ? "works-low-4" : "works-low-12"];
  if (isHigh) return { classes: ["works-high"], reasons: [] };
  return {
    classes: mayBeHigh ? [...low, "works-high"] : low,
    reasons: [
      ...(target.fireRating === null ? [reason("fire-rating-unknown")] : []),
      ...(mayBeHigh ? [reason("height-unknown")] : []),
    ],
  };
}

function importance(target: TargetDescription): "yes" | "no" | ReturnType<typeof reason> {
  // Clinics and wards whatever their size; whether an office is a prefecture's, or a college's building important, nobody states.
  if (target.kind === "hospital") return "yes";
  if (target.kind === "college" || target.kind === "office" || target.kind === "civil-building")
    return reason("kind-unknown");
  const rule = threshold.IMPORTANT[target.kind];
  if (!rule) return "no";
  const amount = { people: target.people, beds: target.beds, area: target.floorAreaM2 }[rule.by];
  if (amount === null) return reason("people-unknown");
  return amount > rule.over.value ? "yes" : "no";
}

function protectedFacets(target: TargetDescription): TargetFacet[] {
  const { kind, people, floorAreaM2 } = target;
  if (["school", "kindergarten", "college", "elderly-care"].includes(kind)) return certainly("protected-1");
  const rule = threshold.PROTECTED[kind];
  if (!rule) return certainly("protected-3");
  const amount = rule.by === "people" ? people : floorAreaM2;
  // The ledger has the area of an estate together, the annex speaks of one building; few houses reach it.
  const isWhole = kind === "residential";
  if (amount !== null && amount > rule.over1.value && !isWhole) return certainly("protected-1");
  if (kind === "village") return certainly("protected-3");
  if (amount === null || (isWhole && amount > (rule.over2?.value ?? 0)))
    return [oneOf(["protected-1", "protected-2", "protected-3"], reason("people-unknown"))];
  if (rule.over2 !== null && amount > rule.over2.value) return certainly("protected-2");
  return rule.over2 === null ? [] : certainly("protected-3");
}

function settlementFacets({ people, households }: TargetDescription): TargetFacet[] {
  const isLarge =
    (people !== null && people >= threshold.SETTLEMENT_PEOPLE.value) ||
    (households !== null && households >= threshold.SETTLEMENT_HOUSEHOLDS.value);
  if (isLarge) return certainly("settlement");
  // One of the two numbers below its threshold settles it in practice: the other moves with it.
  if (people !== null || households !== null) return [];
  return [oneOf(["settlement", null], reason("people-unknown"))];
}

/** A building of which nobody says what it is for: a shed, a garage, works or something civil. */
export function unknownBuildingProfile(building: Omit<TargetDescription, "kind">): TargetProfile {
  const civil = heightFacet({ ...building, kind: "civil-building" });
  const works = worksFacet({ ...building, kind: "industrial-building" });
  return targetProfile([
    oneOf([...civil.classes, ...works.classes], ...civil.reasons, reason("kind-unknown")),
    ...certainly("any-building"),
  ]);
}

/** What a hazardous site is to the hazards around it. */
export function targetProfileOfHazard(hazard: HazardDescription): TargetProfile {
  return targetProfile(hazardFacets(hazard));
}

/** GB 50160 does not count petrochemical plants and oil depots as neighbouring factories. */
const FACTORY: TargetFacet = { classes: ["factory"], reasons: [] };
const OTHER_FACTORY: TargetFacet = { ...FACTORY, notUnder: ["GB 50160"] };

function hazardFacets(hazard: HazardDescription): TargetFacet[] {
  const unsure = reason("kind-unknown");
  switch (hazard.kind) {
    case "store":
      return [classFacet(hazard.fireClass, hazard.fireRating, "store-a"), FACTORY, ...certainly("any-building")];
    case "plant":
      return [
        classFacet(hazard.fireClass, hazard.fireRating, "plant-a"),
        hazard.petrochemical === true ? OTHER_FACTORY : hazard.petrochemical === false ? FACTORY : maybePetro,
        ...certainly("any-building"),
      ];
    case "tanks": {
      const factory =
        hazard.petrochemical === true ? OTHER_FACTORY : hazard.petrochemical === false ? FACTORY : maybePetro;
      if (hazard.content === "liquid-c") return [...certainly("tank-c"), factory];
      if (hazard.content === "liquid-ab") return [...certainly("tank-ab"), factory];
      return [oneOf(["tank-ab", "tank-c", null], unsure), factory];
    }
    case "gas-holder":
      return [...certainly("gas-holder"), FACTORY];
    case "stack":
      return certainly(hazard.material === "straw" ? "stack-straw" : "stack-yard");
    case "lpg-base":
    case "lpg-bottles":
      return [oneOf(["tank-ab", null], unsure), FACTORY];
    case "filling-station":
      return [oneOf(["tank-ab", null], unsure), ...certainly("any-building")];
    case "oil-depot":
      return [
        hazard.group === null
          ? oneOf(["tank-ab", "tank-c"], unsure)
          : { classes: [hazard.group === "2" ? "tank-c" : "tank-ab"], reasons: [] },
        OTHER_FACTORY,
      ];
    case "flare":
      return certainly("open-flame");
    case "pipeline":
      return certainly(hazard.medium === "gas" ? "gas-pipeline" : "oil-pipeline");
    case "hazmat-parking":
      return [];
    default:
      return [FACTORY];
  }
}

/** A chemical firm is a neighbouring factory; to GB 50160 only if it is not petrochemical itself, which its ledger does not say. */
export const chemicalFactoryFacets = (): TargetFacet[] => [OTHER_FACTORY, maybePetro];

const maybePetro: TargetFacet = {
  classes: ["factory", null],
  reasons: [reason("kind-unknown")],
};

function classFacet(
  fireClass: "a" | "b" | "c" | "d" | "e" | null,
  rating: TargetDescription["fireRating"],
  ofClassA: "store-a" | "plant-a",
): TargetFacet {
  if (fireClass === "a") return { classes: [ofClassA], reasons: [] };
  if (fireClass === "b") return { classes: ["works-b"], reasons: [] };
  const low = worksFacet({ ...UNKNOWN_TARGET, kind: "industrial-building", fireRating: rating, storeys: 1 });
  if (fireClass !== null) return low;
  return { classes: [ofClassA, "works-b", ...low.classes], reasons: [...low.reasons, reason("kind-unknown")] };
}

/** A target of which nothing but its kind is known. */
export const UNKNOWN_TARGET: Omit<TargetDescription, "kind"> = {
  people: null,
  households: null,
  beds: null,
  floorAreaM2: null,
  heightM: null,
  storeys: null,
  fireRating: null,
};
