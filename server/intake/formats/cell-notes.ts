import type { Notice, NoticeCode } from "./delivery.ts";

/** So many addresses are named; the others are counted. */
const NAMED = 5;

/** What is remarkable about single cells of a sheet, as one notice for each kind. */
export class CellNotes {
  readonly #found = new Map<NoticeCode, { count: number; addresses: string[] }>();

  /** @param column - from 0. */
  add(code: NoticeCode, row: number, column: number): void {
    let found = this.#found.get(code);
    if (!found) {
      found = { count: 0, addresses: [] };
      this.#found.set(code, found);
    }
    found.count++;
    if (found.addresses.length < NAMED) found.addresses.push(`${columnLetters(column)}${row}`);
  }

  clear(): void {
    this.#found.clear();
  }

  get notices(): Notice[] {
    return [...this.#found].map(([code, { count, addresses }]) => ({
      code,
      detail: `${addresses.join(", ")}${count > addresses.length ? ` … (${count})` : ""}`,
    }));
  }
}

/** 0 is `A`, 26 is `AA`. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest >= 0 ? columnLetters(rest) : "") + String.fromCharCode(65 + (column % 26));
}
