import { csv } from "./csv.ts";
import type { ExportFormat } from "./format.ts";
import { geojson } from "./geojson.ts";
import { geopackage } from "./geopackage.ts";
import type { ExportFormatId } from "./kinds.ts";
import { kml } from "./kml.ts";
import { shapefile } from "./shapefile.ts";
import { xlsx } from "./xlsx.ts";

/** The writer of each kind of file. */
export const EXPORT_FORMATS: Readonly<Record<ExportFormatId, ExportFormat>> = {
  xlsx,
  csv,
  geojson,
  gpkg: geopackage,
  shp: shapefile,
  kml,
};
