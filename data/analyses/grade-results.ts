import type { HazardGrade, HazardLevel } from "../standards/hazard-grade.ts";
import type { DevelopmentUse, HseAdvice, HseZone, LevelRule, SensitivityLevel } from "../standards/hse.ts";
import type { ProtectionClass, RiskStatus } from "../standards/protection-class.ts";

/**
 * What kind of people a place has. GB 18218 counts permanent residents (常住人口): `residents` live there, `institutions` have pupils,
 * patients, guests or visitors, `workers` are employed there, `added` is a person's own number.
 */
export type PeopleGroup = "residents" | "institutions" | "workers" | "added";

/** Why a place is counted or not. */
export type PlaceReason =
  /** Its group is counted. */
  | "group-counted"
  /** Its group is not counted as permanent residents, unless a person says so. */
  | "group-not-counted"
  /** A person put in a number. */
  | "corrected"
  /** The number of the place around it holds these people already: `within`. */
  | "inside-another"
  /** Belongs to the hazard's own enterprise. */
  | "own"
  /** Nobody stated a number: it may raise the level. */
  | "people-unknown";

/** A place within 500 m of the boundary, nearest first. */
export interface GradePlace {
  /** `null` for a number that a person added. */
  readonly layer: string | null;
  readonly id: string | null;
  readonly code: string;
  readonly name: string;
  /** Kind of a protection target, use of a house; `null` when the ledger does not say. */
  readonly kind: string | null;
  readonly group: PeopleGroup;
  /** As reckoned: the correction, else the ledger's number. */
  readonly people: number | null;
  readonly ledgerPeople: number | null;
  readonly note: string | null;
  /** Outline to outline; 0 inside the boundary. `null` for an added number. */
  readonly distanceM: number | null;
  /** Reaches beyond 500 m; its people are taken as a whole. */
  readonly partly: boolean;
  readonly counted: boolean;
  readonly why: PlaceReason;
  readonly within: { readonly layer: string; readonly id: string } | null;
  /** WGS84; `null` for an added number. */
  readonly position: readonly [number, number] | null;
}

export interface PeopleOfGroup {
  readonly group: PeopleGroup;
  readonly places: number;
  /** Sum over its places, those inside another left out. */
  readonly people: number;
  readonly unknownPeople: number;
  readonly counted: boolean;
}

/** What the level would be if other groups were counted too. */
export interface GradeReading {
  readonly count: readonly PeopleGroup[];
  readonly people: number;
  readonly level: HazardLevel | null;
  readonly levelRange: HazardGrade["levelRange"];
}

export interface HazardGradeSummary extends HazardGrade {
  readonly hazard: { readonly id: string | null; readonly code: string; readonly name: string };
  /** Counted people; at least so many when `unknownPeople` is above 0. */
  readonly people: number;
  /** Places of counted groups without a number. */
  readonly unknownPeople: number;
  readonly groups: readonly PeopleOfGroup[];
  readonly readings: readonly GradeReading[];
  readonly filedLevel: HazardLevel | null;
  /** `null`: nothing is filed, or the level cannot be told and the filed one is among those it can be. */
  readonly changed: boolean | null;
  /** `false`: measured from the hazard's point or line, for want of an outline. */
  readonly boundaryKnown: boolean;
  readonly withinM: number;
  readonly places: number;
  readonly listed: number;
}

/** `unacceptable` and `acceptable` under every class that the target can have; else `cannot-tell`. */
export type RiskVerdict = "unacceptable" | "cannot-tell" | "acceptable";

export type RiskReason =
  /** The limit lies between two contours, both of which could hold. */
  | "between-contours"
  /** The error of the target's position reaches over a contour. */
  | "position-error"
  /** Nobody stated an error: 1 m was taken. */
  | "error-not-stated"
  /** Facts that part the classes are not known. */
  | "class-open"
  /** The ledger's class is not among those that the facts give; both are tried. */
  | "class-disagrees"
  /** A low house, classed with the houses close to it as one group. */
  | "grouped";

/** A place inside a risk contour. */
export interface RiskFinding {
  readonly layer: string;
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string | null;
  /** The classes that it can have, most demanding first. */
  readonly classes: readonly ProtectionClass[];
  readonly filedClass: ProtectionClass | null;
  /** Houses of its group, itself included; 1 for one that stands alone. */
  readonly groupSize: number;
  /** The lowest and the highest limit of `classes`, deaths per year. */
  readonly limitPerYear: { readonly least: number; readonly most: number };
  /** The risk at its most exposed point: at least that of the highest contour that surely holds it (0: none), and below the next. */
  readonly riskPerYear: { readonly atLeast: number; readonly below: number | null };
  readonly verdict: RiskVerdict;
  readonly reasons: readonly RiskReason[];
  readonly people: number | null;
  readonly position: readonly [number, number];
}

export interface RiskContoursSummary {
  readonly status: RiskStatus;
  /** Per verdict: places, people of those whose number is known, and places without a number. */
  readonly counts: Readonly<Record<RiskVerdict, { places: number; people: number; unknownPeople: number }>>;
  /** Classes whose limit is below the lowest contour: outside of all contours nothing is said of them. */
  readonly openClasses: readonly ProtectionClass[];
  /** Places inside `site`: the plant itself is not an object of protection. */
  readonly own: number;
  readonly listed: number;
}

/** One sentence of the written reason of an advice; the words are the reader's language's. */
export type AdviceStep =
  | { readonly code: "sizes-added"; readonly values: { readonly uses: number } }
  | { readonly code: "level"; readonly values: { readonly rule: LevelRule; readonly level: SensitivityLevel } }
  | { readonly code: "share"; readonly values: { readonly zone: HseZone; readonly share: number } }
  /** Less than a tenth inside: the next zone outward is asked. */
  | { readonly code: "straddles-little"; readonly values: { readonly zone: HseZone; readonly share: number } }
  /** Only parking and landscaping lie there. */
  | { readonly code: "ancillary-only"; readonly values: { readonly zone: HseZone } }
  | { readonly code: "zone"; readonly values: { readonly zone: HseZone } }
  | { readonly code: "outside" }
  | {
      readonly code: "matrix";
      readonly values: { readonly level: SensitivityLevel; readonly zone: HseZone; readonly advice: HseAdvice };
    };

/** The advice on one use beside one hazard, most onerous first. */
export interface LandUseFinding {
  readonly hazard: string;
  readonly use: DevelopmentUse["type"];
  readonly level: SensitivityLevel;
  readonly rule: LevelRule;
  /** The zone that the use counts as in; `null`: none. */
  readonly zone: HseZone | null;
  /** Share of the use's area inside each zone line, 0 to 1; `null` for a line that was not given. */
  readonly shares: Readonly<Record<HseZone, number | null>>;
  readonly advice: HseAdvice;
  readonly steps: readonly AdviceStep[];
}

export interface LandUseAdviceSummary {
  /** The most onerous of all findings. */
  readonly advice: HseAdvice;
  /** Places of the findings in the list that decide it. */
  readonly decidedBy: readonly number[];
  readonly areaM2: number;
  /** Parking and landscaping, which are not assessed beside other uses. */
  readonly notAssessed: readonly DevelopmentUse["type"][];
}
