import { z } from "zod";
import { FIRE_RATINGS } from "../layers/codes.ts";

/** What is known of a hazardous site, from a form or from a ledger. `null`: not known, so several cases may apply. */
const Amount = (most: number) => z.number().positive().max(most).nullable();
const SubstancesSchema = z
  .array(
    z.strictObject({
      name: z.string().min(1).max(120),
      cas: z.string().max(20).optional(),
      tonnes: z.number().positive().max(10_000_000),
    }),
  )
  .max(60);

/** Material of a stack yard, as in GB 50016-2014(2018), table 4.5.1. */
export const STACK_MATERIALS = ["grain-mat", "grain-bin", "fibre", "straw", "timber", "coal"] as const;

/**
 * A hazardous use in the terms of the tables. What the form leaves open is `null`, and then every case that could apply is tried.
 *
 * `outline`: what the boundary is of. A distance from the plant's boundary is the least that the distance from the unit can be.
 */
export const HazardDescriptionSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("store"),
    fireClass: z.enum(["a", "b", "c", "d", "e"]).nullable(),
    /** Item group of class A (`34`, `1256`) or of class B (`6`, `12345`). */
    items: z.enum(["34", "1256", "6", "12345"]).nullable(),
    tonnes: Amount(10_000_000),
    fireRating: z.enum(["1", "2", "3", "4"]).nullable(),
  }),
  z.strictObject({
    kind: z.literal("plant"),
    fireClass: z.enum(["a", "b", "c", "d", "e"]).nullable(),
    fireRating: z.enum(["1", "2", "3", "4"]).nullable(),
    /** Designed after GB 50160: a petrochemical unit. */
    petrochemical: z.boolean().nullable(),
  }),
  z.strictObject({
    kind: z.literal("tanks"),
    content: z.enum(["liquid-ab", "liquid-c", "liquefied-hydrocarbon"]).nullable(),
    volumeM3: Amount(5_000_000),
    petrochemical: z.boolean().nullable(),
  }),
  z.strictObject({ kind: z.literal("gas-holder"), volumeM3: Amount(5_000_000) }),
  z.strictObject({ kind: z.literal("stack"), material: z.enum(STACK_MATERIALS), tonnes: Amount(10_000_000) }),
  z.strictObject({ kind: z.literal("lpg-base"), volumeM3: Amount(1_000_000), largestTankM3: Amount(1_000_000) }),
  z.strictObject({ kind: z.literal("lpg-bottles"), volumeM3: Amount(1_000) }),
  z.strictObject({
    kind: z.literal("filling-station"),
    petrolM3: z.number().nonnegative().max(1_000).nullable(),
    dieselM3: z.number().nonnegative().max(1_000).nullable(),
    /** Both unloading and refuelling vapour recovery. */
    vapourRecovery: z.boolean().nullable(),
    lpgM3: z.number().nonnegative().max(1_000),
    lpgBuried: z.boolean().nullable(),
    cng: z.boolean(),
    lngM3: z.number().nonnegative().max(1_000),
  }),
  z.strictObject({
    kind: z.literal("oil-depot"),
    capacityM3: Amount(10_000_000),
    group: z.enum(["1", "2", "3"]).nullable(),
  }),
  z.strictObject({ kind: z.literal("flare") }),
  z.strictObject({ kind: z.literal("hazmat-parking") }),
  z.strictObject({ kind: z.literal("explosives"), tntKg: z.number().positive().max(10_000_000) }),
  z.strictObject({
    kind: z.literal("pipeline"),
    medium: z.enum(["gas", "oil"]),
    diameterMm: z.number().positive().max(5_000),
    pressureMPa: z.number().positive().max(50),
  }),
  /** A site whose kind the tables do not name: only the laws on dangerous goods apply. */
  z.strictObject({ kind: z.literal("other") }),
]);
export type HazardDescription = z.output<typeof HazardDescriptionSchema>;

/** What stands there, in the terms of the registry's protection targets and of GB 50016. */
export const TARGET_KINDS = [
  "dwelling",
  "residential",
  "village",
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
  "office",
  "transport-hub",
  "religious",
  "park",
  "civil-building",
  "industrial-building",
  "factory",
  "substation",
  "fire-station",
] as const;

export const TargetDescriptionSchema = z.strictObject({
  kind: z.enum(TARGET_KINDS),
  people: z.number().int().nonnegative().max(1_000_000).nullable(),
  households: z.number().int().nonnegative().max(1_000_000).nullable(),
  beds: z.number().int().nonnegative().max(100_000).nullable(),
  floorAreaM2: z.number().nonnegative().max(10_000_000).nullable(),
  heightM: z.number().nonnegative().max(1_000).nullable(),
  storeys: z.number().int().nonnegative().max(200).nullable(),
  fireRating: z.enum(FIRE_RATINGS.map(({ code }) => code) as ["1", "2", "3", "4"]).nullable(),
});
export type TargetDescription = z.output<typeof TargetDescriptionSchema>;

const Position = z.array(z.number()).min(2).max(3);
/** Any outline; whether it can be measured is asked by the analysis, which names the field. */
export const OutlineSchema = z.union([
  z.object({ type: z.literal("Point"), coordinates: Position }),
  z.object({ type: z.literal("LineString"), coordinates: z.array(Position) }),
  z.object({ type: z.literal("Polygon"), coordinates: z.array(z.array(Position)) }),
  z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(z.array(Position))) }),
]);

/** A relief that a person claims for the proposal or for one neighbour, with what shows that its condition holds. */
export const ClaimSchema = z.strictObject({
  reductionId: z.string().min(1).max(80),
  /** The one neighbour it is claimed for; `null`: all. */
  neighbour: z.strictObject({ layer: z.string(), id: z.string() }).nullable(),
  evidence: z.string().trim().min(4).max(2_000),
  by: z.string().trim().min(1).max(120),
});
export type Claim = z.output<typeof ClaimSchema>;

/** What somebody wants to put up, and where. */
export const ProposalSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  geometry: OutlineSchema,
  /** Standard deviation of the boundary, metres; 0 for a boundary that is set out as drawn. */
  positionErrorM: z.number().nonnegative().max(1_000),
  use: z.discriminatedUnion("side", [
    z.strictObject({
      side: z.literal("hazard"),
      hazard: HazardDescriptionSchema,
      substances: SubstancesSchema,
      /** What the boundary is of: the unit itself, or the plant around it. */
      outline: z.enum(["unit", "plant-boundary"]),
    }),
    z.strictObject({ side: z.literal("target"), target: TargetDescriptionSchema }),
  ]),
  claims: z.array(ClaimSchema).max(50),
});
export type Proposal = z.output<typeof ProposalSchema>;
