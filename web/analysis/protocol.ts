import type { AnalysisResult } from "#data/analyses/define.ts";
import type { RuleSource } from "#data/standards/rule-book.ts";

/** What the page tells the analysis worker. */
export type Question =
  | { readonly kind: "zone"; readonly center: readonly [number, number] }
  /** `bytes` is the snapshot as the server delivers it; the worker takes it over. */
  | { readonly kind: "snapshot"; readonly layer: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: "rules"; readonly source: RuleSource }
  | { readonly kind: "run"; readonly ticket: number; readonly name: string; readonly parameters: unknown };

/** A request that parses and cannot be answered, or that does not parse. */
export interface Refusal {
  readonly field: string;
  readonly reason: string;
  readonly allowed: string | null;
}

/** What came of a run. `revisions` are those of the layers that were read. */
export type Outcome<Finding = unknown, Summary = unknown> =
  | (AnalysisResult<Finding, Summary> & {
      readonly revisions: Readonly<Record<string, number>>;
      /** `null` for an analysis that uses no rules. */
      readonly ruleEdition: string | null;
      readonly tookMs: number;
    })
  | { readonly refusal: Refusal };

export type Reply =
  | { readonly ticket: number; readonly outcome: Outcome }
  /** A bug in an analysis: the message goes to the console, not to the reader. */
  | { readonly ticket: number; readonly crash: string };
