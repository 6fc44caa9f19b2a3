import { useCallback, useMemo, useState } from "react";
import type { RoadNetworkFinding, RoadNetworkSummary } from "#data/analyses/road-network-results.ts";
import { NETWORK_ISSUE_KINDS, type NetworkIssueKind } from "#data/traffic/network/route.ts";
import { ROAD_REPORT_WORDS } from "../../../messages/traffic-placing-roads.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { useRoadReport } from "../../../state/placing.ts";
import { changeTraffic } from "../../../state/traffic.ts";
import { useView } from "../../../state/view-store.ts";
import { formatNumber, metres } from "../../../ui/quantities.ts";
import { goToIssue } from "./go-to-issue.ts";
import styles from "./placing.module.css";
import { RoadIssueDetail } from "./road-issue-detail.tsx";
import { RoadIssueTable } from "./road-issue-table.tsx";
import { issueId, issuesOfKind } from "./road-issues.ts";
import { useRoadPicture } from "./use-road-picture.ts";

const NO_ISSUES: readonly RoadNetworkFinding[] = [];

/** How good the roads are as linear references, and what to do about what is wrong with them. */
export function RoadReport() {
  const words = useWords(ROAD_REPORT_WORDS);
  const language = useLanguage();
  const answer = useRoadReport((result) => result.answer);
  const kind = useView((view) => view.traffic.roadIssue);
  const all = answer?.findings ?? NO_ISSUES;
  const issues = useMemo(() => issuesOfKind(all, kind), [all, kind]);
  const [openedId, setOpenedId] = useState<string | null>(null);
  const opened = issues.find((issue) => issueId(issue) === openedId) ?? null;
  const open = useCallback((issue: RoadNetworkFinding | undefined) => {
    if (!issue) return;
    setOpenedId(issueId(issue));
    goToIssue(issue);
  }, []);
  useRoadPicture(issues, opened, open);
  if (!answer) return <p className={styles.notice}>{words.working}</p>;
  const { summary } = answer;
  if (summary.sections === 0) return <p className={styles.notice}>{words.noRoads}</p>;
  const number = (value: number) => formatNumber(value, language);
  return (
    <>
      <RoadFacts summary={summary} />
      <KindChips summary={summary} />
      {summary.listed < summary.found && (
        <p className={styles.notice}>{words.listed(number(summary.listed), number(summary.found))}</p>
      )}
      {issues.length > 0 ? (
        <RoadIssueTable issues={issues} openedId={opened && issueId(opened)} onOpen={open} />
      ) : (
        <p className={styles.notice}>{summary.found === 0 ? words.none : words.noneOfKind}</p>
      )}
      {opened && <RoadIssueDetail issue={opened} onClose={() => setOpenedId(null)} />}
    </>
  );
}

function RoadFacts({ summary }: { summary: RoadNetworkSummary }) {
  const words = useWords(ROAD_REPORT_WORDS);
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  const { routes, sections, lengthM, givenStakes, measuredStakes, junctions, withoutLength } = summary;
  const share = (of: RoadNetworkSummary["givenStakes"]) => words.stakesOf(number(of.routes), metres(of.lengthM));
  const facts = [
    ["routes", number(routes)],
    ["sections", number(sections)],
    ["length", metres(lengthM)],
    ["junctions", number(junctions)],
    ["given", share(givenStakes)],
    ["measured", share(measuredStakes)],
    ["withoutLength", number(withoutLength)],
  ] as const;
  return (
    <dl className={styles.roadFacts}>
      {facts.map(([fact, value]) => (
        <div key={fact} title={fact === "withoutLength" ? words.withoutLengthHint : undefined}>
          <dt>{words.facts[fact]}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function KindChips({ summary: { issues } }: { summary: RoadNetworkSummary }) {
  const words = useWords(ROAD_REPORT_WORDS);
  const language = useLanguage();
  const open = useView((view) => view.traffic.roadIssue);
  const all = NETWORK_ISSUE_KINDS.reduce((sum, kind) => sum + issues[kind], 0);
  const chip = (kind: NetworkIssueKind | null, name: string, count: number) => (
    <button
      key={name}
      type="button"
      className={styles.chip}
      aria-pressed={open === kind}
      onClick={() => changeTraffic({ roadIssue: kind === open ? null : kind })}
    >
      {name} <b>{formatNumber(count, language)}</b>
    </button>
  );
  return (
    <div className={styles.lists}>
      <fieldset className={styles.chips} aria-label={words.columns.issue}>
        {chip(null, words.all, all)}
        {NETWORK_ISSUE_KINDS.filter((kind) => issues[kind] > 0 || kind === open).map((kind) =>
          chip(kind, words.kinds[kind], issues[kind]),
        )}
      </fieldset>
    </div>
  );
}
