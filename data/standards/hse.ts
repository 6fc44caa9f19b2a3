import { z } from "zod";
import type { Confidence } from "./rule.ts";

/**
 * The land use planning method of the British Health and Safety Executive: a second opinion for the text of an advice, no law in China.
 * The method page was read, its tables are from memory.
 *
 * @see HSE's land use planning methodology, hse.gov.uk/landuseplanning/methodology.htm
 */
export const HSE_METHOD = {
  clause: "HSE land use planning methodology",
  confidence: "memory",
  source: "S52",
} as const satisfies { clause: string; confidence: Confidence; source: string };

/** Consultation zones around a hazard, most dangerous first. */
export const HSE_ZONES = ["inner", "middle", "outer"] as const;
export type HseZone = (typeof HSE_ZONES)[number];

/** 1 working people, 2 the public at home, 3 vulnerable people, 4 large examples of 3 and large outdoor examples of 2. */
export const SENSITIVITY_LEVELS = [1, 2, 3, 4] as const;
export type SensitivityLevel = (typeof SENSITIVITY_LEVELS)[number];

/** Advise against, do not advise against, and none where no zone is touched; most onerous first. */
export const HSE_ADVICES = ["AA", "DAA", "none"] as const;
export type HseAdvice = (typeof HSE_ADVICES)[number];

/** The decision matrix. */
export const HSE_MATRIX: Readonly<Record<SensitivityLevel, Readonly<Record<HseZone, "AA" | "DAA">>>> = {
  1: { inner: "DAA", middle: "DAA", outer: "DAA" },
  2: { inner: "AA", middle: "DAA", outer: "DAA" },
  3: { inner: "AA", middle: "AA", outer: "DAA" },
  4: { inner: "AA", middle: "AA", outer: "AA" },
};

/** Less of a development's area than this inside a zone line leaves it in the next zone outward. */
export const STRADDLING_SHARE = 0.1;

/** Where zone lines lie by the kind of harm, for those who draw them from a consequence model. */
export const HSE_ZONE_LINES = [
  { basis: "risk-of-dangerous-dose", unit: "1/a", inner: 10e-6, middle: 1e-6, outer: 0.3e-6 },
  { basis: "thermal-dose", unit: "(kW/m²)^(4/3) s", inner: 1800, middle: 1000, outer: 500 },
  { basis: "overpressure", unit: "mbar", inner: 600, middle: 140, outer: 70 },
] as const;

const Count = z.number().int().nonnegative().max(1_000_000);
const AreaM2 = z.number().nonnegative().max(100_000_000);

/** A use of a development with the sizes that its sensitivity hangs on. Site areas and densities are measured from its outline. */
export const DevelopmentUseSchema = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("workplace"),
    /** In the fullest building. */
    occupants: Count,
    /** Occupied storeys of the highest building. */
    storeys: z.number().int().min(1).max(200),
    /** For people with disabilities. */
    sheltered: z.boolean().default(false),
    /** At the hazard site itself. */
    atHazardSite: z.boolean().default(false),
  }),
  z.strictObject({ type: z.literal("housing"), dwellings: Count.min(1) }),
  z.strictObject({ type: z.literal("hotel"), beds: Count.min(1) }),
  z.strictObject({ type: z.literal("holiday-pitches"), pitches: Count.min(1) }),
  z.strictObject({ type: z.literal("transport"), route: z.enum(["major", "minor"]) }),
  z.strictObject({ type: z.literal("indoor-public"), floorAreaM2: AreaM2 }),
  z.strictObject({ type: z.literal("outdoor-public"), people: Count }),
  z.strictObject({ type: z.literal("institution"), stay: z.enum(["overnight", "day"]) }),
  z.strictObject({ type: z.literal("prison") }),
  /** Car parking; `public`: with a picnic area or for retail, leisure, park-and-ride. */
  z.strictObject({ type: z.literal("parking"), public: z.boolean().default(false) }),
  /** Gardens, landscaping, golf greens, access roads of the development. */
  z.strictObject({ type: z.literal("landscape") }),
]);
export type DevelopmentUse = z.output<typeof DevelopmentUseSchema>;

/** Uses that may lie in a more dangerous zone without the development counting as in it, and that are not assessed beside others. */
export const isAncillary = ({ type }: DevelopmentUse): boolean => type === "parking" || type === "landscape";

/** Limits of the development types. `over` and `from` say whether the number itself belongs to the higher level. */
export const HSE_LIMITS = {
  workplaceOccupantsFrom: 100,
  workplaceStoreysFrom: 3,
  fewDwellings: 2,
  dwellingsOver: 30,
  dwellingsPerHaOver: 40,
  fewBedsBelow: 10,
  bedsOver: 100,
  fewPitchesBelow: 3,
  pitchesOver: 33,
  indoorFromM2: 250,
  indoorOverM2: 5000,
  outdoorOver: 100,
  outdoorLargeOver: 1000,
  overnightOverM2: 2_500,
  dayOverM2: 14_000,
} as const;

