import { z } from "@hono/zod-openapi";
import type { LayerDefinition } from "#data/layers/define.ts";
import { type Filter, FilterProblem, MAX_FILTER_LENGTH, parseFilter } from "#data/layers/filter.ts";
import { AppError } from "../errors.ts";

const MAX_PAGE = 10_000;

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i;
export const DATE = /^\d{4}-\d{2}-\d{2}$/;

type Bounds = readonly [number, number, number, number];

/** Refuses with one sentence and what would have been accepted. */
function refuse(context: z.core.$RefinementCtx<string>, message: string): typeof z.NEVER {
  context.addIssue({ code: "custom", message });
  return z.NEVER;
}

const BOX = "west,south,east,north in degrees";

export const bbox = z
  .string()
  .transform((text, context): Bounds => {
    const parts = text.split(",").map((part) => part.trim());
    if (parts.length !== 4 || !parts.every((part) => NUMBER.test(part)))
      return refuse(context, `must be four numbers: ${BOX}`);
    const [west, south, east, north] = parts.map(Number) as [number, number, number, number];
    if (Math.max(Math.abs(west), Math.abs(east)) > 180) return refuse(context, "longitudes go from -180 to 180");
    if (Math.max(Math.abs(south), Math.abs(north)) > 90) return refuse(context, "latitudes go from -90 to 90");
    if (south > north) return refuse(context, `south lies above north; the order is ${BOX}`);
    if (west > east) return refuse(context, "a box across the 180th meridian is not answered: ask for both halves");
    return [west, south, east, north];
  })
  .openapi({
    type: "string",
    description: `Features that meet this box, edges included: ${BOX}; not across the 180th meridian`,
    example: "122.2,43.6,122.3,43.7",
  });

/** Calendar days are those of the server's own time zone. */
const asOf = z
  .string()
  .transform((text, context): Date => {
    const instant = DATE.test(text) ? endOfDay(text) : parseInstant(text);
    return (
      instant ?? refuse(context, "must be a day (2026-03-31) or an instant with its zone (2026-03-31T12:00:00+08:00)")
    );
  })
  .openapi({
    type: "string",
    description: "The layer as it was known at the end of a day, or at an instant (with zone)",
    example: "2026-03-31",
  });

/** Its last millisecond on this machine's clock; null: there is no such day. */
export function endOfDay(text: string): Date | null {
  const [year, month, day] = text.split("-").map(Number) as [number, number, number];
  const next = new Date(year, month - 1, day + 1);
  // A day such as 31 February comes out as another one.
  const same = new Date(year, month - 1, day);
  return year > 0 && same.getMonth() === month - 1 && same.getDate() === day ? new Date(next.getTime() - 1) : null;
}

function parseInstant(text: string): Date | null {
  const parsed = z.iso.datetime({ offset: true }).safeParse(text);
  const instant = parsed.success ? new Date(text) : null;
  return instant && !Number.isNaN(instant.getTime()) ? instant : null;
}

const limit = z
  .string()
  .regex(/^\d{1,6}$/, `must be a whole number from 1 to ${MAX_PAGE}`)
  .transform(Number)
  .pipe(z.number().min(1, `must be from 1 to ${MAX_PAGE}`).max(MAX_PAGE, `must be from 1 to ${MAX_PAGE}`))
  .default(1000)
  .openapi({ type: "integer", minimum: 1, maximum: MAX_PAGE, default: 1000, description: "Features per page" });

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Callers treat it as opaque; it is the last id of the page before, packed so that nobody is tempted to make one up. */
export const toCursor = (id: string): string => btoa(id.replaceAll("-", "")).replaceAll("=", "");

const cursor = z
  .string()
  .transform((text, context): string => {
    const hex = /^[a-z\d]{43}$/i.test(text) ? atob(text) : "";
    const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
    return UUID.test(id) ? id : refuse(context, "is not a cursor that an earlier page gave");
  })
  .openapi({ type: "string", description: "`cursor` of the page before" });

const filter = z.string().max(MAX_FILTER_LENGTH, `has at most ${MAX_FILTER_LENGTH} characters`).openapi({
  description: "A condition on the attributes in CQL2 text",
  example: "grade IN ('C','D') AND people >= 10",
});

export const featureQuery = {
  bbox: bbox.optional(),
  filter: filter.optional(),
  asOf: asOf.optional(),
  limit,
  cursor: cursor.optional(),
};

export const asOfQuery = { asOf: asOf.optional() };

/** @throws AppError bad-parameter, with the place in the text and what could have stood there. */
export function filterOf(text: string, layer: LayerDefinition): Filter {
  try {
    return parseFilter(text, layer);
  } catch (error) {
    if (!(error instanceof FilterProblem)) throw error;
    const { position, reason, allowed } = error;
    throw new AppError("bad-parameter", "refused: filter", [
      {
        field: "filter",
        message: `at character ${position + 1}: ${reason}`,
        ...(allowed.length > 0 && { allowed: allowed.join(", ") }),
      },
    ]);
  }
}
