import { z } from "zod";
import { ExtentSchema, MOST_SCENES } from "./scene.ts";

const SceneId = z.string().min(1).max(40);
const Instant = z.iso.datetime({ offset: true }).describe("Instant, ISO 8601 with its offset");

/** Grades of alarms, the gravest 1: I 红, II 橙, III 黄, IV 蓝. */
export const AlarmGradeSchema = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export type AlarmGrade = z.output<typeof AlarmGradeSchema>;

/** One scene until somebody says otherwise, or several in turn. */
export const ProgramSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("scene"), scene: SceneId }),
  z.strictObject({
    kind: z.literal("tour"),
    scenes: z.array(SceneId).min(1).max(MOST_SCENES),
    /** When the first scene began. Every screen reckons from it, so one that joins late stands where the others do. */
    startedAt: Instant,
    /** While the tour rests: since when. */
    pausedAt: Instant.nullable(),
  }),
]);
export type Program = z.output<typeof ProgramSchema>;

/** A figure by its panel on a scene. */
export const PointSchema = z.strictObject({
  scene: SceneId,
  panel: z.string().min(1).max(40),
  figure: z.string().min(1).max(120),
});
export type Point = z.output<typeof PointSchema>;

/**
 * What a screen has been told to show. The whole of it: a screen needs nothing that was said before.
 */
export const ScreenStateSchema = z.strictObject({
  program: ProgramSchema,
  /** Shown instead of the scene's own: what the person at the console chose; `null`: as the scene has it. */
  extent: ExtentSchema.nullable(),
  /** Whole days, the end exclusive; `null`: as the scene has it. */
  period: z.strictObject({ from: z.iso.date().nullable(), to: z.iso.date().nullable() }).nullable(),
  /** Layers put on or taken off whatever the scene says. */
  layers: z.strictObject({ on: z.array(SceneId).max(30), off: z.array(SceneId).max(30) }),
  /** Shows that scene and its figures of that instant until thawed; alarms do not take over. */
  frozen: z.strictObject({ at: Instant, scene: SceneId }).nullable(),
  /** Alarms of this grade and graver take the screen over; `null`: none does. */
  interruptedBy: AlarmGradeSchema.nullable(),
  /** The figure whose list was opened from the console, and when; states of older versions have none. */
  pointed: PointSchema.extend({ at: Instant }).nullable().default(null),
});
export type ScreenState = z.output<typeof ScreenStateSchema>;
