import { z } from "zod";
import { AlarmRuleSchema } from "../alarms/alarm-rule.ts";
import { envelope, LonLatSchema, line } from "./message.ts";
import { SensorUnitSchema } from "./units.ts";

const SensorCode = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, "letters, digits and . _ -, at most 40")
  .describe("Letters, digits and . _ -, at most 40");

/** Tells of a sensor before it reports, and again when something about it is another. */
export const SensorAnnouncementSchema = z.strictObject({
  type: z.literal("sensor"),
  ...envelope,
  sensor: SensorCode,
  title: z.strictObject({ zh: line(60), en: line(60).optional() }),
  /** Where it stands, or the feature that it belongs to and stands with. */
  place: z.union([
    z.strictObject({ position: LonLatSchema }),
    z.strictObject({ layer: z.string().min(1).max(40), code: z.string().min(1).max(100) }),
  ]),
  unit: SensorUnitSchema,
  /** The longest silence that is normal, seconds. */
  intervalS: z.int().min(1).max(86_400),
  rule: AlarmRuleSchema,
});
export type SensorAnnouncement = z.output<typeof SensorAnnouncementSchema>;

/** `bad`: the sensor itself says that the value is none. It is kept, and neither raises nor clears anything. */
export const READING_QUALITIES = ["good", "doubtful", "bad"] as const;
export type ReadingQuality = (typeof READING_QUALITIES)[number];

export const ReadingSchema = z.strictObject({
  type: z.literal("reading"),
  ...envelope,
  sensor: SensorCode,
  value: z.number(),
  unit: SensorUnitSchema,
  quality: z.enum(READING_QUALITIES).default("good"),
});
export type Reading = z.output<typeof ReadingSchema>;

export const SensorMessageSchema = z.discriminatedUnion("type", [SensorAnnouncementSchema, ReadingSchema]);
export type SensorMessage = z.output<typeof SensorMessageSchema>;
