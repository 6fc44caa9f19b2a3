import { TRAFFIC_WORDS } from "../../../messages/traffic.ts";
import { RULE_WORDS } from "../../../messages/traffic-rule.ts";
import { TIMES_WORDS } from "../../../messages/traffic-times.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import { startTimes } from "../../../state/times.ts";
import { useView } from "../../../state/view-store.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { PartFrame } from "../../map/part-frame.tsx";
import { refusalText } from "../screening/refusal-text.ts";
import { TallyLine } from "../tally-line.tsx";
import { PatrolTab } from "./patrol-tab.tsx";
import { RhythmTab } from "./rhythm-tab.tsx";
import styles from "./times.module.css";
import { TimesBar } from "./times-bar.tsx";
import { TimesExport } from "./times-export-button.tsx";
import { useTabAnswer } from "./use-tab-answer.ts";
import { WeatherTab } from "./weather-tab.tsx";

startTimes();

const TABS = { rhythm: RhythmTab, weather: WeatherTab, patrol: PatrolTab } as const;

/** When crashes happen, in which weather where, and when a patrol meets most of them. */
export function TimesPanel() {
  const { parts } = useWords(TRAFFIC_WORDS);
  const tab = useView((view) => view.traffic.times.tab);
  const Tab = TABS[tab];
  return (
    <PartFrame title={parts.times} footer={<Footer />} actions={<TimesExport />}>
      <div className={styles.page}>
        <TimesBar />
        <Refused />
        <div className={styles.body} data-tab={tab}>
          <Tab key={tab} />
        </div>
      </div>
    </PartFrame>
  );
}

function Refused() {
  const words = useWords(TIMES_WORDS);
  const rules = useWords(RULE_WORDS);
  const { refusal } = useTabAnswer();
  if (!refusal) return null;
  const isPlace = refusal.field === "site" || refusal.field.startsWith("sites.");
  return (
    <p role="alert" className={styles.refused}>
      {words.refused(isPlace ? words.refusedSite : refusalText(refusal, rules))}
    </p>
  );
}

/** What the answer of the open tab stands on. */
function Footer() {
  const words = useWords(TIMES_WORDS);
  const language = useLanguage();
  const { answer } = useTabAnswer();
  const dataTo = useLedgers(
    ({ layers }) => layers.find(({ definition }) => definition.id === "accidents")?.snapshot.dataDate ?? null,
  );
  if (!answer) return null;
  const { tally, from, to } = answer.summary;
  const isByPosition = "place" in answer.summary && answer.summary.place === null;
  return (
    <>
      <TallyLine tally={tally} from={from} to={to} />
      <div>
        {dataTo !== null && `${words.dataTo(dataTo)} · `}
        {isByPosition && `${words.byPosition} · `}
        {words.took(formatNumber(answer.tookMs, language))}
      </div>
    </>
  );
}
