import { Segmented } from "antd";
import { RING_WORDS } from "../../messages/rings.ts";
import { useWords } from "../../messages/words.ts";
import { changeView, useView } from "../../state/view-store.ts";
import styles from "./rings.module.css";

/** Whether several origins are asked as one or each by itself; not there for a single one. */
export function RingMode() {
  const words = useWords(RING_WORDS);
  const several = useView(({ origin }) => origin?.kind === "features" && origin.ids.length > 1);
  const mode = useView((view) => view.ringMode);
  if (!several) return null;
  return (
    <fieldset className={styles.field}>
      <legend className={styles.legend}>{words.mode}</legend>
      <Segmented
        size="small"
        aria-label={words.mode}
        value={mode}
        options={(["merged", "each"] as const).map((value) => ({ value, label: words.modes[value] }))}
        onChange={(ringMode) => changeView({ ringMode })}
      />
      <span className={styles.besideMode}>{words.modeHints[mode]}</span>
    </fieldset>
  );
}
