import { createRoute, z } from "@hono/zod-openapi";
import { HAZARD_CLASSES, MEASURE_POINTS, TARGET_CLASSES } from "#data/standards/classes.ts";
import type { AppliedRule, Reduction } from "#data/standards/rule.ts";
import type { RuleSource } from "#data/standards/rule-book.ts";
import type { Services } from "../services.ts";
import { TitleSchema } from "./answers.ts";
import { asOfDay } from "./as-of-day.ts";
import { personName } from "./import-schemas.ts";
import { json, noQuery, ok, problems, query, router } from "./router.ts";

const AppliedRuleSchema = z.custom<AppliedRule>().openapi("AppliedRule", {
  type: "object",
  description:
    "One number of one standard as it is applied: clause, edition, classes, band, distance, from where to where it is measured, confidence and source; `confirmed` and `overrides` are the word of a local expert.",
});
const ReductionSchema = z.custom<Reduction>().openapi("Reduction", {
  type: "object",
  description:
    "A relief that a standard allows under a condition; it is claimed with evidence and never applied by itself.",
});
const ClassesSchema = z.array(z.object({ id: z.string(), title: TitleSchema }));
const RuleBookSchema = z
  .object({
    edition: z.string().openapi({ description: "Names library, local rows, decisions and day" }),
    day: z.string(),
    rules: z.array(AppliedRuleSchema),
    reductions: z.array(ReductionSchema),
    classes: z.object({ hazards: ClassesSchema, targets: ClassesSchema, measurePoints: ClassesSchema }),
  })
  .openapi("RuleBook");
const RuleSourceSchema = z.custom<RuleSource>().openapi("RuleSource", {
  type: "object",
  description: "Decisions, the site's own rows and the day: with the library, what a rule book is composed of.",
});
const RuleDecisionSchema = z
  .object({
    ruleId: z.string(),
    kind: z.enum(["confirm", "override", "withdraw"]),
    distanceM: z.number().nullable(),
    reason: z.string().nullable(),
    by: z.string(),
    at: z.string().openapi({ description: "Instant" }),
  })
  .openapi("RuleDecision");

const DISTANCE = "must be above 0 and at most 5000 metres";
const distanceM = z.number().gt(0, DISTANCE).max(5_000, DISTANCE);
const reason = z.string().trim().min(1).max(1_000);
const WordSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("confirm"), reason: reason.optional(), by: personName }),
  z.strictObject({ kind: z.literal("override"), distanceM, reason, by: personName }),
  z.strictObject({ kind: z.literal("withdraw"), reason: reason.optional(), by: personName }),
]);

const ruleId = z.string().max(80).openapi({ description: "Id of a rule", example: "gb50016-3.5.1-a34-important" });

const list = createRoute({
  method: "get",
  path: "/rules",
  tags: ["Planning"],
  summary: "Every spacing rule in force, with the word of the site's experts",
  request: { query: query({ asOf: asOfDay.optional() }) },
  responses: { 200: ok(RuleBookSchema, "The rule book"), ...problems() },
});

const source = createRoute({
  method: "get",
  path: "/rules/source",
  tags: ["Planning"],
  summary: "What a program needs beside the library to compose the same rule book",
  middleware: noQuery,
  responses: { 200: ok(RuleSourceSchema, "The source of today's rules"), ...problems() },
});

const history = createRoute({
  method: "get",
  path: "/rules/{ruleId}/decisions",
  tags: ["Planning"],
  summary: "What was said of a rule, first to last",
  middleware: noQuery,
  request: { params: z.object({ ruleId }) },
  responses: { 200: ok(z.object({ decisions: z.array(RuleDecisionSchema) }), "Every word"), ...problems(404) },
});

const decide = createRoute({
  method: "post",
  path: "/rules/{ruleId}/decisions",
  tags: ["Planning"],
  summary: "Confirm a rule, override its distance with a reason, or take an earlier word back",
  description: "Nothing is overwritten: the last word holds, and the standard's own number stays in sight.",
  middleware: noQuery,
  request: { params: z.object({ ruleId }), body: json(WordSchema) },
  responses: { 201: ok(RuleDecisionSchema, "Kept"), ...problems(404, 413, 415) },
});

export const ruleRoutes = (services: Pick<Services, "rules">) =>
  router()
    .openapi(list, async (c) => {
      const { rules, reductions, ...named } = await services.rules.findBook(c.req.valid("query").asOf?.at);
      const classes = {
        hazards: [...HAZARD_CLASSES],
        targets: [...TARGET_CLASSES],
        measurePoints: [...MEASURE_POINTS],
      };
      const book = { ...named, rules: [...rules], reductions: [...reductions], classes };
      return c.json(book, 200, { "cache-control": "no-cache" });
    })
    .openapi(source, async (c) => c.json(await services.rules.findSource(), 200, { "cache-control": "no-cache" }))
    .openapi(history, async (c) => {
      const decisions = await services.rules.findDecisions(c.req.valid("param").ruleId);
      return c.json({ decisions: [...decisions] }, 200, { "cache-control": "no-cache" });
    })
    .openapi(decide, async (c) => {
      const word = c.req.valid("json");
      const { kind, reason = null, by } = word;
      const distanceM = word.kind === "override" ? word.distanceM : null;
      return c.json(await services.rules.decide(c.req.valid("param").ruleId, { kind, distanceM, reason, by }), 201);
    });
