import { TRAFFIC_WORDS } from "../../../messages/traffic.ts";
import { RULE_WORDS } from "../../../messages/traffic-rule.ts";
import { SCREENING_WORDS } from "../../../messages/traffic-screening.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import { useBlackSpots } from "../../../state/traffic.ts";
import { useView } from "../../../state/view-store.ts";
import { formatNumber, metres } from "../../../ui/quantities.ts";
import { PartFrame } from "../../map/part-frame.tsx";
import { TallyLine } from "../tally-line.tsx";
import { DensityLegend } from "./density-legend.tsx";
import { FoundList } from "./found-list.tsx";
import { FoundToolbar } from "./found-toolbar.tsx";
import { RankingList } from "./ranking-list.tsx";
import { refusalText } from "./refusal-text.ts";
import { RuleBar } from "./rule-bar.tsx";
import styles from "./screening.module.css";
import { ScreeningExport } from "./screening-export-button.tsx";
import { useFound } from "./use-found.ts";

/** Which stretches the rule finds, and which the statistics, side by side. */
export function ScreeningPanel() {
  const traffic = useWords(TRAFFIC_WORDS);
  return (
    <PartFrame title={traffic.parts.screening} footer={<Footer />} actions={<ScreeningExport />}>
      <div className={styles.page}>
        <RuleBar />
        <Refused />
        <Lists />
      </div>
    </PartFrame>
  );
}

/** Apart from the rule's many fields, which an answer does not change. */
function Lists() {
  const list = useView((view) => view.traffic.list);
  const { all, rows, counts, opened, compared } = useFound();
  return (
    <>
      <FoundToolbar counts={counts} compared={compared} />
      <DensityLegend />
      {list === "found" ? (
        <FoundList rows={rows} isFiltered={rows.length < all.length} opened={opened} compared={compared} />
      ) : (
        <RankingList />
      )}
    </>
  );
}

function Refused() {
  const words = useWords(RULE_WORDS);
  const refusal = useBlackSpots((result) => result.refusal);
  return (
    refusal && (
      <p role="alert" className={styles.refused}>
        {words.refused(refusalText(refusal, words))}
      </p>
    )
  );
}

/** What the rule's list stands on. */
function Footer() {
  const words = useWords(SCREENING_WORDS);
  const language = useLanguage();
  const answer = useBlackSpots((result) => result.answer);
  const dataTo = useLedgers(
    ({ layers }) => layers.find(({ definition }) => definition.id === "accidents")?.snapshot.dataDate ?? null,
  );
  if (!answer) return null;
  const { tally, from, to, screenedM, screenedPlaces } = answer.summary;
  const number = (value: number) => formatNumber(value, language);
  return (
    <>
      <TallyLine tally={tally} from={from} to={to} />
      <div>
        {words.screened(metres(screenedM), number(screenedPlaces), number(answer.tookMs))}
        {dataTo !== null && ` · ${words.dataTo(dataTo)}`}
      </div>
    </>
  );
}
