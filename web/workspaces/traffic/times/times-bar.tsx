import { Segmented } from "antd";
import { RULE_WORDS } from "../../../messages/traffic-rule.ts";
import { TIMES_WORDS } from "../../../messages/traffic-times.ts";
import { useWords } from "../../../messages/words.ts";
import { changeTimes } from "../../../state/times.ts";
import { TIME_WEIGHTS, TIMES_SCOPES, TIMES_TABS, type Times } from "../../../state/times-view.ts";
import { changeTraffic } from "../../../state/traffic.ts";
import type { Traffic } from "../../../state/view.ts";
import { useView } from "../../../state/view-store.ts";
import { PeriodInputs } from "../screening/period-fields.tsx";
import { Choice } from "./choice.tsx";
import { PatrolFields } from "./patrol-fields.tsx";
import { StretchField } from "./stretch-field.tsx";
import styles from "./times.module.css";
import { useTabAnswer } from "./use-tab-answer.ts";

/** Which question, of which days, and what that question lets one choose. */
export function TimesBar() {
  const words = useWords(TIMES_WORDS);
  const tab = useView((view) => view.traffic.times.tab);
  const summary = useTabAnswer().answer?.summary;
  return (
    <div className={styles.bar}>
      <Segmented<Times["tab"]>
        size="small"
        aria-label={words.tabLabel}
        value={tab}
        options={TIMES_TABS.map((value) => ({ value, label: words.tabs[value] }))}
        onChange={(next) => changeTimes({ tab: next })}
      />
      <PeriodInputs from={summary?.from ?? null} to={summary?.to ?? null} whole={words.wholePeriod[tab]} />
      {tab === "rhythm" ? <RhythmFields /> : <Doubtful />}
      {tab === "weather" && <StretchField />}
      {tab === "patrol" && <PatrolFields />}
    </div>
  );
}

function RhythmFields() {
  const words = useWords(TIMES_WORDS);
  const { weight, scope } = useView((view) => view.traffic.times);
  return (
    <>
      <Choice<Times["weight"]>
        label={words.weight}
        value={weight}
        options={TIME_WEIGHTS.map((value) => ({ value, label: words.weights[value] }))}
        onChange={(next) => changeTimes({ weight: next })}
      />
      <Choice<Times["scope"]>
        label={words.scope}
        value={scope}
        options={TIMES_SCOPES.map((value) => ({ value, label: words.scopes[value] }))}
        onChange={(next) => changeTimes({ scope: next })}
      />
      {scope === "site" && <Doubtful />}
    </>
  );
}

/** Whether accidents count whose road is in doubt; where nothing is asked of roads there is no doubt. */
function Doubtful() {
  const words = useWords(RULE_WORDS);
  const doubtful = useView((view) => view.traffic.doubtful);
  return (
    <Choice<Traffic["doubtful"]>
      label={words.doubtful}
      value={doubtful}
      options={(["leave-out", "count"] as const).map((value) => ({ value, label: words.doubtfulChoices[value] }))}
      onChange={(next) => changeTraffic({ doubtful: next })}
    />
  );
}
