import { z } from "zod";
import { envelope, LonLatSchema, line } from "./message.ts";

/** No wall clock is further ahead of UTC. */
const LATEST_CLOCK_MS = 14 * 3_600_000;

/** An accident that the record does not have yet. Its code there is made of the source and the message's id. */
export const AccidentMessageSchema = z
  .strictObject({
    type: z.literal("accident").default("accident"),
    ...envelope,
    /** Local wall time of the zone, as the ledger of accidents has it. */
    happenedAt: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, "must be local time, YYYY-MM-DDTHH:mm")
      .describe("Local time, YYYY-MM-DDTHH:mm"),
    position: LonLatSchema,
    severity: z.enum(["fatal", "injury", "damage"]),
    deaths: z.int().min(0).max(500),
    injuries: z.int().min(0).max(2_000),
    name: line(120).optional(),
    /** Codes of the layer `accidents`. */
    form: z.string().min(1).max(40).optional(),
    roadCode: line(40).optional(),
    roadName: line(80).optional(),
    /** Whether a vehicle with dangerous goods is involved; absent: nobody said. */
    dangerousGoods: z.boolean().optional(),
  })
  .refine(({ happenedAt, observedAt }) => !(Date.parse(`${happenedAt}Z`) > Date.parse(observedAt) + LATEST_CLOCK_MS), {
    path: ["happenedAt"],
    error: "is after observedAt, whatever the time zone",
  });
export type AccidentMessage = z.output<typeof AccidentMessageSchema>;
