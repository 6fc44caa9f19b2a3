import { z } from "@hono/zod-openapi";
import type { Geometry } from "geojson";

export const TitleSchema = z.object({ zh: z.string(), en: z.string() }).openapi("Title");

/** `[west, south, east, north]` or `[longitude, latitude]` as the type says. */
export const ExtentSchema = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .readonly()
  .openapi({ description: "[west, south, east, north] in WGS84 degrees" });

export const GeometrySchema = z.custom<Geometry>().openapi("Geometry", {
  type: "object",
  description: "A GeoJSON geometry (RFC 7946), WGS84 degrees",
  required: ["type"],
  properties: {
    type: {
      type: "string",
      enum: ["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection"],
    },
  },
});
