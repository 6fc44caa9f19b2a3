import { createHash } from "node:crypto";
import { z } from "zod";
import type { RuleBook } from "#data/standards/rule.ts";
import type { RuleSource } from "#data/standards/rule-book.ts";
import type { Ask, Opinion, OpinionResult } from "./opinion.ts";

/** Raised when an older program would misread what is written. */
export const PROOF_VERSION = 1;
export const PROOF_FORMAT = "zone-risk-map-proof";

/** Files of a bundle that are always there. */
export const PROOF_FILES = {
  manifest: "manifest.json",
  opinion: "opinion.json",
  proposal: "proposal.json",
  parameters: "parameters.json",
  answer: "answer.json",
  rules: "rules.json",
  readme: "README.txt",
} as const;

export const snapshotFile = (layer: string): string => `snapshots/${layer}.arrow.gz`;

/** Who signed what and when; proposal, answer and rules have files of their own. */
export type OpinionHead = Omit<Opinion, "proposal" | "results" | "rules" | "claims">;

export interface ProofParameters {
  readonly zoneCenter: readonly [number, number];
  readonly asks: readonly Ask[];
}

export interface ProofRules extends RuleBook {
  readonly source: RuleSource;
}

/** A bundle, read and checked. */
export interface Proof {
  readonly opinion: OpinionHead;
  readonly parameters: ProofParameters;
  readonly answer: readonly OpinionResult[];
  readonly rules: ProofRules;
  /** Gzipped tables by layer. */
  readonly packed: Readonly<Record<string, Uint8Array>>;
}

export const ManifestSchema = z.object({
  format: z.literal(PROOF_FORMAT),
  version: z.int().min(1),
  program: z.string(),
  number: z.string(),
  madeAt: z.string(),
  files: z
    .array(z.object({ path: z.string().min(1), bytes: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) }))
    .min(1)
    .max(100),
});
export type Manifest = z.output<typeof ManifestSchema>;

export const sha256Of = (bytes: string | Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
