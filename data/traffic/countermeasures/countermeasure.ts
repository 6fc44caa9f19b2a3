import { z } from "zod";

const TitleSchema = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

/** A finding that calls for something: any of the values, or a cause that contains any of the words. */
export const FactorConditionSchema = z.union([
  z.strictObject({
    factor: z.enum([
      "form",
      "weather",
      "light",
      "surface",
      "place",
      "hours",
      "weekday",
      "month",
      "season",
      "parties",
      "dangerousGoods",
    ]),
    values: z.array(z.string().min(1)).min(1),
  }),
  z.strictObject({ factor: z.literal("cause"), contains: z.array(z.string().min(1)).min(1) }),
]);
export type FactorCondition = z.output<typeof FactorConditionSchema>;

/** Kinds of road as treatments tell them apart: a motorway has no crossings and no left turns. */
export const ROAD_KINDS = ["motorway", "highway", "street"] as const;

/** Where something makes sense; absent: everywhere. */
export const SITE_SCOPE = {
  sites: z
    .array(z.enum(["segment", "junction"]))
    .min(1)
    .optional(),
  roads: z.array(z.enum(ROAD_KINDS)).min(1).optional(),
} as const;

/** A typical treatment of a site. */
export const CountermeasureSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: TitleSchema,
  reason: TitleSchema,
  /** Any of these suggests it. */
  when: z.array(FactorConditionSchema).min(1),
  ...SITE_SCOPE,
  /** Published reductions in percent of the crashes `of`; `null` where none is known, and then none is shown. */
  reduction: z
    .strictObject({
      leastPercent: z.number().min(-100).max(100),
      mostPercent: z.number().min(-100).max(100),
      of: TitleSchema,
      source: TitleSchema,
      /** `verified`: read in the source. `memory`: entered from memory, to be verified. */
      confidence: z.enum(["verified", "memory", "uncertain"]),
    })
    .refine(({ leastPercent, mostPercent }) => leastPercent <= mostPercent, "least above most")
    .nullable(),
});
export type Countermeasure = z.output<typeof CountermeasureSchema>;

export { TitleSchema };
