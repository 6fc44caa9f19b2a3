import type { DatumCandidate, DraftPreview } from "../../../api.ts";

/** What Chinese offices deliver in, when the evidence names nothing else. */
const USUAL = ["wgs84", "cgcs2000", "gcj02", "bd09"];
const SHOWN = 5;

export interface DatumChoice {
  readonly datum: string;
  /** null: not weighed. */
  readonly candidate: DatumCandidate | null;
}

/**
 * The datums that a person chooses from, likeliest first: those that the numbers can be of, the stated one, and the usual ones.
 *
 * @returns the first few, and the others.
 */
export function datumChoices({ id, evidence }: DraftPreview["datum"]): { shown: DatumChoice[]; more: DatumChoice[] } {
  const choices: DatumChoice[] = evidence.candidates
    .filter(({ plausible, datum }) => plausible || datum === id)
    .map((candidate) => ({ datum: candidate.datum, candidate }));
  const known = new Set(choices.map(({ datum }) => datum));
  for (const datum of [id, ...USUAL]) if (!known.has(datum)) choices.push({ datum, candidate: null });
  const mustShow = new Set([id, evidence.suggested, ...USUAL]);
  const shown = choices.filter(({ datum, candidate }, index) => mustShow.has(datum) || (candidate && index < SHOWN));
  return { shown, more: choices.filter((choice) => !shown.includes(choice)) };
}

/** What may be marked at first: nothing while the evidence asks, so that an answer is a person's. */
export const firstChoice = ({ id, ask }: DraftPreview["datum"]): string | null => (ask ? null : id);
