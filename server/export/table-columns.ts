import type { Geometry } from "geojson";
import type { FeatureRecord } from "#data/layers/feature.ts";
import { type ColumnKind, labelOf } from "./columns.ts";
import type { ExportContext } from "./format.ts";
import { toWkt } from "./well-known-geometry.ts";
import { EXPORT_WORDS } from "./words.ts";

/** A column of a table that people read: labels instead of codes, the place in columns of its own. */
export interface TableColumn {
  readonly title: string;
  readonly kind: Exclude<ColumnKind, "boolean">;
  /** Holds whole outlines: may be longer than a cell can be. */
  readonly isOutline?: boolean;
  cellOf(feature: FeatureRecord, geometry: Geometry): string | number | null;
}

/** Code and name, the place where there are points, the ledger, and the outline where there are outlines. */
export function tableColumns({ layer, columns, language, crs, stream }: ExportContext): readonly TableColumn[] {
  const words = EXPORT_WORDS[language];
  const { geometryTypes } = stream;
  const isOutline = (type: string) => type !== "Point";
  const hasPoints = geometryTypes.has("Point") || layer.geometry === "Point" || layer.geometry === "Mixed";
  const hasOutlines = [...geometryTypes].some(isOutline) || layer.geometry !== "Point";
  const places = words.places[crs.epsg === null ? "gcj02" : crs.projected ? "projected" : "degrees"];
  const own = columns.map((column): TableColumn => {
    const { title, kind } = column;
    return {
      title,
      kind: kind === "boolean" ? "text" : kind,
      cellOf: (feature) => labelOf(column, column.valueOf(feature), language),
    };
  });
  return [
    ...own.slice(0, 2),
    ...(hasPoints
      ? places.map(
          (title, axis): TableColumn => ({
            title,
            kind: "number",
            // An outline has no single position: a made-up one would come back as the place.
            cellOf: (_, geometry) => (geometry.type === "Point" ? geometry.coordinates[axis]! : null),
          }),
        )
      : []),
    ...own.slice(2),
    ...(hasOutlines
      ? [
          {
            title: words.columns.wkt,
            kind: "text" as const,
            isOutline: true,
            cellOf: (_: FeatureRecord, geometry: Geometry) => (isOutline(geometry.type) ? toWkt(geometry) : null),
          },
        ]
      : []),
  ];
}
