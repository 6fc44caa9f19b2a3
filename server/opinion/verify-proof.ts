import { isDeepStrictEqual } from "node:util";
import { gunzipSync } from "node:zlib";
import { decodeSnapshot } from "#data/snapshot/arrow.ts";
import type { SnapshotTable } from "#data/snapshot/table.ts";
import type { AppliedRule } from "#data/standards/rule.ts";
import { composeRuleBook } from "#data/standards/rule-book.ts";
import { type Difference, findDifferences } from "./differences.ts";
import type { Proof } from "./proof-format.ts";
import { DamagedProof } from "./read-proof.ts";
import { runAnalyses } from "./run-analyses.ts";

/** How a rule of the bundle differs from this program's; `here` undefined: this program has no such row. */
export interface RuleDifference {
  readonly ruleId: string;
  readonly field: string;
  readonly bundle: unknown;
  readonly here: unknown;
}

export interface Verification {
  /** The answer worked out again with the rules that are in the bundle. */
  readonly withBundle: readonly Difference[];
  /** … and with the library of this program and the words of the experts in the bundle. */
  readonly withLibrary: readonly Difference[];
  readonly editions: { readonly bundle: string; readonly here: string };
  /** Rows of one and not, or otherwise, of the other. */
  readonly rules: readonly RuleDifference[];
}

/** A snapshot of a hostile bundle could unpack to anything. */
const MOST_UNPACKED_BYTES = 500_000_000;

/** Works the opinion out again, twice. @throws DamagedProof when the bundle does not hold what its own answer needs. */
export function verifyProof({ parameters, answer, rules, packed }: Proof): Verification {
  const { source, ...bundled } = rules;
  const tables = new Map(Object.entries(packed).map(([layer, bytes]) => [layer, open(layer, bytes)]));
  const library = attempt("rules.json", () => composeRuleBook(source));
  const again = (book: typeof library) =>
    attempt("the analysis", () =>
      findDifferences(answer, runAnalyses(parameters.asks, { zoneCenter: parameters.zoneCenter, rules: book, tables })),
    );
  return {
    withBundle: again(bundled),
    withLibrary: again(library),
    editions: { bundle: bundled.edition, here: library.edition },
    rules: compareRules(bundled.rules, library.rules),
  };
}

function open(layer: string, bytes: Uint8Array): SnapshotTable {
  return attempt(`the snapshot of ${layer}`, () =>
    decodeSnapshot(gunzipSync(bytes, { maxOutputLength: MOST_UNPACKED_BYTES })),
  );
}

/** The checksums hold, so what does not work was never a bundle of ours, or is one of a newer program. */
function attempt<Value>(what: string, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    throw new DamagedProof(`${what} cannot be worked with: ${(error as Error).message}`);
  }
}

function compareRules(bundled: readonly AppliedRule[], here: readonly AppliedRule[]): RuleDifference[] {
  const [mine, theirs] = [here, bundled].map((rules) => new Map(rules.map((rule) => [rule.id, rule])));
  const ids = [...new Set([...theirs!.keys(), ...mine!.keys()])];
  return ids.flatMap((ruleId): RuleDifference[] => {
    const [a, b] = [theirs!.get(ruleId), mine!.get(ruleId)];
    if (!a || !b) return [{ ruleId, field: "", bundle: a && "present", here: b && "present" }];
    return [...new Set([...Object.keys(a), ...Object.keys(b)])]
      .map((field) => ({ ruleId, field, bundle: a[field as keyof AppliedRule], here: b[field as keyof AppliedRule] }))
      .filter((difference) => !isDeepStrictEqual(difference.bundle, difference.here));
  });
}
