import { useMemo } from "react";
import type { WatchFinding } from "#data/analyses/black-spot-results.ts";
import { SCREENING_WORDS } from "../../../messages/traffic-screening.ts";
import { WATCH_WORDS } from "../../../messages/traffic-watch.ts";
import { useWords } from "../../../messages/words.ts";
import { LongTable } from "../../../ui/long-table.tsx";
import { CountCells } from "../screening/count-cells.tsx";
import screening from "../screening/screening.module.css";
import { tippingKinds } from "./tipping-kinds.ts";
import styles from "./watch.module.css";

const ROW_PX = 66;
const COLUMNS = ["place", "crashes", "fatal", "deaths", "injuries", "until"] as const;

/** One crash short: what would tip each site, until when, and when the last one was. */
export function WatchTable(props: {
  sites: readonly WatchFinding[];
  openedId: string | null;
  onOpen: (site: WatchFinding) => void;
}) {
  const { sites, openedId, onOpen } = props;
  const words = useWords(WATCH_WORDS);
  const ranks = useMemo(() => new Map(sites.map(({ id }, index) => [id, index + 1])), [sites]);
  return (
    <LongTable
      rows={sites}
      keyOf={({ id }) => id}
      rowPx={ROW_PX}
      columns={COLUMNS}
      columnWords={words.columns}
      styles={screening}
      rowClass={screening.row}
      current={openedId}
      follows
      cells={(site) => <WatchCells site={site} rank={ranks.get(site.id)!} onOpen={() => onOpen(site)} />}
    />
  );
}

function WatchCells({ site, rank, onOpen }: { site: WatchFinding; rank: number; onOpen: () => void }) {
  const words = useWords(WATCH_WORDS);
  const shared = useWords(SCREENING_WORDS);
  const { place, counts, oneMore, until, lastAccidentOn } = site;
  const sentence = words.oneMore(tippingKinds(oneMore, words));
  return (
    <>
      <td>
        <button type="button" className={screening.name} aria-label={shared.open(place.label)} onClick={onOpen}>
          <span className={screening.rank} data-by="watch">
            {rank}
          </span>
          <span className={styles.tip}>
            <b title={place.label}>{place.label}</b>
            <span title={sentence}>{sentence}</span>
          </span>
        </button>
      </td>
      <CountCells counts={counts} />
      <td className={styles.date} title={words.untilHint}>
        <b>{until}</b>
        <small>{words.last(lastAccidentOn)}</small>
      </td>
    </>
  );
}
