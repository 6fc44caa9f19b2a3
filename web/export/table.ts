/** One value as a spreadsheet takes it; `null`: not known, an empty cell. Times are the record's texts. */
export type Cell = string | number | null;

export interface Column {
  readonly title: string;
  /** `date`: `YYYY-MM-DD`; `datetime`: `YYYY-MM-DDTHH:mm`, local. */
  readonly kind: "text" | "number" | "date" | "datetime";
}

/** A table on its way into a file, whatever the format. */
export interface Table {
  /** Of the sheet. */
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}
