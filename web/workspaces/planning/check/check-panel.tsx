import { PLANNING_WORDS } from "../../../messages/planning.ts";
import { useWords } from "../../../messages/words.ts";
import { useView } from "../../../state/view-store.ts";
import { PartFrame } from "../part-frame.tsx";
import { BoundarySection } from "./boundary-section.tsx";
import { ClaimSection } from "./claim-section.tsx";
import { ResultFooter } from "./result-footer.tsx";
import { ResultView } from "./result-view.tsx";
import { useCheckPicture } from "./use-check-picture.ts";
import { UseForm } from "./use-form.tsx";
import { VariantBar } from "./variant-bar.tsx";

/** May it stand here? One proposal, checked both ways against everything around it. */
export function CheckPanel() {
  const words = useWords(PLANNING_WORDS);
  const draft = useView((view) => view.planning.draft);
  useCheckPicture();
  if (!draft) return null;
  return (
    <PartFrame title={words.parts.check} footer={<ResultFooter />}>
      <VariantBar draft={draft} />
      <BoundarySection draft={draft} />
      <UseForm draft={draft} />
      <ClaimSection draft={draft} />
      <ResultView draft={draft} />
    </PartFrame>
  );
}
