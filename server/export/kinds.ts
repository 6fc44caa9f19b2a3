/** What a caller may ask for, by the name used for it. `formats.ts` has a writer for each. */
export const EXPORT_KINDS = {
  xlsx: { extension: "xlsx", mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  csv: { extension: "csv", mediaType: "text/csv; charset=utf-8" },
  geojson: { extension: "geojson", mediaType: "application/geo+json" },
  gpkg: { extension: "gpkg", mediaType: "application/geopackage+sqlite3" },
  shp: { extension: "zip", mediaType: "application/zip" },
  kml: { extension: "kml", mediaType: "application/vnd.google-earth.kml+xml" },
} as const;

export type ExportFormatId = keyof typeof EXPORT_KINDS;

export const EXPORT_FORMAT_IDS = Object.keys(EXPORT_KINDS) as [ExportFormatId, ...ExportFormatId[]];
