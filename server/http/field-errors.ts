import { z } from "zod";
import type { FieldError } from "../errors.ts";

/** More would not help anybody, and a polygon can have a hundred thousand wrong vertices. */
const MAX_ERRORS = 20;

type Issue = z.core.$ZodIssue;

/**
 * What a schema found wrong, in the words of the problem body.
 *
 * @param schema - when given, the accepted range is read from it; otherwise only the bound that was broken is named.
 */
export function toFieldErrors(error: z.core.$ZodError, schema?: z.ZodType): FieldError[] {
  const document = schema && toJsonSchema(schema);
  return error.issues.flatMap((issue) => fromIssue(issue, document)).slice(0, MAX_ERRORS);
}

/** The schema as callers see it: what may be sent, before defaults are filled in. */
export const toJsonSchema = (schema: z.ZodType): JsonSchema =>
  z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonSchema;

function fromIssue(issue: Issue, document: JsonSchema | undefined): FieldError[] {
  const { path } = issue;
  if (issue.code === "unrecognized_keys") {
    const known = document && schemasAt(document, path).flatMap(({ properties = {} }) => Object.keys(properties));
    return issue.keys.map((key) => ({
      field: fieldName([...path, key]),
      message: known ? "there is no such parameter" : issue.message,
      ...(known && { allowed: [...new Set(known)].join(", ") }),
    }));
  }
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    // Of several forms the caller most likely meant the one that was followed furthest.
    const depth = (issues: readonly Issue[]) => Math.max(...issues.map((each) => each.path.length));
    const nearest = issue.errors.reduce((a, b) => (depth(b) > depth(a) ? b : a));
    return nearest.flatMap((inner) => fromIssue({ ...inner, path: [...path, ...inner.path] }, document));
  }
  const ranges = document ? schemasAt(document, path).map(describeRange) : [];
  const allowed = ranges.find((range) => range !== null) ?? describeBound(issue);
  return [{ field: fieldName(path) || "body", message: messageOf(issue), ...(allowed && { allowed }) }];
}

/** A pattern is for programs; what it means is said in `allowed`. */
const messageOf = (issue: Issue): string =>
  issue.code === "invalid_format" && issue.message.includes("must match pattern")
    ? "is not of the form that is wanted"
    : issue.message;

/** `["geometry", "coordinates", 0]` as `geometry.coordinates[0]`. */
export const fieldName = (path: readonly PropertyKey[]): string =>
  path.map((step, i) => (typeof step === "number" ? `[${step}]` : `${i > 0 ? "." : ""}${String(step)}`)).join("");

function describeBound(issue: Issue): string | null {
  if (issue.code === "too_small") return `${issue.inclusive === false ? "above" : "at least"} ${issue.minimum}`;
  if (issue.code === "too_big") return `${issue.inclusive === false ? "below" : "at most"} ${issue.maximum}`;
  if (issue.code === "invalid_value") return issue.values.join(", ");
  if (issue.code === "invalid_union" && "options" in issue && Array.isArray(issue.options))
    return issue.options.join(", ");
  if (issue.code === "custom" && typeof issue.params?.allowed === "string") return issue.params.allowed;
  return null;
}

/** The part of JSON Schema 2020-12 that ranges are read from. */
export interface JsonSchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly exclusiveMaximum?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly description?: string;
  readonly items?: JsonSchema | boolean;
  readonly prefixItems?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly [keyword: string]: unknown;
}

/** Every schema that can stand at a path: one for each form that a value may have. */
function schemasAt(schema: JsonSchema | boolean | undefined, path: readonly PropertyKey[]): JsonSchema[] {
  if (typeof schema !== "object") return [];
  const forms = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].flatMap((form) => schemasAt(form, path));
  const [step, ...rest] = path;
  if (step === undefined) return [schema, ...forms];
  const next =
    typeof step === "number"
      ? (schema.prefixItems?.[step] ?? schema.items)
      : (schema.properties?.[String(step)] ?? schema.additionalProperties);
  return [...schemasAt(next, rest), ...forms];
}

function describeRange(schema: JsonSchema): string | null {
  if (schema.enum) return schema.enum.join(", ");
  if (schema.type === "string") return schema.pattern ? (schema.description ?? null) : null;
  if (schema.type === "array") return describeBounds({ minimum: schema.minItems, maximum: schema.maxItems }, " items");
  return schema.type === "number" || schema.type === "integer" ? describeBounds(schema) : null;
}

type Bounds = Pick<JsonSchema, "minimum" | "exclusiveMinimum" | "maximum" | "exclusiveMaximum">;

function describeBounds({ minimum, exclusiveMinimum, maximum, exclusiveMaximum }: Bounds, unit = ""): string | null {
  const isBound = (value: number | undefined) => value !== undefined && Math.abs(value) < Number.MAX_SAFE_INTEGER;
  const bounds = [
    isBound(exclusiveMinimum) ? `above ${exclusiveMinimum}` : isBound(minimum) ? `at least ${minimum}` : null,
    isBound(exclusiveMaximum) ? `below ${exclusiveMaximum}` : isBound(maximum) ? `at most ${maximum}` : null,
  ].filter((bound) => bound !== null);
  return bounds.length > 0 ? bounds.join(", ") + unit : null;
}
