import type { AccidentPlacement, AccidentPlacementSummary } from "#data/analyses/accident-placement-results.ts";
import { codeIn, numberIn, textIn } from "#data/analyses/row-values.ts";
import { formatLocalMinute } from "#data/snapshot/local-time.ts";
import type { Selection, Snapshot } from "#data/snapshot/snapshot.ts";
import { formatStake } from "#data/snapshot/stake.ts";
import { type CrashSeverity, crashesOf, SEVERITIES } from "#data/traffic/crashes.ts";
import { PLACING_REASONS, type PlacingReason } from "#data/traffic/placing/placed.ts";
import { type AccidentList, RECORD_TROUBLES } from "../../../state/view.ts";

/** An accident of a list. */
export interface QueueRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly severity: CrashSeverity | null;
  readonly happenedAt: string | null;
  /** `[longitude, latitude]` as recorded. */
  readonly position: readonly [number, number];
  /** Why it is in doubt, with its candidates; `null` where it is not, or nobody asked. */
  readonly finding: AccidentPlacement | null;
}

export interface PlacementAnswer {
  readonly findings: readonly AccidentPlacement[];
  readonly summary: AccidentPlacementSummary;
}

const TROUBLES: readonly string[] = RECORD_TROUBLES;

export const isReason = (list: AccidentList): list is PlacingReason =>
  (PLACING_REASONS as readonly string[]).includes(list);

/** What nobody has settled yet. */
const isOpen = ({ reason }: AccidentPlacement): boolean => reason !== "off-road";

/**
 * The accidents of a list, in the order in which they are looked through.
 *
 * @param list - `null`: all that are still to be settled.
 * @param selection - which accidents pass the layer's filter.
 */
export function rowsOfList(
  list: AccidentList | null,
  { findings, summary }: PlacementAnswer,
  accidents: Snapshot,
  selection: Selection,
): QueueRow[] {
  if (list === null) return findings.filter(isOpen).map(rowOfFinding);
  if (isReason(list)) return findings.filter(({ reason }) => reason === list).map(rowOfFinding);
  const found = new Map(findings.map((finding) => [finding.id, finding]));
  const rows = list === "settled" ? settledRows(accidents, selection) : rowsOfTrouble(list, summary, accidents);
  return rows.map((row) => rowOf(accidents, row, found));
}

/** How many each list has, whether listed or not. */
export function listCounts(
  { tally, reasons, quality }: AccidentPlacementSummary,
  settled: number,
): Readonly<Record<AccidentList | "toSettle", number>> {
  const troubles = Object.fromEntries(
    RECORD_TROUBLES.map((trouble) => [trouble, quality[trouble]?.count ?? 0]),
  ) as Record<(typeof RECORD_TROUBLES)[number], number>;
  return { ...reasons, ...troubles, settled, toSettle: tally.doubtful + tally.unplaced - reasons["off-road"] };
}

const kept = new WeakMap<Snapshot, readonly number[]>();

/** Accidents that somebody confirmed on a road, or beside all roads. */
export function settledRows(accidents: Snapshot, selection: Selection): readonly number[] {
  let rows = kept.get(accidents);
  if (!rows) {
    const all = Array.from({ length: accidents.count }, (_, row) => row);
    rows = all.filter((row) => codeIn(accidents, row, "placing") !== null);
    kept.set(accidents, rows);
  }
  return selection ? rows.filter((row) => selection[row] === 1) : rows;
}

function rowsOfTrouble(list: AccidentList, { quality }: AccidentPlacementSummary, accidents: Snapshot): number[] {
  const trouble = TROUBLES.includes(list) ? quality[list as (typeof RECORD_TROUBLES)[number]] : null;
  const wanted = new Set(trouble?.codes);
  const rows: number[] = [];
  for (let row = 0; wanted.size > 0 && row < accidents.count; row++)
    if (wanted.has(accidents.codes.get(row) ?? "")) rows.push(row);
  return rows;
}

const rowOfFinding = (finding: AccidentPlacement): QueueRow => {
  const { id, code, name, severity, happenedAt, position } = finding;
  return { id, code, name, severity, happenedAt, position, finding };
};

/** Any accident of the ledger. */
export function rowOf(accidents: Snapshot, row: number, findings: ReadonlyMap<string, AccidentPlacement>): QueueRow {
  const id = accidents.ids.get(row)!;
  const { severity, timeMs } = crashesOf(accidents);
  return {
    id,
    code: accidents.codes.get(row) ?? "",
    name: accidents.names.get(row) ?? "",
    severity: SEVERITIES[severity[row]!] ?? null,
    happenedAt: Number.isNaN(timeMs[row]!) ? null : formatLocalMinute(timeMs[row]!),
    position: [accidents.lonLat[row * 2]!, accidents.lonLat[row * 2 + 1]!],
    finding: findings.get(id) ?? null,
  };
}

/** What a record says of its road and stake, as people write it; `null`: nothing. */
export function statedOf(
  accidents: Snapshot,
  row: number,
): { readonly road: string | null; readonly stake: string | null } {
  const kilometre = numberIn(accidents, row, "kilometre");
  return {
    road: roadText(textIn(accidents, row, "roadCode"), textIn(accidents, row, "roadName")),
    stake: kilometre === null ? null : formatStake(kilometre * 1000 + (numberIn(accidents, row, "metre") ?? 0)),
  };
}

/** `G9990 北原高速`; a name that is only the number again says nothing. */
export function roadText(code: string | null, name: string | null): string | null {
  if (code === null || name === null || name === code) return code ?? name;
  return `${code} ${name}`;
}

/** The accident to look at after one is done: the next of the list, at its end the one before; `null`: it was the last. */
export function nextAfter(rows: readonly QueueRow[], id: string): string | null {
  const at = rows.findIndex((row) => row.id === id);
  if (at < 0) return rows[0]?.id ?? null;
  return (rows[at + 1] ?? rows[at - 1])?.id ?? null;
}
