import type { Geometry } from "geojson";

export type FormatId = "csv" | "xlsx" | "geojson" | "geojson-lines" | "shapefile" | "geopackage" | "kml";

/** A row as it stands in a file, before anything is made of it. */
export interface SourceRow {
  /** From 1: line of a text file on which the row begins, row of a sheet, or number of the feature. */
  readonly place: number;
  /** Column → text, number, boolean, null, or JSON where the format has it. Dates of workbooks are ISO texts. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** In the delivery's own coordinates; `null` when the position stands in columns, or nowhere. */
  readonly geometry: Geometry | null;
}

/** A row that could not be taken apart. */
export interface BrokenRow {
  readonly place: number;
  readonly reason: string;
}

/** Something about the file or the table as a whole that the person should know. */
export interface Notice {
  readonly code: NoticeCode;
  /** Name of the sheet, cell, file … that is meant. */
  readonly detail: string;
}

/** The interface has a sentence for each in both languages. */
export type NoticeCode =
  | "hidden-sheet"
  | "merged-header"
  | "two-header-rows"
  | "rows-above-header"
  | "formulas"
  | "formula-without-value"
  | "error-values"
  | "long-numbers"
  | "encoding-guessed"
  | "no-projection"
  | "unknown-projection"
  | "no-encoding"
  | "network-link"
  | "empty-table";

/** What the file says about its coordinates. */
export interface DeclaredCrs {
  /** As delivered: the name in the WKT, `EPSG:n`, `RFC 7946`. */
  readonly text: string;
  /** The datum of that name; `null`: there is none. */
  readonly id: string | null;
  readonly wkt?: string;
}

/** One table of a delivery: a sheet, a layer, a shapefile of an archive, a folder of KML. */
export interface SourceTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** `null`: only known at the end. */
  readonly rowCount: number | null;
  readonly crs: DeclaredCrs | null;
  readonly notices: readonly Notice[];
  /** May be called several times; each begins anew. */
  rows(): AsyncIterable<SourceRow | BrokenRow>;
}

export interface Encoding {
  /** As the WHATWG Encoding Standard calls it. */
  readonly id: string;
  /** `mark`: a byte order mark; `stated`: by the person; `valid`: only this one decodes; `guess`: by what the text looks like. */
  readonly sure: "mark" | "stated" | "valid" | "guess";
  readonly others: readonly string[];
}

export interface Delivery {
  readonly format: FormatId;
  readonly bytes: number;
  /** Of the file as delivered. */
  readonly sha256: string;
  readonly compression: "gzip" | null;
  /** `null` where the format fixes it. */
  readonly encoding: Encoding | null;
  readonly delimiter: "," | ";" | "\t" | null;
  /** At least one. */
  readonly tables: readonly SourceTable[];
  readonly notices: readonly Notice[];
  /** Removes what was unpacked beside the file. */
  close(): Promise<void>;
}

export interface ReadOptions {
  /** As the person called the file; never used as a path. */
  readonly name: string;
  /** Exists; what is unpacked goes here. */
  readonly workFolder: string;
  readonly encoding?: string;
  readonly delimiter?: "," | ";" | "\t";
  /** Sheets: row of the header, from 1, and how many rows it has; absent: found. */
  readonly headerRow?: number;
  readonly headerRows?: number;
}
