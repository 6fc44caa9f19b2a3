import type { BlackSpotFinding, CriterionOutcome } from "#data/analyses/black-spot-results.ts";
import type { Criterion } from "#data/traffic/rule-sets/rule-set.ts";
import { RULE_WORDS } from "../../../messages/traffic-rule.ts";
import { SCREENING_WORDS, type ScreeningWords } from "../../../messages/traffic-screening.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { shownWeights } from "../../../state/traffic-choices.ts";
import { useView } from "../../../state/view-store.ts";
import { LongTable } from "../../../ui/long-table.tsx";
import { formatNumber } from "../../../ui/quantities.ts";
import { CountCells } from "./count-cells.tsx";
import { criterionText, decidingOutcome, patternText } from "./criterion-text.ts";
import type { FoundRow, Ranked } from "./found-rows.ts";
import styles from "./screening.module.css";
import type { Compared } from "./use-found.ts";

const ROW_PX = 52;
const COLUMNS = ["place", "crashes", "fatal", "deaths", "injuries", "score", "cluster", "strength", "q"] as const;

/** Rule and statistics side by side: what stands in one row is the same place. */
export function FoundTable(props: {
  rows: readonly FoundRow[];
  criteria: readonly Criterion[];
  compared: Compared;
  openedId: string | null;
  onOpen: (row: FoundRow, of: "rule" | "statistics") => void;
}) {
  const { rows, criteria, compared, openedId, onOpen } = props;
  const words = useWords(SCREENING_WORDS);
  return (
    <LongTable
      rows={rows}
      keyOf={({ id }) => id}
      rowPx={ROW_PX}
      columns={COLUMNS}
      columnWords={words.columns}
      styles={styles}
      rowClass={styles.row}
      current={openedId}
      follows
      cells={(row) => (
        <>
          <RuleCells rule={row.rule} criteria={criteria} onOpen={() => onOpen(row, "rule")} />
          <ClusterCells row={row} compared={compared} onOpen={() => onOpen(row, "statistics")} />
        </>
      )}
    />
  );
}

function RuleCells(props: {
  rule: Ranked<BlackSpotFinding> | null;
  criteria: readonly Criterion[];
  onOpen: () => void;
}) {
  const { rule, criteria, onOpen } = props;
  const words = useWords(SCREENING_WORDS);
  const language = useLanguage();
  const weights = shownWeights(useView((view) => view.traffic.weights));
  if (!rule)
    return (
      <td colSpan={6} className={styles.absent}>
        {words.notFoundByRule}
      </td>
    );
  const { place, counts, outcome, doubtful, scores } = rule.finding;
  const score = scores[weights.id];
  return (
    <>
      <td>
        <button type="button" className={styles.name} aria-label={words.open(place.label)} onClick={onOpen}>
          <span className={styles.rank} data-by="rule">
            {words.rankRule(String(rule.rank))}
          </span>
          <span className={styles.lines}>
            <b title={place.label}>{place.label}</b>
            <Condition outcome={outcome} deciding={decidingOutcome(rule.finding.criteria)} criteria={criteria} />
          </span>
        </button>
      </td>
      <CountCells counts={counts} doubtful={doubtful} />
      <td className={styles.number} title={weights.title[language]}>
        {score === undefined ? words.unknown : formatNumber(score, language, 1)}
      </td>
    </>
  );
}

/** The condition that makes the site one, with how many crashes and what these have in common. */
function Condition(props: {
  outcome: BlackSpotFinding["outcome"];
  deciding: CriterionOutcome | null;
  criteria: readonly Criterion[];
}) {
  const { outcome, deciding, criteria } = props;
  const words = useWords(SCREENING_WORDS);
  const rules = useWords(RULE_WORDS);
  const language = useLanguage();
  if (!deciding) return null;
  const condition = words.metBy(formatNumber(deciding.counted, language), criterionText(deciding, criteria, rules));
  const pattern = deciding.pattern ? patternText(deciding.pattern, words, language) : "";
  const text = [condition, pattern].filter((part) => part !== "").join(" · ");
  return (
    <small title={text}>
      {outcome === "suspected" && <span className={styles.unsure}>◐ {words.outcomes.suspected} </span>}
      {text}
    </small>
  );
}

function ClusterCells({ row, compared, onOpen }: { row: FoundRow; compared: Compared; onOpen: () => void }) {
  const words = useWords(SCREENING_WORDS);
  const language = useLanguage();
  const [first, ...more] = row.clusters;
  if (!first)
    return (
      <td colSpan={3} className={styles.absent} data-first>
        {silenceOf(row, compared, words)}
      </td>
    );
  const { place, counts, strength, qValue } = first.finding;
  return (
    <>
      <td data-first>
        <button type="button" className={styles.name} aria-label={words.openCluster(place.label)} onClick={onOpen}>
          <span className={styles.rank} data-by="statistics">
            {words.rankStatistics(String(first.rank))}
          </span>
          <span className={styles.lines}>
            <b title={place.label}>{place.label}</b>
            <small>
              {words.crashes(formatNumber(counts.crashes, language))}
              {more.length > 0 && ` · ${words.more(formatNumber(more.length, language))}`}
            </small>
          </span>
        </button>
      </td>
      <td className={styles.number}>{formatNumber(strength, language, 2)}</td>
      <td className={styles.number}>{formatNumber(qValue, language, 3)}</td>
    </>
  );
}

/** Why the statistics name no cluster there: only once they are heard is that a finding. */
function silenceOf({ isUntested }: FoundRow, compared: Compared, words: ScreeningWords): string {
  if (isUntested) return words.untested;
  return compared === "done" ? words.notFoundByStatistics : words.unheard[compared];
}
