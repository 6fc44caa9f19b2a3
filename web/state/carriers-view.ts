import { z } from "zod";
import { CarrierThresholdsSchema } from "#data/traffic/carriers/carrier-thresholds.ts";

/** Carriers by how they are rated; `unrated`: it cannot be said. */
export const CARRIER_GROUPS = ["high", "medium", "unrated", "low"] as const;
export type CarrierGroup = (typeof CARRIER_GROUPS)[number];

export const CarriersSchema = z.object({
  /** Thresholds that are set otherwise than proposed. */
  thresholds: CarrierThresholdsSchema.catch({}),
  /** Only one group is listed; `null`: all. */
  group: z.enum(CARRIER_GROUPS).nullable().catch(null),
  /** The carrier that is looked at: its credit code, else its id in the ledger. */
  carrier: z.string().min(1).max(200).nullable().catch(null),
});
/** What the part about carriers shows. */
export type Carriers = z.output<typeof CarriersSchema>;
