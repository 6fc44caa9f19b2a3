import type { Picture } from "../document/picture.ts";
import type { Language } from "./spot-words.ts";

/** A measure as the person words it. */
export interface ProposedMeasure {
  readonly title: string;
  readonly reason: string | null;
}

export interface LetterRequest {
  readonly language: Language;
  readonly addressee: string;
  readonly by: string;
  /** Who sends it. */
  readonly office: string | null;
  readonly documentNumber: string | null;
  /** `null`: the entry's. */
  readonly dueOn: string | null;
  /** Empty: what the diagnosis suggests. */
  readonly measures: readonly ProposedMeasure[];
  /** Parameters of `site-diagnosis` but the site; what is not said is the period of the entry. */
  readonly diagnosis: Readonly<Record<string, unknown>>;
  readonly map: Picture | null;
  readonly diagram: Picture | null;
}
