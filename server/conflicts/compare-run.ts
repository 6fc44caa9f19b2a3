import { createHash } from "node:crypto";
import type { SpacingFinding } from "#data/analyses/spacing-results.ts";
import {
  type ConflictFacts,
  type ConflictReason,
  type ConflictState,
  differencesOf,
  factsOf,
  reopens,
} from "./facts.ts";

/** What is known of a pair from earlier runs. */
export interface KnownConflict {
  readonly id: string;
  readonly hazardId: string;
  readonly targetId: string;
  readonly isGone: boolean;
  readonly digest: string;
  readonly facts: ConflictFacts;
  readonly state: ConflictState;
  /** Of the decision; null while it is open. */
  readonly decidedFacts: ConflictFacts | null;
}

export interface FoundPair {
  readonly finding: SpacingFinding;
  readonly facts: ConflictFacts;
  readonly digest: string;
}

/** A pair that is known and not the same as before. */
export interface ChangedPair extends FoundPair {
  readonly id: string;
  readonly came: boolean;
  /** Empty: nothing that anybody has to be told. */
  readonly reasons: readonly ConflictReason[];
  /** Why the decision no longer holds; empty: it does, or there is none. */
  readonly reopened: readonly ConflictReason[];
}

export interface RunDifferences {
  readonly fresh: readonly (FoundPair & { readonly hazardId: string; readonly targetId: string })[];
  readonly changed: readonly ChangedPair[];
  readonly gone: readonly string[];
}

/**
 * What a run changes of what is known. A decision holds for the facts that it was made of, also when the pair went and came back.
 *
 * @param complete - `findings` are all that there are: whatever is not among them is gone.
 */
export function compareRun(
  known: readonly KnownConflict[],
  findings: readonly SpacingFinding[],
  complete = true,
): RunDifferences {
  const rows = new Map(known.map((row) => [keyOf(row.hazardId, row.targetId), row]));
  const found = new Set<string>();
  const fresh: RunDifferences["fresh"][number][] = [];
  const changed: ChangedPair[] = [];
  for (const finding of findings) {
    const { hazard, target } = finding;
    if (hazard.id === null || target.id === null) continue;
    const key = keyOf(hazard.id, target.id);
    if (found.has(key)) continue;
    found.add(key);
    const pair = { finding, facts: factsOf(finding), digest: digestOf(finding) };
    const row = rows.get(key);
    if (!row) fresh.push({ ...pair, hazardId: hazard.id, targetId: target.id });
    else if (row.isGone || row.digest !== pair.digest) changed.push(compare(row, pair));
  }
  const isGone = (row: KnownConflict) => complete && !row.isGone && !found.has(keyOf(row.hazardId, row.targetId));
  const gone = known.filter(isGone).map(({ id }) => id);
  return { fresh, changed, gone };
}

function compare(row: KnownConflict, pair: FoundPair): ChangedPair {
  const reasons = differencesOf(row.facts, pair.facts);
  // Between two tellings facts may creep by less than counts: they are measured against the last one that was told.
  const facts = reasons.length > 0 || row.isGone ? pair.facts : row.facts;
  const since = row.decidedFacts ? differencesOf(row.decidedFacts, facts) : [];
  return { ...pair, facts, id: row.id, came: row.isGone, reasons, reopened: reopens(since) ? since : [] };
}

const keyOf = (hazardId: string, targetId: string): string => `${hazardId} ${targetId}`;

const digestOf = (finding: SpacingFinding): string =>
  createHash("sha256").update(JSON.stringify(finding)).digest("base64url");