/** Which rule gave a level. */
export type LevelRule =
  | "workplace"
  | "workplace-large"
  | "workplace-sheltered"
  | "workplace-at-hazard"
  | "housing-few"
  | "housing"
  | "housing-many"
  | "housing-dense"
  | "beds-few"
  | "beds"
  | "beds-many"
  | "transport-minor"
  | "transport-major"
  | "indoor-small"
  | "indoor"
  | "indoor-large"
  | "outdoor-small"
  | "outdoor"
  | "outdoor-large"
  | "institution"
  | "institution-large"
  | "prison"
  | "parking"
  | "parking-public"
  | "landscape";

export interface Sensitivity {
  readonly level: SensitivityLevel;
  readonly rule: LevelRule;
}

const of = (level: SensitivityLevel, rule: LevelRule): Sensitivity => ({ level, rule });

/**
 * The sensitivity of one use.
 *
 * @param siteM2 - area of the use's site, above 0: density of housing and size of institutions hang on it.
 * @throws RangeError for a site without area.
 */
export function sensitivityOf(use: DevelopmentUse, siteM2: number): Sensitivity {
  if (!(siteM2 > 0)) throw new RangeError(`a site of ${siteM2} m²`);
  const limits = HSE_LIMITS;
  switch (use.type) {
    case "workplace":
      return workplaceLevel(use);
    case "housing": {
      if (use.dwellings <= limits.fewDwellings) return of(1, "housing-few");
      if (use.dwellings > limits.dwellingsOver) return of(3, "housing-many");
      const perHa = (use.dwellings / siteM2) * 10_000;
      return perHa > limits.dwellingsPerHaOver * (1 + 1e-9) ? of(3, "housing-dense") : of(2, "housing");
    }
    case "hotel":
      if (use.beds < limits.fewBedsBelow) return of(1, "beds-few");
      return use.beds > limits.bedsOver ? of(3, "beds-many") : of(2, "beds");
    case "holiday-pitches":
      if (use.pitches < limits.fewPitchesBelow) return of(1, "beds-few");
      return use.pitches > limits.pitchesOver ? of(3, "beds-many") : of(2, "beds");
    case "transport":
      return use.route === "major" ? of(2, "transport-major") : of(1, "transport-minor");
    case "indoor-public":
      if (use.floorAreaM2 < limits.indoorFromM2) return of(1, "indoor-small");
      return use.floorAreaM2 > limits.indoorOverM2 ? of(3, "indoor-large") : of(2, "indoor");
    case "outdoor-public":
      if (use.people > limits.outdoorLargeOver) return of(4, "outdoor-large");
      return use.people > limits.outdoorOver ? of(3, "outdoor") : of(2, "outdoor-small");
    case "institution": {
      const overM2 = use.stay === "overnight" ? limits.overnightOverM2 : limits.dayOverM2;
      return siteM2 > overM2 ? of(4, "institution-large") : of(3, "institution");
    }
    case "prison":
      return of(3, "prison");
    case "parking":
      return use.public ? of(2, "parking-public") : of(1, "parking");
    case "landscape":
      return of(1, "landscape");
  }
}

function workplaceLevel(use: Extract<DevelopmentUse, { type: "workplace" }>): Sensitivity {
  if (use.sheltered) return of(3, "workplace-sheltered");
  const isLarge = use.occupants >= HSE_LIMITS.workplaceOccupantsFrom || use.storeys >= HSE_LIMITS.workplaceStoreysFrom;
  if (!isLarge) return of(1, "workplace");
  return use.atHazardSite ? of(1, "workplace-at-hazard") : of(2, "workplace-large");
}

/**
 * The sizes of uses of one type taken together, so that a large development is not split into small ones (detail of rule 3, uncertain).
 *
 * @returns one use of each type (of institutions, of each stay), in the order in which the types first come.
 */
export function addUses(uses: readonly DevelopmentUse[]): DevelopmentUse[] {
  const sums = new Map<string, DevelopmentUse>();
  for (const use of uses) {
    const key = use.type === "institution" ? `institution ${use.stay}` : use.type;
    const sum = sums.get(key);
    sums.set(key, sum ? addTwo(sum, use) : use);
  }
  return [...sums.values()];
}

function addTwo(a: DevelopmentUse, b: DevelopmentUse): DevelopmentUse {
  if (a.type === "housing" && b.type === "housing") return { ...a, dwellings: a.dwellings + b.dwellings };
  if (a.type === "hotel" && b.type === "hotel") return { ...a, beds: a.beds + b.beds };
  if (a.type === "holiday-pitches" && b.type === "holiday-pitches") return { ...a, pitches: a.pitches + b.pitches };
  if (a.type === "indoor-public" && b.type === "indoor-public")
    return { ...a, floorAreaM2: a.floorAreaM2 + b.floorAreaM2 };
  if (a.type === "outdoor-public" && b.type === "outdoor-public") return { ...a, people: a.people + b.people };
  if (a.type === "transport" && b.type === "transport") return a.route === "major" ? a : b;
  if (a.type === "parking" && b.type === "parking") return a.public ? a : b;
  if (a.type === "workplace" && b.type === "workplace")
    // Occupants are per building: the fullest and the highest count, and one sheltered workplace is enough.
    return {
      ...a,
      occupants: Math.max(a.occupants, b.occupants),
      storeys: Math.max(a.storeys, b.storeys),
      sheltered: a.sheltered || b.sheltered,
      atHazardSite: a.atHazardSite && b.atHazardSite,
    };
  return a;
}
