import { TIMES_WORDS } from "../../../messages/traffic-times.ts";
import { useWords } from "../../../messages/words.ts";
import { changeTimes } from "../../../state/times.ts";
import { DEFAULT_STRETCH_M } from "../../../state/times-view.ts";
import { useView } from "../../../state/view-store.ts";
import { NumberSetting } from "../screening/number-setting.tsx";
import styles from "./times.module.css";

/** As the analyses allow. */
const LIMITS = { least: 500, most: 10_000, isWhole: true };

/** How long the stretches of road are that are compared. */
export function StretchField() {
  const words = useWords(TIMES_WORDS);
  const stretchM = useView((view) => view.traffic.times.stretchM);
  return (
    <div className={styles.field}>
      <NumberSetting
        label={words.stretch}
        unit="m"
        limits={LIMITS}
        value={stretchM}
        own={DEFAULT_STRETCH_M}
        slider={{ from: 500, to: 5_000, step: 500 }}
        onChange={(next) => next !== null && changeTimes({ stretchM: next })}
      />
    </div>
  );
}
