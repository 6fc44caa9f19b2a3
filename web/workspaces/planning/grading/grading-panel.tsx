import { PLANNING_WORDS } from "../../../messages/planning.ts";
import { GRADING_WORDS } from "../../../messages/planning-grading.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { PartFrame } from "../../map/part-frame.tsx";
import { GradeBanner } from "./grade-banner.tsx";
import styles from "./grading.module.css";
import { startGrading, useGrade } from "./grading-state.ts";
import { PeopleSection } from "./people-section.tsx";
import { SourceSection } from "./source-section.tsx";
import { SubstanceSection } from "./substance-section.tsx";
import { TermTable } from "./term-table.tsx";
import { useGradingPicture } from "./use-grading-picture.ts";

startGrading();

/** The level of a major hazard source, with every number that it comes from. */
export function GradingPanel() {
  const words = useWords(GRADING_WORDS);
  const planning = useWords(PLANNING_WORDS);
  const language = useLanguage();
  const answer = useGrade((state) => state.answer);
  useGradingPicture();
  return (
    <PartFrame title={planning.parts.grading} footer={answer && words.footer(formatNumber(answer.tookMs, language, 1))}>
      <GradeBanner />
      <SourceSection />
      <SubstanceSection />
      {answer && <TermTable summary={answer.summary} />}
      {answer && <PeopleSection places={answer.findings} summary={answer.summary} />}
      <p className={styles.notice}>{words.hint}</p>
    </PartFrame>
  );
}
