import { createRoute, z } from "@hono/zod-openapi";
import { type AnalysisDefinition, AnalysisRefusal } from "#data/analyses/define.ts";
import { ANALYSES } from "#data/analyses/index.ts";
import { AppError } from "../errors.ts";
import { type JsonSchema, toFieldErrors, toJsonSchema } from "../http/field-errors.ts";
import type { Services } from "../services.ts";
import { TitleSchema } from "./answers.ts";
import { asOfDay } from "./as-of-day.ts";
import { json, noQuery, ok, problems, query, router } from "./router.ts";

const AnalysisSchema = z
  .object({
    name: z.string(),
    title: TitleSchema,
    description: TitleSchema,
    parameters: z.record(z.string(), z.unknown()).openapi({ description: "JSON Schema 2020-12 of the request body" }),
  })
  .openapi("Analysis");

const AnswerSchema = z
  .object({
    findings: z.array(z.unknown()).readonly(),
    summary: z.unknown(),
    inputs: z
      .object({
        revisions: z.record(z.string(), z.number().int()).readonly(),
        ruleEdition: z.string().nullable(),
        parameters: z.unknown(),
        asOf: z
          .string()
          .optional()
          .openapi({ description: "The day whose map and rules were taken; absent: the newest" }),
      })
      .openapi({ description: "Enough to run it again elsewhere and get the same answer" }),
    tookMs: z.number(),
  })
  .openapi("AnalysisAnswer");

const list = createRoute({
  method: "get",
  path: "/analyses",
  tags: ["Analyses"],
  summary: "Every analysis, with the JSON Schema of its parameters",
  middleware: noQuery,
  responses: { 200: ok(z.array(AnalysisSchema), "The registry"), ...problems() },
});

const PROBLEMS = problems(403, 404, 413, 415, 422, 504);

const asOfQuery = query({ asOf: asOfDay.optional() });

/** Any analysis by name. The document lists each under its own path instead, with its own schema. */
const run = createRoute({
  method: "post",
  path: "/analyses/{name}",
  hide: true,
  request: {
    query: asOfQuery,
    params: z.object({ name: z.string() }),
    body: json(z.record(z.string(), z.unknown())),
  },
  responses: { 200: ok(AnswerSchema, "Findings and their summary"), ...PROBLEMS },
});

/** JSON Schema 2020-12 is the schema language of OpenAPI 3.1; the library's types still say 3.0. */
const asOpenApi = (schema: JsonSchema) => schema as object as { type: "object" };

const documented = ({ name, title, description, parameters }: AnalysisDefinition) =>
  createRoute({
    method: "post",
    path: `/analyses/${name}`,
    tags: ["Analyses"],
    summary: title.en,
    description: description.en,
    request: {
      query: asOfQuery,
      body: { required: true, content: { "application/json": { schema: asOpenApi(toJsonSchema(parameters)) } } },
    },
    responses: { 200: ok(AnswerSchema, "Findings and their summary"), ...PROBLEMS },
  });

export function analysisRoutes(services: Services) {
  const routes = router();
  for (const analysis of ANALYSES) routes.openAPIRegistry.registerPath(documented(analysis));
  return routes
    .openapi(list, (c) => {
      const answer = ANALYSES.map(({ name, title, description, parameters }) => ({
        name,
        title,
        description,
        parameters: toJsonSchema(parameters),
      }));
      c.header("cache-control", "no-cache");
      return c.json(answer, 200);
    })
    .openapi(run, async (c) => {
      const { asOf } = c.req.valid("query");
      const { parameters, name } = analysisOf(c.req.valid("param").name);
      const parsed = parameters.safeParse(c.req.valid("json"));
      if (!parsed.success) {
        const errors = toFieldErrors(parsed.error, parameters);
        throw new AppError("bad-body", `the body is refused: ${errors.map(({ field }) => field).join(", ")}`, errors);
      }
      try {
        return c.json(await services.analyses.run(name, parsed.data, c.req.raw.signal, asOf), 200);
      } catch (error) {
        throw error instanceof AnalysisRefusal ? toRefusal(error) : error;
      }
    });
}

function analysisOf(name: string): AnalysisDefinition {
  const analysis = ANALYSES.find((each) => each.name === name);
  if (analysis) return analysis;
  const allowed = ANALYSES.map((each) => each.name).join(", ");
  throw new AppError("not-found", "there is no such analysis", [
    { field: "name", message: "there is no such analysis", allowed },
  ]);
}

const toRefusal = ({ field, reason, allowed }: AnalysisRefusal): AppError =>
  new AppError("unprocessable", `${field}: ${reason}`, [{ field, message: reason, ...(allowed && { allowed }) }]);
