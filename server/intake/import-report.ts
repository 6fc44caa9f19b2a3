import type { RowCounts } from "./draft.ts";
import type { Remark } from "./remark.ts";

/** What came of a file: shown to the person, written to `--report`, and kept with the import. */
export interface ImportReport {
  readonly file: string;
  readonly sha256: string;
  readonly format: string;
  readonly encoding: string | null;
  readonly table: string;
  readonly layer: string;
  readonly datum: string;
  readonly source: string;
  /** Target → columns, likeliest first. */
  readonly mapping: Readonly<Record<string, readonly string[]>>;
  readonly ignoredColumns: readonly string[];
  /** All rows of the file: passed over, merged into an earlier one, refused, suspicious, left out, or accepted. */
  readonly rows: number;
  readonly passedOver: number;
  readonly merged: number;
  readonly counts: RowCounts;
  /** Features fit to be written; the next three add up to it. */
  readonly accepted: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Rows that stay out, each with what keeps it out. */
  readonly refused: readonly Remark[];
  /** Rows that wait for a person's word and were not written. */
  readonly suspicious: readonly Remark[];
  /** Values that stay out of rows that come in. */
  readonly emptied: readonly Remark[];
  /** Shapes that were mended. */
  readonly mended: readonly Remark[];
  /** What else was noticed about rows that come in. */
  readonly noticed: readonly Remark[];
  /** `null` when nothing was written. */
  readonly importId: string | null;
  readonly revision: number | null;
}
