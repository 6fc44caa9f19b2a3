import type { RoadNetworkFinding } from "#data/analyses/road-network-results.ts";
import { formatStake } from "#data/snapshot/stake.ts";
import { ROAD_REPORT_WORDS, type RoadReportWords } from "../../../messages/traffic-placing-roads.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { LongTable } from "../../../ui/long-table.tsx";
import { formatNumber, metres } from "../../../ui/quantities.ts";
import styles from "./placing.module.css";
import { ISSUE_WEIGHTS, issueId } from "./road-issues.ts";

const ROW_PX = 42;
const COLUMNS = ["road", "issue", "size"] as const;

/** Issues, those that keep accidents from being placed first. */
export function RoadIssueTable(props: {
  issues: readonly RoadNetworkFinding[];
  openedId: string | null;
  onOpen: (issue: RoadNetworkFinding) => void;
}) {
  const { issues, openedId, onOpen } = props;
  const words = useWords(ROAD_REPORT_WORDS);
  return (
    <LongTable
      rows={issues}
      keyOf={issueId}
      rowPx={ROW_PX}
      columns={COLUMNS}
      columnWords={words.columns}
      styles={styles}
      rowClass={styles.row}
      current={openedId}
      follows
      cells={(issue) => <IssueCells issue={issue} onOpen={() => onOpen(issue)} />}
    />
  );
}

function IssueCells({ issue, onOpen }: { issue: RoadNetworkFinding; onOpen: () => void }) {
  const words = useWords(ROAD_REPORT_WORDS);
  const language = useLanguage();
  const { kind, route, byM, sections } = issue;
  const weight = ISSUE_WEIGHTS[kind];
  return (
    <>
      <td>
        <button
          type="button"
          className={styles.name}
          aria-label={words.open(words.kinds[kind], route.label)}
          onClick={onOpen}
        >
          <span className={styles.lines}>
            <span title={route.label}>{route.label}</span>
            <small>{stretchText(issue, words)}</small>
          </span>
        </button>
      </td>
      <td>
        <span className={styles.lines}>
          <span>
            <i className={styles.weight} data-weight={weight} aria-hidden /> {words.kinds[kind]}
          </span>
          <small>{words.weights[weight]}</small>
        </span>
      </td>
      <td className={styles.number}>
        {byM === null ? "—" : (words.by[kind]?.(metres(byM)) ?? metres(byM))}
        <small>{words.sectionCount(formatNumber(sections.length, language))}</small>
      </td>
    </>
  );
}

/** Stakes between which it holds. */
export function stretchText({ fromM, toM }: RoadNetworkFinding, words: RoadReportWords): string {
  if (fromM === null || toM === null) return words.unknown;
  const [from, to] = [formatStake(fromM), formatStake(toM)];
  return from === to ? from : words.stretch(from, to);
}
