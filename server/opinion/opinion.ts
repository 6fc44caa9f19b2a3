import type { SpacingFinding, SpacingSummary, Verdict } from "#data/analyses/spacing-results.ts";
import type { Title } from "#data/layers/define.ts";
import type { Claim, Proposal } from "#data/standards/proposal.ts";
import type { AppliedRule, Reduction } from "#data/standards/rule.ts";

/** One analysis that an opinion rests on; the first is always `spacing`. */
export interface Ask {
  readonly name: string;
  /** As the analysis' schema gave them back. */
  readonly parameters: unknown;
}

/** An analysis and what it answered: plain JSON. */
export interface OpinionResult {
  readonly name: string;
  readonly findings: readonly unknown[];
  readonly summary: unknown;
  readonly inputs: {
    readonly revisions: Readonly<Record<string, number>>;
    readonly ruleEdition: string | null;
    readonly parameters: unknown;
  };
}

/** The state of a layer that an opinion has read. */
export interface LayerState {
  readonly layer: string;
  readonly title: Title;
  readonly revision: number;
  /** Instant of that revision; `null`: the layer was never written. */
  readonly changedAt: string | null;
  /** Latest day of observation, `YYYY-MM-DD`. */
  readonly dataDate: string | null;
  readonly count: number;
}

export interface OpinionRules {
  readonly edition: string;
  /** `YYYY-MM-DD` on which they were in force. */
  readonly day: string;
  /** Every row that was applied or applies to the proposal's use, in full. */
  readonly applied: readonly AppliedRule[];
  /** Of these, the uncertain ones that nobody has confirmed: 待核实. */
  readonly open: readonly string[];
  /** Of these, the ones from memory that no local expert has confirmed. */
  readonly unconfirmed: readonly string[];
}

/** A signed statement on a proposal with everything that it rests on. It never changes. */
export interface Opinion {
  readonly id: string;
  /** `规划核查〔2026〕0001号` */
  readonly number: string;
  readonly by: string;
  /** Instant, ISO 8601. */
  readonly at: string;
  readonly remark: string | null;
  /** The day or instant whose map and rules were asked; `null`: those of the signing. */
  readonly asOf: string | null;
  readonly demo: boolean;
  readonly zone: { readonly name: Title | null; readonly center: readonly [number, number] | null };
  readonly program: string;
  readonly verdict: Verdict;
  readonly proposal: Proposal;
  readonly layers: readonly LayerState[];
  readonly rules: OpinionRules;
  /** What was claimed for it, with the relief in full. */
  readonly claims: readonly (Claim & { readonly reduction: Reduction })[];
  readonly results: readonly OpinionResult[];
}

/** A line of the register. */
export interface OpinionEntry extends Pick<Opinion, "id" | "number" | "by" | "at" | "asOf" | "verdict" | "demo"> {
  readonly proposalName: string;
  readonly ruleEdition: string;
}

/** The result that gives an opinion its verdict. */
export function spacingOf({ results }: Pick<Opinion, "results">): {
  readonly findings: readonly SpacingFinding[];
  readonly summary: SpacingSummary;
} {
  // Its own analysis wrote it: the types hold.
  return results[0] as unknown as { findings: SpacingFinding[]; summary: SpacingSummary };
}

/** `规划核查〔2026〕0001号`, as offices number what they issue. */
export const opinionNumber = (year: number, serial: number): string =>
  `规划核查〔${year}〕${String(serial).padStart(4, "0")}号`;
