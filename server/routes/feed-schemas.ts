import { z } from "@hono/zod-openapi";

/** Id of a source, which stands in addresses and in the codes of what comes of it. */
export const sourceId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,38}$/, "lower-case letters, digits and hyphens, at most 39")
  .describe("Lower-case letters, digits and hyphens, at most 39")
  .openapi({ example: "tank-farm-gateway" });

/** A line of text as a person writes it. */
export const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, "holds a control character")
    .describe(`1 to ${longest} characters`);

export const pageLimit = (most: number, usual: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, `must be a whole number from 1 to ${most}`)
    .transform(Number)
    .pipe(z.number().min(1, `must be from 1 to ${most}`).max(most, `must be from 1 to ${most}`))
    .default(usual)
    .openapi({ type: "integer", minimum: 1, maximum: most, default: usual });

export const instantParameter = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/,
    "must be an instant with its offset",
  )
  .refine((text) => !Number.isNaN(Date.parse(text)), "is no instant")
  .transform((text) => new Date(text))
  .openapi({ type: "string", format: "date-time", example: "2026-05-01T08:30:00Z" });

export const FRESH = { "cache-control": "no-cache" };
