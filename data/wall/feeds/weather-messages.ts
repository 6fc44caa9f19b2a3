import { z } from "zod";
import type { AlarmGrade } from "../screen-state.ts";
import { envelope, InstantSchema, line, MessageIdSchema } from "./message.ts";

/** The kinds of the national warning signals that a zone meets; `other` carries its name in the headline. */
export const WEATHER_KINDS = [
  "rainstorm",
  "snowstorm",
  "cold-wave",
  "gale",
  "sandstorm",
  "high-temperature",
  "drought",
  "thunderstorm",
  "hail",
  "frost",
  "fog",
  "haze",
  "icy-road",
  "other",
] as const;
export type WeatherKind = (typeof WEATHER_KINDS)[number];

export const WEATHER_LEVELS = ["blue", "yellow", "orange", "red"] as const;
export type WeatherLevel = (typeof WEATHER_LEVELS)[number];

/** 中国气象局令第16号《气象灾害预警信号发布与传播办法》: blue general, yellow heavier, orange severe, red extremely severe. */
export const gradeOfLevel = (level: WeatherLevel): AlarmGrade => (4 - WEATHER_LEVELS.indexOf(level)) as AlarmGrade;

export const WeatherWarningSchema = z
  .strictObject({
    type: z.literal("warning"),
    ...envelope,
    kind: z.enum(WEATHER_KINDS),
    level: z.enum(WEATHER_LEVELS),
    area: z.strictObject({
      name: line(120),
      /** Codes of the districts it holds for; empty: the whole zone. */
      districts: z.array(z.string().min(1).max(40)).max(200).default([]),
    }),
    headline: line(300),
    issuedAt: InstantSchema,
    validFrom: InstantSchema,
    validTo: InstantSchema,
    /** The message whose place it takes. */
    updates: MessageIdSchema.optional(),
  })
  .refine(({ validFrom, validTo }) => Date.parse(validTo) > Date.parse(validFrom), {
    path: ["validTo"],
    error: "is not after validFrom",
  })
  .refine(({ id, updates }) => updates !== id, { path: ["updates"], error: "is the message itself" });
export type WeatherWarning = z.output<typeof WeatherWarningSchema>;

/** Ends a warning before its time. One that comes before what it ends is kept, and ends it when it comes. */
export const WeatherCancelSchema = z.strictObject({
  type: z.literal("cancel"),
  ...envelope,
  cancels: MessageIdSchema,
});

export const WeatherMessageSchema = z.discriminatedUnion("type", [WeatherWarningSchema, WeatherCancelSchema]);
export type WeatherMessage = z.output<typeof WeatherMessageSchema>;
