import { type Notice, UnreadableFile } from "./delivery.ts";
import { MOST_COLUMNS } from "./limits.ts";

/** A row of the sheet or file by its number, with its cells as texts; an empty cell is `""`. */
export interface HeaderRow {
  readonly place: number;
  readonly cells: readonly string[];
}

export interface Header {
  /** Number of its first row, and how many rows it has. */
  readonly place: number;
  readonly rowCount: number;
  /** By position; `null` where the column has no name. */
  readonly names: readonly (string | null)[];
  readonly notices: readonly Notice[];
}

/** So many rows are looked at. */
export const HEADER_SEARCH_ROWS = 30;

const filled = ({ cells }: HeaderRow): number => cells.filter((cell) => cell !== "").length;

/**
 * The header is the first row in which at least half of the columns have a name: titles, dates and notes above it fill fewer.
 *
 * @param rows - the first rows that are not empty.
 * @throws UnreadableFile
 */
export function findHeader(
  rows: readonly HeaderRow[],
  wanted: { readonly headerRow?: number; readonly headerRows?: number },
): Header {
  const { headerRow, headerRows = 1 } = wanted;
  const width = Math.max(...rows.map(filled));
  const first = rows.findIndex((row) => (headerRow === undefined ? filled(row) * 2 >= width : row.place === headerRow));
  if (first < 0) throw new UnreadableFile("header-not-there", `row ${headerRow} has no header: it is empty`);
  const { place } = rows[first]!;
  const parts = rows.slice(first).filter((row) => row.place < place + headerRows);
  const { names, notices } = nameColumns(parts.map(({ cells }) => cells));
  const above = rows.slice(0, first);
  return {
    place,
    rowCount: headerRows,
    names,
    notices: [
      ...(above.length > 0
        ? [
            {
              code: "rows-above-header",
              detail: above
                .map((row) => row.cells.filter(Boolean).join(" "))
                .join(" | ")
                .slice(0, 300),
            } as const,
          ]
        : []),
      ...(headerRows > 1 ? [{ code: "joined-header", detail: `${place}-${place + headerRows - 1}` } as const] : []),
      ...notices,
    ],
  };
}

/** Names of columns from one or more header rows; those of several are joined as `A/B`. */
export function nameColumns(rows: readonly (readonly string[])[]): Pick<Header, "names" | "notices"> {
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  const joined = Array.from({ length: width }, (_, column) => {
    const parts = rows.map((cells) => tidy(cells[column] ?? "")).filter((part) => part !== "");
    return parts.filter((part, index) => part !== parts[index - 1]).join("/");
  });
  assertColumnCount(joined.filter((name) => name !== "").length);
  if (joined.every((name) => name === "")) throw new UnreadableFile("no-columns", "no column has a name");
  const taken = new Set(joined);
  const seen = new Set<string>();
  const notices: Notice[] = [];
  const names = joined.map((name) => {
    if (name === "") return null;
    if (!seen.has(name)) {
      seen.add(name);
      return name;
    }
    let number = 2;
    while (taken.has(`${name} (${number})`)) number++;
    const numbered = `${name} (${number})`;
    taken.add(numbered);
    notices.push({ code: "doubled-column", detail: `${name} → ${numbered}` });
    return numbered;
  });
  return { names, notices };
}

export function assertColumnCount(count: number): void {
  if (count > MOST_COLUMNS)
    throw new UnreadableFile("too-many-columns", `there are ${count} columns: at most ${MOST_COLUMNS}`);
}

const tidy = (name: string): string => name.replaceAll(/\s+/g, " ").trim();

/** Column names in the order of their first value, for formats whose records each bring their own. */
export class ColumnSet {
  readonly #names = new Set<string>();

  add(fields: Readonly<Record<string, unknown>>): void {
    const before = this.#names.size;
    for (const name of Object.keys(fields)) this.#names.add(name);
    if (this.#names.size > before) assertColumnCount(this.#names.size);
  }

  get names(): string[] {
    return [...this.#names];
  }
}
