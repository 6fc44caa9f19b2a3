import type { Substance } from "../layers/define.ts";
import { type Snapshot, UNKNOWN_CODE } from "../snapshot/snapshot.ts";

/** Values of one row by attribute; `null` where the ledger has a gap or the layer no such attribute. */
export function codeIn({ columns }: Snapshot, row: number, attribute: string): string | null {
  const column = columns[attribute];
  if (column?.type !== "code") return null;
  const index = column.indices[row]!;
  return index === UNKNOWN_CODE ? null : column.values[index]!;
}

export function numberIn({ columns }: Snapshot, row: number, attribute: string): number | null {
  const column = columns[attribute];
  if (column?.type !== "number") return null;
  const value = column.numbers[row]!;
  return Number.isNaN(value) ? null : value;
}

export function booleanIn({ columns }: Snapshot, row: number, attribute: string): boolean | null {
  const column = columns[attribute];
  const state = column?.type === "boolean" ? column.states[row]! : 2;
  return state === 2 ? null : state === 1;
}

export function textIn({ columns }: Snapshot, row: number, attribute: string): string | null {
  const column = columns[attribute];
  return column?.type === "text" ? column.get(row) : null;
}

export function substancesIn({ columns }: Snapshot, row: number, attribute: string): readonly Substance[] | null {
  const column = columns[attribute];
  return column?.type === "list" ? column.get(row) : null;
}
