import { findAnalysis } from "#data/analyses/index.ts";
import type { Opinion } from "../../../api-opinions.ts";
import { useTitle } from "../../../messages/words.ts";

/** Analyses beside the spacing check. */
export function SecondResults({ results }: { results: Opinion["results"] }) {
  const title = useTitle();
  return results.map(({ name }) => <p key={name}>{title(findAnalysis(name)?.title ?? { zh: name, en: name })}</p>);
}
