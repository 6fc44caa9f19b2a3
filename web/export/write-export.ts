import type { FeatureCollection } from "geojson";
import { toCsv } from "./csv.ts";
import type { Table } from "./table.ts";

export const FORMATS = ["xlsx", "csv", "geojson"] as const;
export type ExportFormat = (typeof FORMATS)[number];

/** Everything that an export can hold; each format takes its part. */
export interface ExportContent {
  /** The file's name without ending. */
  readonly stem: string;
  readonly sheets: readonly Table[];
  readonly list: Table;
  geoJson(): FeatureCollection & { readonly parameters: unknown };
}

export interface ExportFile {
  readonly name: string;
  readonly blob: Blob;
}

/** `writeWorkbook`: where the page must stay usable, one that works apart. */
export async function writeExport(
  content: ExportContent,
  format: ExportFormat,
  writeWorkbook: (tables: readonly Table[]) => Promise<Blob>,
): Promise<ExportFile> {
  return { name: `${content.stem}.${format}`, blob: await blobOf(content, format, writeWorkbook) };
}

async function blobOf(
  content: ExportContent,
  format: ExportFormat,
  writeWorkbook: (tables: readonly Table[]) => Promise<Blob>,
): Promise<Blob> {
  switch (format) {
    case "xlsx":
      return writeWorkbook(content.sheets);
    case "csv":
      return new Blob([toCsv(content.list)], { type: "text/csv;charset=utf-8" });
    case "geojson":
      return new Blob([JSON.stringify(content.geoJson())], { type: "application/geo+json" });
  }
}

/** Hands a file to the browser's downloads. */
export function saveFile({ name, blob }: ExportFile): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has taken the address by the next turn; keeping it would keep the file in memory.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
