import { Tooltip } from "antd";
import type { RankedSite, RankingSummary, ReferenceGroup } from "#data/analyses/crash-cluster-results.ts";
import { ROAD_CLASSES } from "#data/layers/codes.ts";
import { SCREENING_WORDS, type ScreeningWords } from "../../../messages/traffic-screening.ts";
import { type Language, useLanguage, useWords } from "../../../messages/words.ts";
import { shownWeights } from "../../../state/traffic-choices.ts";
import { LongTable } from "../../../ui/long-table.tsx";
import { formatNumber, metres } from "../../../ui/quantities.ts";
import { CountCells } from "./count-cells.tsx";
import styles from "./screening.module.css";

const ROW_PX = 52;
const COLUMNS = [
  "place",
  "crashes",
  "fatal",
  "deaths",
  "injuries",
  "score",
  "density",
  "aadt",
  "rate",
  "excess",
] as const;

/** Equal pieces of road and junctions in one order; what hangs on traffic volumes is unknown where there are none. */
export function RankingTable(props: {
  sites: readonly RankedSite[];
  summary: RankingSummary;
  openedId: string | null;
  onOpen: (site: RankedSite) => void;
}) {
  const { sites, summary, openedId, onOpen } = props;
  const words = useWords(SCREENING_WORDS);
  const ranks = new Map(sites.map(({ id }, index) => [id, index + 1]));
  return (
    <LongTable
      rows={sites}
      keyOf={({ id }) => id}
      rowPx={ROW_PX}
      columns={COLUMNS}
      columnWords={words.rankColumns}
      styles={styles}
      rowClass={styles.row}
      current={openedId}
      follows
      cells={(site) => (
        <RankedCells site={site} rank={ranks.get(site.id)!} summary={summary} onOpen={() => onOpen(site)} />
      )}
    />
  );
}

function RankedCells(props: { site: RankedSite; rank: number; summary: RankingSummary; onOpen: () => void }) {
  const { site, rank, summary, onOpen } = props;
  const words = useWords(SCREENING_WORDS);
  const language = useLanguage();
  const { place, counts, scores, perKmYear, aadt, doubtful } = site;
  const weights = shownWeights(summary.weights);
  const say = (value: number | null | undefined, digits: number) =>
    value === null || value === undefined ? <Missing word={words.unknown} /> : formatNumber(value, language, digits);
  return (
    <>
      <td>
        <button type="button" className={styles.name} aria-label={words.open(place.label)} onClick={onOpen}>
          <span className={styles.rank} data-by="ranking">
            {rank}
          </span>
          <span className={styles.lines}>
            <b title={place.label}>{place.label}</b>
            <small>{groupName(site.group, words, language)}</small>
          </span>
        </button>
      </td>
      <CountCells counts={counts} doubtful={doubtful} />
      <td className={styles.number} title={weights.title[language]}>
        {say(scores[weights.id], 1)}
      </td>
      <td className={styles.number}>
        {perKmYear === null ? <span className={styles.soft}>—</span> : formatNumber(perKmYear, language, 1)}
      </td>
      <td className={styles.number}>{say(aadt, 0)}</td>
      <RateCell site={site} />
      <ExcessCell site={site} summary={summary} />
    </>
  );
}

function RateCell({ site: { rate, criticalRate, isAboveCritical } }: { site: RankedSite }) {
  const words = useWords(SCREENING_WORDS);
  const language = useLanguage();
  if (rate === null)
    return (
      <td className={styles.number}>
        <Missing word={words.unknown} why={words.noTraffic} />
      </td>
    );
  return (
    <td className={styles.number}>
      <b className={isAboveCritical ? styles.bad : undefined} title={isAboveCritical ? words.aboveCritical : undefined}>
        {isAboveCritical && "▲ "}
        {formatNumber(rate, language, 2)}
      </b>
      <small>{criticalRate !== null && words.critical(formatNumber(criticalRate, language, 2))}</small>
    </td>
  );
}

function ExcessCell({ site, summary }: { site: RankedSite; summary: RankingSummary }) {
  const words = useWords(SCREENING_WORDS);
  const language = useLanguage();
  const { excess, expected, predicted, aadt, group } = site;
  if (excess === null || expected === null || predicted === null) {
    const isTooFew = aadt !== null && summary.groups.find((each) => each.group === group)?.model === "too-few";
    return (
      <td className={styles.number}>
        <Missing
          word={isTooFew ? words.noModel : words.unknown}
          why={isTooFew ? words.groupModels["too-few"] : words.noTraffic}
        />
      </td>
    );
  }
  const number = (value: number) => formatNumber(value, language, 1);
  return (
    <td className={styles.number}>
      <b>{`${excess > 0 ? "+" : ""}${number(excess)}`}</b>
      <small title={words.expected(number(expected), number(predicted))}>
        {number(expected)} − {number(predicted)}
      </small>
    </td>
  );
}

const Missing = ({ word, why }: { word: string; why?: string }) => (
  <span className={styles.soft} title={why}>
    {word}
  </span>
);

/** How much of the network has the traffic volumes that rates and expectations need, and what each kind of site is compared with. */
export function RankingFacts({ summary }: { summary: RankingSummary }) {
  const words = useWords(SCREENING_WORDS);
  const language = useLanguage();
  const { withTraffic, sites, groups, pieceM, junctionRadiusM, found, listed } = summary;
  const number = (value: number) => formatNumber(value, language);
  return (
    <p className={styles.notice}>
      {words.pieces(metres(pieceM), metres(junctionRadiusM))} · {words.listed(number(listed), number(found))} ·{" "}
      {words.traffic(number(withTraffic), number(sites))}
      {groups.length > 0 && (
        <>
          {" · "}
          <Tooltip title={groups.map((group) => <div key={group.group}>{groupText(group, words, language)}</div>)}>
            <button type="button" className={styles.inline}>
              {words.groups}
            </button>
          </Tooltip>
        </>
      )}
    </p>
  );
}

function groupText(group: ReferenceGroup, words: ScreeningWords, language: Language): string {
  const number = (value: number, digits = 0) => formatNumber(value, language, digits);
  const rate =
    group.averageRate === null ? words.unknown : `${number(group.averageRate, 3)} ${words.rateUnits[group.unit]}`;
  const name = groupName(group.group, words, language);
  return `${words.group(name, number(group.sites), number(group.crashes), rate)} · ${words.groupModels[group.model]}`;
}

function groupName(group: string, words: ScreeningWords, language: Language): string {
  if (group === "junction" || group === "unclassified") return words.groupNames[group];
  return ROAD_CLASSES.find(({ code }) => code === group)?.title[language] ?? group;
}
