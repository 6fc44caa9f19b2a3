import { z } from "zod";
import { MAX_FILTER_LENGTH } from "../layers/filter.ts";
import { findLayer, LAYER_IDS } from "../layers/index.ts";

/** Metres that a radius or distance may have: as far as the zone plane is meant to reach. */
export const FARTHEST_M = 50_000;

export const LayerIdSchema = z.enum(LAYER_IDS as [string, ...string[]]).describe("Id of a layer");

export const RadiusSchema = z.number().gt(0).max(FARTHEST_M).describe(`Metres, above 0, at most ${FARTHEST_M}`);

export const FilterSchema = z.string().max(MAX_FILTER_LENGTH).describe("CQL2 text over the layer's attributes");

export const limitSchema = (standard: number) =>
  z
    .number()
    .int()
    .min(0)
    .max(200_000)
    .default(standard)
    .describe("How many findings to list; counts are always complete");

/** Transverse Mercator and the geodesic are both meant for places away from the poles. */
const Position = z
  .tuple([z.number().min(-180).max(180), z.number().min(-85).max(85)])
  .rest(z.number())
  .describe("[longitude, latitude] in WGS84 degrees");

/** GeoJSON geometry, WGS84. What zod cannot see (rings that cross) `findGeometryProblem` finds. */
export const GeometrySchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("Point"), coordinates: Position }),
  z.strictObject({ type: z.literal("MultiPoint"), coordinates: z.array(Position) }),
  z.strictObject({ type: z.literal("LineString"), coordinates: z.array(Position) }),
  z.strictObject({ type: z.literal("MultiLineString"), coordinates: z.array(z.array(Position)) }),
  z.strictObject({ type: z.literal("Polygon"), coordinates: z.array(z.array(Position)) }),
  z.strictObject({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(z.array(Position))) }),
]);

export const AreaSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("Polygon"), coordinates: z.array(z.array(Position)) }),
  z.strictObject({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(z.array(Position))) }),
]);

/** A time as ledgers write it: local, without zone. */
export const LocalTimeSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/)
  .describe("YYYY-MM-DD or YYYY-MM-DDTHH:mm, local time");

/** Layers that a question about surroundings asks when none are named. */
export const SURROUNDINGS: readonly string[] = LAYER_IDS.filter(
  (id) => findLayer(id)?.role === "ledger" || id === "protection-targets",
);
