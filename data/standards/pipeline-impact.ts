import type { Confidence } from "./rule.ts";

/** Where the radius of potential impact comes from. */
export const IMPACT_RADIUS = {
  clause: "GB 32167-2015 公式(1)",
  confidence: "memory",
  source: "S22",
} as const satisfies { clause: string; confidence: Confidence; source: string };

/**
 * Radius of potential impact of a gas pipeline, r = 0.099 √(d² p).
 *
 * @param pipe - outer diameter in mm and highest allowable pressure in MPa, both above 0.
 * @returns metres.
 * @throws RangeError for a number that is not above 0.
 * @see GB 32167-2015, formula (1)
 */
export function impactRadiusM({ diameterMm, pressureMPa }: { diameterMm: number; pressureMPa: number }): number {
  if (!(diameterMm > 0) || !(pressureMPa > 0)) throw new RangeError(`no pipe: ${diameterMm} mm, ${pressureMPa} MPa`);
  return 0.099 * Math.sqrt(diameterMm ** 2 * pressureMPa);
}

/** Grades of high consequence areas, worst first. */
export const CONSEQUENCE_GRADES = ["III", "II", "I"] as const;
export type ConsequenceGrade = (typeof CONSEQUENCE_GRADES)[number];

/** What lies along a section of pipe; `null`: not known. */
export interface SectionFacts {
  readonly medium: "gas" | "oil";
  readonly diameterMm: number;
  readonly pressureMPa: number;
  /** 一级 to 四级地区. */
  readonly regionClass: 1 | 2 | 3 | 4 | null;
  /** Specific places (hospital, school, care home, market, gathering of 30 and more) inside the radius of potential impact. */
  readonly specificPlaceInImpact: boolean | null;
  readonly specificPlaceWithin200M: boolean | null;
  /** Filling station, oil depot or other flammable place. */
  readonly flammablePlaceWithin200M: boolean | null;
  readonly flammablePlaceWithin50M: boolean | null;
  /** Buildings of four or more storeys in concentration, in any 2 km. */
  readonly tallBuildingsWithin200M: boolean | null;
  /** The most households in any 2 km. */
  readonly householdsWithin200M: number | null;
  readonly villageHouseholdsWithin200M: number | null;
  /** Highway, national or provincial road, or railway. */
  readonly trunkRouteWithin50M: boolean | null;
  /** Wetland, forest or nature reserve. */
  readonly natureWithin200M: boolean | null;
  /** Water source, river or reservoir. */
  readonly waterWithin200M: boolean | null;
}

export interface ConsequenceCriterion {
  readonly id: string;
  readonly medium: SectionFacts["medium"];
  readonly grade: ConsequenceGrade;
  readonly confidence: Confidence;
  readonly source: string;
  readonly clause: string;
  /** `null`: a fact that it hangs on is not known. */
  readonly holds: (facts: SectionFacts) => boolean | null;
}

const isLarge = ({ diameterMm, pressureMPa }: SectionFacts) => diameterMm > 762 && pressureMPa > 6.9;
const isSmall = ({ diameterMm, pressureMPa }: SectionFacts) => diameterMm < 273 && pressureMPa < 1.6;
const inRegion = (wanted: number) => (facts: SectionFacts) =>
  facts.regionClass === null ? null : facts.regionClass === wanted;
const atLeast = (value: number | null, limit: number) => (value === null ? null : value >= limit);

/** Not known only where neither is known to fail. */
const both = (a: boolean | null, b: boolean | null) =>
  a === false || b === false ? false : a === null || b === null ? null : true;

const criterion = (
  medium: SectionFacts["medium"],
  id: string,
  grade: ConsequenceGrade,
  holds: ConsequenceCriterion["holds"],
  confidence: Confidence = "verified",
): ConsequenceCriterion => ({
  id,
  medium,
  grade,
  confidence,
  source: "S22",
  clause: medium === "gas" ? "GB 32167-2015 表2" : "GB 32167-2015 表1",
  holds,
});

/** What makes a section a high consequence area. @see GB 32167-2015, 6.1 */
export const CONSEQUENCE_CRITERIA: readonly ConsequenceCriterion[] = [
  criterion("gas", "region-4", "III", inRegion(4)),
  criterion("gas", "region-3", "II", inRegion(3)),
  criterion("gas", "large-specific-place", "II", (facts) => isLarge(facts) && facts.specificPlaceInImpact),
  criterion("gas", "small-specific-place", "I", (facts) => isSmall(facts) && facts.specificPlaceInImpact),
  criterion(
    "gas",
    "other-specific-place",
    "II",
    (facts) => !isLarge(facts) && !isSmall(facts) && facts.specificPlaceWithin200M,
  ),
  // One copy says III, memory says II: the higher stands here.
  criterion(
    "gas",
    "flammable-place",
    "III",
    (facts) => both(facts.flammablePlaceWithin200M, facts.regionClass === null ? null : facts.regionClass < 3),
    "uncertain",
  ),
  criterion("oil", "tall-buildings", "III", (facts) => facts.tallBuildingsWithin200M),
  criterion("oil", "households-100", "II", (facts) => atLeast(facts.householdsWithin200M, 100)),
  criterion("oil", "village-50", "II", (facts) => atLeast(facts.villageHouseholdsWithin200M, 50)),
  criterion("oil", "trunk-route", "I", (facts) => facts.trunkRouteWithin50M),
  criterion("oil", "oil-flammable-place", "I", (facts) => facts.flammablePlaceWithin50M),
  criterion("oil", "nature", "II", (facts) => facts.natureWithin200M),
  criterion("oil", "water", "III", (facts) => facts.waterWithin200M),
];

export interface ConsequenceArea {
  /** The worst grade of what holds; `null`: nothing known makes it a high consequence area. */
  readonly grade: ConsequenceGrade | null;
  /** What holds, worst first. */
  readonly criteria: readonly ConsequenceCriterion[];
  /** What would make it worse and is not known. */
  readonly open: readonly ConsequenceCriterion[];
}

/**
 * Grades a section of pipe.
 *
 * @see GB 32167-2015, 6.1
 */
export function gradeSection(facts: SectionFacts): ConsequenceArea {
  const rank = ({ grade }: ConsequenceCriterion) => CONSEQUENCE_GRADES.indexOf(grade);
  const own = CONSEQUENCE_CRITERIA.filter(({ medium }) => medium === facts.medium).sort((a, b) => rank(a) - rank(b));
  const criteria = own.filter((each) => each.holds(facts) === true);
  const worst = criteria[0];
  return {
    grade: worst?.grade ?? null,
    criteria,
    open: own.filter((each) => each.holds(facts) === null && (!worst || rank(each) < rank(worst))),
  };
}
