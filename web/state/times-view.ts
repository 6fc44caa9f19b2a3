import { z } from "zod";
import { ADVERSE_KINDS } from "#data/traffic/times/adverse-kinds.ts";

/** What the part about times shows: when crashes happen, in which weather where, and when a patrol meets most of them. */
export const TIMES_TABS = ["rhythm", "weather", "patrol"] as const;
export const TIME_WEIGHTS = ["crashes", "casualty", "fatal", "deaths", "injuries"] as const;
/** Of all accidents, of those within what the map shows, or of the site that is looked at. */
export const TIMES_SCOPES = ["all", "map", "site"] as const;
/** Hours of the stretches with most casualty crashes, of what the rule finds, or of the site that is looked at. */
export const PATROL_PLACES = ["densest", "spots", "site"] as const;
export const PATROL_DAYS = ["class", "weekday"] as const;

/** As the analyses have them until somebody says otherwise. */
export const DEFAULT_STRETCH_M = 2_000;
export const DEFAULT_PATROL_HOURS = 3;

const Weekday = z.int().min(1).max(7);
const Hour = z.int().min(0).max(23);

export const WeekBlockSchema = z
  .object({ fromDay: Weekday, toDay: Weekday, fromHour: Hour, toHour: Hour })
  .refine(({ fromDay, toDay, fromHour, toHour }) => fromDay <= toDay && fromHour <= toHour);
/** Cells of the week, both ends included; Monday is 1. */
export type WeekBlock = z.output<typeof WeekBlockSchema>;

export const TimesSchema = z.object({
  tab: z.enum(TIMES_TABS).catch("rhythm"),
  /** What is counted. */
  weight: z.enum(TIME_WEIGHTS).catch("crashes"),
  scope: z.enum(TIMES_SCOPES).catch("all"),
  /** The part of the week whose accidents are listed. */
  block: WeekBlockSchema.nullable().catch(null),
  /** `null`: every kind. */
  weather: z.enum(ADVERSE_KINDS).nullable().catch(null),
  /** Of which kind the open segment is: a stretch may be one of several. */
  openWeather: z.enum(ADVERSE_KINDS).nullable().catch(null),
  patrolAt: z.enum(PATROL_PLACES).catch("densest"),
  /** Hours in a row. */
  patrolHours: z.int().min(1).max(12).catch(DEFAULT_PATROL_HOURS),
  patrolDays: z.enum(PATROL_DAYS).catch("class"),
  /** Length of the stretches of road that are compared. */
  stretchM: z.number().min(500).max(10_000).catch(DEFAULT_STRETCH_M),
});
export type Times = z.output<typeof TimesSchema>;
