import type { RuleBook } from "#data/standards/rule.ts";
import type { RuleSource } from "#data/standards/rule-book.ts";
import { zipBytes } from "../document/zip-bytes.ts";
import { VERSION } from "../version.ts";
import type { Judged } from "./judge.ts";
import type { Opinion } from "./opinion.ts";
import {
  type Manifest,
  type OpinionHead,
  PROOF_FILES,
  PROOF_FORMAT,
  PROOF_VERSION,
  type ProofParameters,
  type ProofRules,
  sha256Of,
  snapshotFile,
} from "./proof-format.ts";
import { proofReadme } from "./proof-readme.ts";

export interface ProofContent {
  readonly opinion: Opinion;
  readonly parameters: ProofParameters;
  readonly source: RuleSource;
  readonly book: RuleBook;
  readonly nearby: Judged["nearby"];
}

/** Everything with which an opinion can be worked out again without the record that it was made on. */
export function packProof({
  opinion,
  parameters,
  source,
  book,
  nearby,
}: ProofContent): Promise<Uint8Array<ArrayBuffer>> {
  const { proposal, results, rules: _, claims: __, ...head } = opinion;
  const rules: ProofRules = { ...book, source };
  const files = new Map<string, string | Uint8Array>([
    [PROOF_FILES.opinion, toText(head satisfies OpinionHead)],
    [PROOF_FILES.proposal, toText(proposal)],
    [PROOF_FILES.parameters, toText(parameters)],
    [PROOF_FILES.answer, toText(results)],
    [PROOF_FILES.rules, toText(rules)],
    ...Object.entries(nearby).map(([layer, bytes]) => [snapshotFile(layer), bytes] as const),
    [PROOF_FILES.readme, proofReadme(opinion)],
  ]);
  const manifest: Manifest = {
    format: PROOF_FORMAT,
    version: PROOF_VERSION,
    program: VERSION,
    number: opinion.number,
    madeAt: opinion.at,
    files: [...files].map(([path, content]) => ({
      path,
      bytes: Buffer.byteLength(content as string),
      sha256: sha256Of(content),
    })),
  };
  return zipBytes(new Map([[PROOF_FILES.manifest, toText(manifest)], ...files]), new Date(opinion.at));
}

/** Indented: people open these files. */
const toText = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
