import { CRASH_PARAMETERS } from "#data/traffic/crash-parameters.ts";
import { DEFAULT_TOLERANCE_M } from "#data/traffic/placing/placed.ts";
import { PLACING_WORDS } from "../../../messages/traffic-placing.ts";
import { useWords } from "../../../messages/words.ts";
import { changeTraffic } from "../../../state/traffic.ts";
import { useView } from "../../../state/view-store.ts";
import { metres } from "../../../ui/quantities.ts";
import { NumberSetting } from "../screening/number-setting.tsx";
import styles from "./placing.module.css";

const schema = CRASH_PARAMETERS.toleranceM.unwrap();
const LIMITS = { least: schema.minValue!, most: schema.maxValue! };

/** Beyond this a slider is too coarse; the field takes more. */
const SLIDER = { from: LIMITS.least, to: 200, step: 5 };

/** How far from a road's axis a record may lie and still be taken for certain. */
export function ToleranceField() {
  const words = useWords(PLACING_WORDS);
  const toleranceM = useView((view) => view.traffic.toleranceM);
  return (
    <div className={styles.tolerance}>
      <NumberSetting
        label={words.tolerance}
        unit="m"
        limits={LIMITS}
        value={toleranceM}
        own={DEFAULT_TOLERANCE_M}
        slider={SLIDER}
        onChange={(next) => next !== null && changeTraffic({ toleranceM: next })}
      />
      {toleranceM !== DEFAULT_TOLERANCE_M && (
        <p className={styles.note}>{words.toleranceHere(metres(DEFAULT_TOLERANCE_M))}</p>
      )}
    </div>
  );
}
