import type { Geometry } from "geojson";

export const FORMAT_IDS = ["csv", "xlsx", "geojson", "geojson-lines", "shapefile", "geopackage", "kml"] as const;
export type FormatId = (typeof FORMAT_IDS)[number];

/** A row as it stands in a file, before anything is made of it. */
export interface SourceRow {
  /** From 1: line of a text file on which the row begins, row of a sheet, or number of the feature. */
  readonly place: number;
  /**
   * Column → text, number, boolean, null, or JSON where the format has it. Dates of workbooks are ISO texts. A column that is
   * missing says nothing: the feature does not have it, or its cell could not be read.
   */
  readonly fields: Readonly<Record<string, unknown>>;
  /** In the delivery's own coordinates; `null` when the position stands in columns, or nowhere. */
  readonly geometry: Geometry | null;
}

/** A line that could not be taken apart. */
export interface BrokenRow {
  readonly place: number;
  readonly reason: string;
}

export const NOTICE_CODES = [
  /** The name's ending says another format than the content. */
  "wrong-extension",
  /** Some lines do not decode as the others do; detail: the first of them. */
  "mixed-encodings",
  /** Rows above the header that were passed over. */
  "rows-above-header",
  "no-rows",
  /** A column name that stands twice; the later one is numbered. */
  "doubled-column",
  /** Values in a column without a name, which are passed over. */
  "unnamed-column",
  "hidden-sheet",
  "empty-sheet",
  "merged-header",
  "joined-header",
  /** Cells of the table that are joined: the value stands in the first of them only. */
  "merged-cells",
  /** A formula's stored value is used. */
  "formula",
  /** The cell has no value for us. */
  "formula-without-value",
  /** `#REF!` and its like; the cell has no value for us. */
  "error-value",
  /** A whole number of 16 digits or more: spreadsheets round them. */
  "long-number",
  /** Dates counted from 1904. */
  "dates-from-1904",
  /** The DBF has records that are marked as deleted; they are passed over. */
  "deleted-records",
  "missing-shx",
  "missing-prj",
  /** What a file announces and does not hold. */
  "cut-off",
  /** A table of the delivery that cannot be read, with the reason. */
  "table-left-out",
  "no-geometry-column",
  /** The database was in WAL mode and came without its log: what stood there only is missing. */
  "write-ahead-log",
  /** A link to another file, which is not followed. */
  "network-link",
] as const;
export type NoticeCode = (typeof NOTICE_CODES)[number];

/** Something about the file or a table as a whole that the person should know. */
export interface Notice {
  readonly code: NoticeCode;
  /** Sheet, column, cells, counts. */
  readonly detail: string;
}

/** What the file says about its coordinates. */
export interface DeclaredCrs {
  /** As delivered: the name in the WKT, `EPSG:4526`, `RFC 7946`. */
  readonly text: string;
  /** A datum that `datum.ts` knows; `null`: not known. */
  readonly id: string | null;
  readonly wkt?: string;
}

/** One table of a delivery: a sheet, a layer, a shapefile of an archive. */
export interface SourceTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** Rows and broken rows together; `null`: only known at the end. */
  readonly rowCount: number | null;
  readonly crs: DeclaredCrs | null;
  /** Those about single cells and records are complete when `rows()` has run to its end. */
  readonly notices: readonly Notice[];
  /** May be called several times; each begins anew. */
  rows(): AsyncIterable<SourceRow | BrokenRow>;
}

export type Delimiter = "," | ";" | "\t";

/** `mark`: a byte order mark says so; `stated`: a person did; `valid`: only this one decodes; `guess`: by its letters. */
export type Sureness = "mark" | "stated" | "valid" | "guess";

export interface FoundEncoding {
  /** As the WHATWG Encoding Standard calls it. */
  readonly id: string;
  readonly sure: Sureness;
  /** What else it could be, likeliest first. */
  readonly others: readonly string[];
}

/** A file, opened. */
export interface Delivery {
  readonly format: FormatId;
  readonly bytes: number;
  /** Of the file as delivered, so that the same file is known again. */
  readonly sha256: string;
  readonly compression: "gzip" | null;
  /** `null` where the format fixes it. */
  readonly encoding: FoundEncoding | null;
  readonly delimiter: Delimiter | null;
  /** At least one; hidden ones last. */
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
  readonly delimiter?: Delimiter;
  /** Row of the header, from 1, and how many rows it has; absent: found. For sheets and CSV. */
  readonly headerRow?: number;
  readonly headerRows?: number;
}

export const UNREADABLE_CODES = [
  "not-found",
  "not-a-file",
  "no-access",
  "empty",
  "too-large",
  "unpacks-too-large",
  "too-many-entries",
  "too-many-columns",
  "line-too-long",
  "unsafe-name",
  "nested-archive",
  "broken-archive",
  "encrypted",
  "nothing-inside",
  "unknown-format",
  "old-workbook",
  "binary-workbook",
  "other-workbook",
  "web-page",
  "bare-shapefile",
  "incomplete-shapefile",
  "unknown-encoding",
  "wrong-encoding",
  "no-columns",
  "header-not-there",
  "broken-json",
  "no-features",
  "broken-xml",
  "document-type",
  "broken-workbook",
  "broken-database",
  "broken-shapefile",
] as const;
export type UnreadableCode = (typeof UNREADABLE_CODES)[number];

/** The file as a whole cannot be read. The message is one line for the person who gave it. */
export class UnreadableFile extends Error {
  override readonly name = "UnreadableFile";
  readonly code: UnreadableCode;
  constructor(code: UnreadableCode, message: string) {
    super(message);
    this.code = code;
  }
}
