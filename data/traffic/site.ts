import type { Geometry } from "geojson";
import { z } from "zod";
import { JUNCTION_REACH_M } from "./placing/placed.ts";

/** Metres of stake; the longest Chinese road has under 6,000 km. */
const Stake = z.number().min(-1_000).max(10_000_000).describe("Metres from the road's zero");
const Position = z
  .tuple([z.number().min(-180).max(180), z.number().min(-85).max(85)])
  .describe("[longitude, latitude] in WGS84 degrees");
const JunctionRadius = z.number().min(10).max(JUNCTION_REACH_M).describe("Metres, 10 to 300");
const SiteRadius = z.number().min(10).max(2_000).describe("Metres, 10 to 2000");

/** A place that is asked about: a stretch of a route, a junction, or a circle where there are no roads. */
export const SiteSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("segment"),
    route: z.string().min(1).max(120).describe("Id of the route, its number or its name"),
    fromM: Stake,
    toM: Stake,
  }),
  z.strictObject({ kind: z.literal("junction"), position: Position, radiusM: JunctionRadius }),
  z.strictObject({ kind: z.literal("circle"), position: Position, radiusM: SiteRadius }),
]);
/** Two findings are the same place when their sites are equal. A junction is the one nearest to `position`. */
export type Site = z.output<typeof SiteSchema>;

/** A site as it is shown. */
export interface SitePlace {
  readonly site: Site;
  /** Readable without the data: `G111 K812+050 – K812+470`, `南郊互通 / G111 × S985`. */
  readonly label: string;
  readonly route: {
    readonly id: string;
    readonly code: string | null;
    readonly name: string;
    readonly kind: "highway" | "street";
    readonly stakes: "given" | "measured";
  } | null;
  readonly fromM: number | null;
  readonly toM: number | null;
  /** Of axis within the site, metres: what rates per kilometre are divided by; `null` for circles. */
  readonly lengthM: number | null;
  /** The axis, or the circle, WGS84. */
  readonly geometry: Geometry;
  readonly middle: readonly [number, number];
}

/** Crashes of a site, each once. */
export interface CrashCounts {
  readonly crashes: number;
  readonly fatal: number;
  readonly injury: number;
  readonly damage: number;
  readonly unknownSeverity: number;
  /** Persons, over the crashes where it is known; `…Unknown` crashes are not in the sum. */
  readonly deaths: number;
  readonly injuries: number;
  readonly deathsUnknown: number;
  readonly injuriesUnknown: number;
}

/** What became of all accidents that pass the filter: `placed + doubtful + unplaced = all`. */
export interface CrashTally {
  readonly all: number;
  readonly placed: number;
  readonly doubtful: number;
  readonly unplaced: number;
  /** Without a time, so in no period. */
  readonly undated: number;
  /** After `today`. */
  readonly future: number;
  /** Dated, and before or after the period. */
  readonly outsidePeriod: number;
  readonly contradictory: number;
  /** What the answer stands on: placed (with `doubtful: "count"` doubtful too), dated, inside the period. */
  readonly used: number;
}
