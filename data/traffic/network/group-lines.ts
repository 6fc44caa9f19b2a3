import type { Snapshot } from "../../snapshot/snapshot.ts";
import type { NetworkLines } from "./network-lines.ts";
import { foldRoad } from "./road-names.ts";

/** Lines of one road number, or of one name where there is no number. */
export interface LineGroup {
  /** Folded number or name; of a section without either, `#` and its code. */
  readonly key: string;
  readonly isNameless: boolean;
  readonly lines: readonly number[];
}

/** The lines by what the ledger calls their road, in the order of their first rows. A nameless line is a group by itself. */
export function groupLines(roads: Snapshot, { count, row, part }: NetworkLines): LineGroup[] {
  const groups = new Map<string, { key: string; isNameless: boolean; lines: number[] }>();
  for (let line = 0; line < count; line++) {
    const called = foldRoad(roadCodeOf(roads, row[line]!) ?? "") || foldRoad(roads.names.get(row[line]!) ?? "");
    const suffix = part[line] === 0 ? "" : `.${part[line]! + 1}`;
    const key = called || `#${roads.codes.get(row[line]!) ?? row[line]}${suffix}`;
    const group = groups.get(key);
    if (group) group.lines.push(line);
    else groups.set(key, { key, isNameless: called === "", lines: [line] });
  }
  return [...groups.values()];
}

/** The road number of a section as the ledger writes it, `null` where it has none. */
export function roadCodeOf(roads: Snapshot, row: number): string | null {
  const column = roads.columns.roadCode;
  const text = column?.type === "text" ? column.get(row) : null;
  return text?.trim() || null;
}

/** Stake of each line's first vertex as the ledger gives it; NaN where it gives none. Stakes run on over the lines of a section. */
export function startStakes(roads: Snapshot, { count, row, lengthM }: NetworkLines): Float64Array {
  const column = roads.columns.startStakeM;
  const starts = new Float64Array(count);
  let before = 0;
  for (let line = 0; line < count; line++) {
    if (line === 0 || row[line] !== row[line - 1]) before = 0;
    starts[line] = column?.type === "number" ? column.numbers[row[line]!]! + before : Number.NaN;
    before += lengthM[line]!;
  }
  return starts;
}

/** Whether a section is one line: only then can its stakes be told to run the other way. */
export const isSingle = ({ count, row }: NetworkLines, line: number): boolean =>
  row[line - 1] !== row[line] && (line + 1 === count || row[line + 1] !== row[line]);
