import type { Geometry } from "geojson";

/** A row as it stands in a file, before anything is made of it. */
export interface DeliveredRow {
  /** Counted from 1: the line of the text file on which the row begins, or the feature's place in the collection. */
  readonly place: number;
  readonly fields: Readonly<Record<string, unknown>>;
  /** In the delivery's own coordinates; `null` when the position stands in columns, or nowhere. */
  readonly geometry: Geometry | null;
}

/** What a format's reader gives back. */
export interface Delivery {
  readonly format: "csv" | "geojson";
  /** Names of all columns, in the order of the file. */
  readonly columns: readonly string[];
  readonly rows: readonly DeliveredRow[];
  /** Lines that could not be taken apart into columns. */
  readonly broken: readonly { readonly place: number; readonly reason: string }[];
}

/** The file as a whole cannot be read. The message is one line for the person who gave it. */
export class UnreadableFile extends Error {}
