import { OpenAPIHono, z } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import { AppError, ERRORS, type ErrorCode, type FieldError } from "../errors.ts";
import { toFieldErrors } from "../http/field-errors.ts";

/** A router whose routes refuse what their schemas refuse, as a problem that names every field. */
export const router = () =>
  new OpenAPIHono({
    defaultHook: (result) => {
      if (result.success) return;
      const { target, data } = result as { target: string; data?: Record<string, unknown> };
      throw refusal(target, data, toFieldErrors(result.error));
    },
  });

function refusal(target: string, data: Record<string, unknown> | undefined, errors: FieldError[]): AppError {
  const told = errors.map((error) =>
    target === "query" && Array.isArray(data?.[error.field])
      ? { ...error, message: "is given more than once", allowed: "once" }
      : error,
  );
  const names = told.map(({ field }) => field).join(", ");
  return target === "json"
    ? new AppError("bad-body", `the body is refused: ${names}`, told)
    : new AppError("bad-parameter", `refused: ${names}`, told);
}

/** Query parameters, of which an unknown one is refused by name. */
export const query = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== "unrecognized_keys") return undefined;
      const names = Object.keys(shape);
      return `there is no such parameter; there are ${names.join(", ")}`;
    },
  });

/** For routes without query parameters: they too refuse what they would otherwise ignore. */
export const noQuery: MiddlewareHandler = async (c, next) => {
  const names = Object.keys(c.req.queries());
  if (names.length > 0)
    throw new AppError(
      "bad-parameter",
      `refused: ${names.join(", ")}`,
      names.map((field) => ({ field, message: "this path has no parameters" })),
    );
  await next();
};

/** A JSON body, which has to be there. */
export const json = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true as const,
  content: { "application/json": { schema } },
});

/** A JSON answer. */
export const ok = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { "application/json": { schema } },
});

const ProblemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]),
    requestId: z.string(),
    errors: z.array(z.object({ field: z.string(), message: z.string(), allowed: z.string().optional() })).optional(),
  })
  .openapi("Problem");

type ProblemStatus = (typeof ERRORS)[ErrorCode]["status"];

const problemAnswer = (status: ProblemStatus) => ({
  description: [
    ...new Set(
      Object.values(ERRORS)
        .filter((error) => error.status === status)
        .map(({ title }) => title),
    ),
  ].join("; or: "),
  content: { "application/problem+json": { schema: ProblemSchema } },
});

/** The problems that a route answers beside those that any route may: 400, 500 and 503. */
export const problems = <const Status extends ProblemStatus>(...statuses: Status[]) =>
  Object.fromEntries(
    [...new Set<ProblemStatus>([400, ...statuses, 500, 503])].map((status) => [status, problemAnswer(status)]),
  ) as Record<Status | 400 | 500 | 503, ReturnType<typeof problemAnswer>>;
