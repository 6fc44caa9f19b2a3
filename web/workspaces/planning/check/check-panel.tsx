import { CaretRightOutlined } from "@ant-design/icons";
import { useState } from "react";
import { PLANNING_WORDS } from "../../../messages/planning.ts";
import { USE_WORDS } from "../../../messages/planning-use.ts";
import { useWords } from "../../../messages/words.ts";
import { useView } from "../../../state/view-store.ts";
import { PartFrame } from "../../map/part-frame.tsx";
import { SignOpinion } from "../opinion/sign-opinion.tsx";
import { AsOfField } from "./as-of-field.tsx";
import { BoundarySection } from "./boundary-section.tsx";
import styles from "./check.module.css";
import { ClaimSection } from "./claim-section.tsx";
import { ResultFooter } from "./result-footer.tsx";
import { ResultView } from "./result-view.tsx";
import { useCheckPicture } from "./use-check-picture.ts";
import { UseForm } from "./use-form.tsx";
import { VariantBar } from "./variant-bar.tsx";
import { VerdictBanner } from "./verdict-banner.tsx";

/** May it stand here? One proposal, checked both ways against everything around it. */
export function CheckPanel() {
  const words = useWords(PLANNING_WORDS);
  const uses = useWords(USE_WORDS);
  const draft = useView((view) => view.planning.draft);
  // A link to a finished proposal is opened for its answer, a new one to be filled in.
  const [isFormOpen, setFormOpen] = useState(draft?.geometry === null);
  useCheckPicture();
  if (!draft) return null;
  return (
    <PartFrame
      title={words.parts.check}
      actions={
        <>
          <AsOfField />
          <SignOpinion draft={draft} />
        </>
      }
      footer={<ResultFooter />}
    >
      <VariantBar draft={draft} />
      <VerdictBanner draft={draft} />
      <button type="button" className={styles.fold} aria-expanded={isFormOpen} onClick={() => setFormOpen(!isFormOpen)}>
        <CaretRightOutlined rotate={isFormOpen ? 90 : 0} />
        {words.check.content}
        <span className={styles.label}>{uses.kinds[draft.kind]}</span>
      </button>
      {isFormOpen && (
        <>
          <BoundarySection draft={draft} />
          <UseForm draft={draft} />
        </>
      )}
      <ClaimSection draft={draft} />
      <ResultView draft={draft} />
    </PartFrame>
  );
}
