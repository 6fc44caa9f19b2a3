import { PLANNING_WORDS } from "../../../messages/planning.ts";
import { SITING_WORDS } from "../../../messages/planning-siting.ts";
import { USE_WORDS } from "../../../messages/planning-use.ts";
import { useWords } from "../../../messages/words.ts";
import { openQuestions } from "../../../state/proposal-draft.ts";
import { useView } from "../../../state/view-store.ts";
import { PartFrame } from "../../map/part-frame.tsx";
import { UseForm } from "../check/use-form.tsx";
import { AmountSliders } from "./amount-sliders.tsx";
import { PlaceSection } from "./place-section.tsx";
import styles from "./siting.module.css";
import { SitingLegend } from "./siting-legend.tsx";
import { startSiting, useSiting } from "./siting-state.ts";
import { useSitingPicture } from "./use-siting-picture.ts";

startSiting();

/** Where may it stand? The check turned round: a use is given, and the whole map answers. */
export function SitingPanel() {
  const words = useWords(SITING_WORDS);
  const planning = useWords(PLANNING_WORDS);
  const uses = useWords(USE_WORDS);
  const draft = useView((view) => view.planning.draft);
  const edition = useSiting(({ answer }) => answer?.ruleEdition ?? null);
  useSitingPicture();
  if (!draft) return null;
  const open = openQuestions(draft).map((field) => uses.fields[field]);
  return (
    <PartFrame title={planning.parts.siting} footer={edition !== null && words.footer(edition)}>
      <p className={styles.hint}>{words.hint}</p>
      <UseForm draft={draft} />
      {open.length > 0 && <p className={styles.hint}>{words.asked(open.join(" · "))}</p>}
      <AmountSliders draft={draft} />
      <SitingLegend />
      <PlaceSection />
    </PartFrame>
  );
}
