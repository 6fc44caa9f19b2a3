import type { HazardGradeSummary, LandUseAdviceSummary, RiskContoursSummary } from "#data/analyses/grade-results.ts";
import { findAnalysis } from "#data/analyses/index.ts";
import type { Opinion } from "../../../api-opinions.ts";
import { GRADING_WORDS } from "../../../messages/planning-grading.ts";
import { SECOND_WORDS } from "../../../messages/planning-second.ts";
import { useTitle, useWords } from "../../../messages/words.ts";
import { levelText } from "../grading/level-text.ts";

type Result = Opinion["results"][number];

/** What analyses beside the spacing check found; all of it is in the proof. */
export function SecondResults({ results }: { results: readonly Result[] }) {
  const title = useTitle();
  const grading = useWords(GRADING_WORDS);
  const second = useWords(SECOND_WORDS);
  const said = ({ name, summary }: Result): string => {
    // Each analysis wrote its own summary: its name says which.
    const found: unknown = summary;
    if (name === "hazard-grade") {
      const grade = found as HazardGradeSummary;
      return `${grade.hazard.name} ${levelText(grade, grading)} · S ${grade.S.toFixed(3)}`;
    }
    if (name === "risk-contours") {
      const { counts } = found as RiskContoursSummary;
      return second.risk.counts(counts.unacceptable.places, counts["cannot-tell"].places, counts.acceptable.places);
    }
    return second.advice.advices[(found as LandUseAdviceSummary).advice];
  };
  return results.map((result) => (
    <p key={`${result.name} ${JSON.stringify(result.inputs.parameters)}`}>
      {title(findAnalysis(result.name)?.title ?? { zh: result.name, en: result.name })}: {said(result)}
    </p>
  ));
}
