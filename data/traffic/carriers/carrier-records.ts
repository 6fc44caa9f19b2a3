import { booleanIn, codeIn, numberIn, textIn } from "../../analyses/row-values.ts";
import type { Snapshot } from "../../snapshot/snapshot.ts";

/** A unified credit code as it is compared; `null` for an empty text. */
export function foldCreditCode(text: string | null): string | null {
  const folded = text?.normalize("NFKC").replace(/\s/g, "").toUpperCase() ?? "";
  return folded === "" ? null : folded;
}

/** The credit codes of a list with any usual separator, each once. */
export function parseCarriers(text: string | null): string[] {
  const codes = (text ?? "").split(/[;；,，、/\s]+/).map(foldCreditCode);
  return [...new Set(codes.filter((code) => code !== null))];
}

/** Rows of an event layer by the credit code that they name, in the order of rows, and how many there are of each kind. */
export interface CarrierRecords {
  readonly byCode: ReadonlyMap<string, readonly number[]>;
  readonly withCarrier: number;
  readonly withoutCarrier: number;
  readonly outsidePeriod: number;
  readonly undated: number;
}

/** Sorts the rows of a layer with `happenedAt`. `carriersOf` names the carriers of a row. Bounds are milliseconds, `fromMs` inclusive. */
export function recordsOf(
  snapshot: Snapshot,
  fromMs: number,
  toMs: number,
  carriersOf: (row: number) => readonly string[],
): CarrierRecords {
  const times = snapshot.columns.happenedAt;
  const byCode = new Map<string, number[]>();
  let [withCarrier, withoutCarrier, outsidePeriod, undated] = [0, 0, 0, 0];
  for (let row = 0; row < snapshot.count; row++) {
    const time = times?.type === "time" ? times.milliseconds[row]! : Number.NaN;
    if (Number.isNaN(time)) undated++;
    else if (!(time >= fromMs && time < toMs)) outsidePeriod++;
    else {
      const codes = carriersOf(row);
      if (codes.length === 0) withoutCarrier++;
      else withCarrier++;
      for (const code of codes) {
        const rows = byCode.get(code);
        if (rows) rows.push(row);
        else byCode.set(code, [row]);
      }
    }
  }
  return { byCode, withCarrier, withoutCarrier, outsidePeriod, undated };
}

/** A firm as the ledger of enterprises has it; several of its sites are one carrier. */
export interface LedgerCarrier {
  readonly creditCode: string | null;
  /** The site that stands for it: the first with transport, else the first. */
  readonly row: number;
  readonly transport: string | null;
  /** Sum over the sites that state one; `null` when none does. */
  readonly vehicles: number | null;
}

/** All firms of the ledger by credit code; those without one apart, a firm each. */
export function ledgerCarriers(enterprises: Snapshot): {
  byCode: ReadonlyMap<string, LedgerCarrier>;
  withoutCode: readonly LedgerCarrier[];
} {
  const byCode = new Map<string, LedgerCarrier>();
  const withoutCode: LedgerCarrier[] = [];
  for (let row = 0; row < enterprises.count; row++) {
    const creditCode = foldCreditCode(textIn(enterprises, row, "creditCode"));
    const transport = codeIn(enterprises, row, "transport");
    const site = { creditCode, row, transport, vehicles: numberIn(enterprises, row, "vehicles") };
    if (creditCode === null) {
      withoutCode.push(site);
      continue;
    }
    const known = byCode.get(creditCode);
    byCode.set(creditCode, known ? joined(known, site) : site);
  }
  return { byCode, withoutCode };
}

function joined(a: LedgerCarrier, b: LedgerCarrier): LedgerCarrier {
  const vehicles = a.vehicles === null ? b.vehicles : a.vehicles + (b.vehicles ?? 0);
  return { ...(a.transport === null && b.transport !== null ? b : a), vehicles };
}

/** What the violations of one carrier add up to, and the rows of those not settled. */
export function countViolations(violations: Snapshot, rows: readonly number[]) {
  const kinds = new Map<string, number>();
  let [points, pointsUnknown, settledUnknown, kindUnknown] = [0, 0, 0, 0];
  const unsettledRows: number[] = [];
  for (const row of rows) {
    const kind = codeIn(violations, row, "kind");
    if (kind === null) kindUnknown++;
    else kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    const stated = numberIn(violations, row, "points");
    if (stated === null) pointsUnknown++;
    else points += stated;
    const settled = booleanIn(violations, row, "settled");
    if (settled === null) settledUnknown++;
    else if (!settled) unsettledRows.push(row);
  }
  const of = (kind: string) => kinds.get(kind) ?? 0;
  const byKind = [...kinds]
    .map(([kind, count]) => ({ kind, count }))
    .sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1));
  const counts = {
    all: rows.length,
    points,
    pointsUnknown,
    unsettled: unsettledRows.length,
    settledUnknown,
    fatigue: of("fatigue"),
    speeding: of("speeding"),
    overload: of("overload"),
    kindUnknown,
    byKind,
  };
  return { counts, unsettledRows };
}
