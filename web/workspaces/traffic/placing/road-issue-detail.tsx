import { AimOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { RoadNetworkFinding } from "#data/analyses/road-network-results.ts";
import { ROAD_REPORT_WORDS } from "../../../messages/traffic-placing-roads.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { openListed } from "../../../state/listed-feature.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import styles from "./card.module.css";
import { goToIssue } from "./go-to-issue.ts";
import { stretchText } from "./road-issue-table.tsx";
import { ISSUE_WEIGHTS } from "./road-issues.ts";

/** A long road has hundreds; the export names all. */
const MOST_SECTIONS = 40;

/** What an issue means, what to do about it, and which sections it is about. */
export function RoadIssueDetail({ issue, onClose }: { issue: RoadNetworkFinding; onClose: () => void }) {
  const words = useWords(ROAD_REPORT_WORDS);
  const language = useLanguage();
  const { kind, route, sections } = issue;
  return (
    <section className={styles.card} aria-label={words.detail}>
      <header className={styles.cardHead}>
        <h3>
          {route.label} <small>{words.kinds[kind]}</small>
        </h3>
        <div className={styles.actions}>
          <Button size="small" icon={<AimOutlined />} onClick={() => goToIssue(issue)}>
            {words.goThere}
          </Button>
          <Button size="small" type="text" onClick={onClose}>
            {words.close}
          </Button>
        </div>
      </header>
      <p className={styles.soft}>
        {words.weights[ISSUE_WEIGHTS[kind]]} · {stretchText(issue, words)} · {words.stakes[route.stakes]}
      </p>
      <h4>{words.meansTitle}</h4>
      <p>{words.means[kind]}</p>
      <h4>{words.todoTitle}</h4>
      <p>{words.todo[kind]}</p>
      <h4>
        {words.sections} {formatNumber(sections.length, language)}
      </h4>
      <ul className={styles.sections}>
        {sections.slice(0, MOST_SECTIONS).map(({ id, code }) => (
          <li key={id}>
            <button
              type="button"
              className={styles.sectionLink}
              aria-label={words.showSection(code)}
              onClick={() => openListed({ layer: "roads", id })}
            >
              {code}
            </button>
          </li>
        ))}
        {sections.length > MOST_SECTIONS && (
          <li className={styles.soft}>{words.moreSections(formatNumber(sections.length - MOST_SECTIONS, language))}</li>
        )}
      </ul>
    </section>
  );
}
