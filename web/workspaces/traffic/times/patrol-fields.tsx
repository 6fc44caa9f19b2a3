import { PATROL_WORDS } from "../../../messages/traffic-patrol.ts";
import { useWords } from "../../../messages/words.ts";
import { changeTimes } from "../../../state/times.ts";
import { DEFAULT_PATROL_HOURS, PATROL_DAYS, PATROL_PLACES, type Times } from "../../../state/times-view.ts";
import { useView } from "../../../state/view-store.ts";
import { NumberSetting } from "../screening/number-setting.tsx";
import { Choice } from "./choice.tsx";
import { StretchField } from "./stretch-field.tsx";
import styles from "./times.module.css";

/** As the analysis allows. */
const LIMITS = { least: 1, most: 12, isWhole: true };

/** Where, for how many hours in a row, and by which days a patrol is planned. */
export function PatrolFields() {
  const words = useWords(PATROL_WORDS);
  const { patrolAt, patrolHours, patrolDays } = useView((view) => view.traffic.times);
  return (
    <>
      <Choice<Times["patrolAt"]>
        label={words.at}
        value={patrolAt}
        options={PATROL_PLACES.map((value) => ({ value, label: words.places[value] }))}
        onChange={(next) => changeTimes({ patrolAt: next })}
      />
      <Choice<Times["patrolDays"]>
        label={words.days}
        value={patrolDays}
        options={PATROL_DAYS.map((value) => ({ value, label: words.dayChoices[value] }))}
        onChange={(next) => changeTimes({ patrolDays: next })}
      />
      <div className={styles.field}>
        <NumberSetting
          label={words.hours}
          unit="h"
          limits={LIMITS}
          value={patrolHours}
          own={DEFAULT_PATROL_HOURS}
          slider={{ from: 1, to: 8, step: 1 }}
          onChange={(next) => next !== null && changeTimes({ patrolHours: next })}
        />
      </div>
      {patrolAt === "densest" && <StretchField />}
    </>
  );
}
