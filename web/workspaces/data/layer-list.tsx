import { WarningOutlined } from "@ant-design/icons";
import { LAYERS } from "#data/layers/index.ts";
import { DAY_MS, parseLocalTime } from "#data/snapshot/local-time.ts";
import type { LayerFacts } from "../../api.ts";
import { DATA_PAGE_WORDS } from "../../messages/data-page.ts";
import { useLanguage, useTitle, useWords } from "../../messages/words.ts";
import { changeView, useView } from "../../state/view-store.ts";
import { formatNumber } from "../../ui/quantities.ts";
import { Swatch } from "../../ui/swatch.tsx";
import { formatInstant } from "./clock.ts";
import styles from "./data-page.module.css";
import { useImports, useLayers } from "./intake-queries.ts";

/** Every layer with how old it is, and the deliveries that somebody has begun. */
export function LayerList() {
  const words = useWords(DATA_PAGE_WORDS);
  const chosen = useView((view) => view.dataLayer);
  const { data: layers } = useLayers();
  return (
    <>
      <Unfinished />
      <h2 className={styles.heading}>{words.layers}</h2>
      <ul className={styles.list}>
        {LAYERS.map(({ id }) => (
          <li key={id}>
            <LayerEntry
              id={id}
              facts={layers?.find((layer) => layer.id === id)}
              isChosen={chosen === id}
              onChoose={() => changeView({ dataLayer: chosen === id ? null : id })}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

function LayerEntry(props: { id: string; facts: LayerFacts | undefined; isChosen: boolean; onChoose: () => void }) {
  const { id, facts, isChosen, onChoose } = props;
  const words = useWords(DATA_PAGE_WORDS);
  const language = useLanguage();
  const definition = LAYERS.find((layer) => layer.id === id)!;
  const hint = facts?.refreshDays === undefined ? undefined : words.overdueHint(facts.refreshDays);
  return (
    <button type="button" className={styles.entry} aria-pressed={isChosen} onClick={onChoose}>
      <Swatch layer={definition} />
      <span className={styles.name}>{definition.title[language]}</span>
      <span className={styles.count}>
        {facts && (facts.count === 0 ? words.noFeatures : words.features(formatNumber(facts.count, language)))}
      </span>
      <small>
        {facts && facts.count > 0 && <Age dataDate={facts.dataDate} />}
        {facts?.overdue === true && (
          <span className={styles.overdue} title={hint}>
            <WarningOutlined aria-hidden="true" /> {words.overdue}
          </span>
        )}
        {facts?.lastDelivered ? ` · ${words.delivered(formatInstant(facts.lastDelivered).slice(0, 10))}` : "\u00a0"}
      </small>
    </button>
  );
}

function Age({ dataDate }: { dataDate: string | null }) {
  const words = useWords(DATA_PAGE_WORDS);
  if (dataDate === null) return <span>{words.noDate} </span>;
  const today = formatInstant(new Date().toISOString()).slice(0, 10);
  const days = Math.round((parseLocalTime(today) - parseLocalTime(dataDate)) / DAY_MS);
  return <time dateTime={dataDate}>{words.age(days)} </time>;
}

function Unfinished() {
  const words = useWords(DATA_PAGE_WORDS);
  const title = useTitle();
  const { data } = useImports();
  const drafts = data?.drafts ?? [];
  if (drafts.length === 0) return null;
  return (
    <>
      <h2 className={styles.heading}>{words.unfinished}</h2>
      <ul className={styles.list}>
        {drafts.map(({ id, fileName, state, settings, createdBy, changedAt }) => (
          <li key={id}>
            <button type="button" className={styles.entry} onClick={() => changeView({ draft: id })}>
              <Swatch layer={LAYERS.find((layer) => layer.id === settings.layer)!} />
              <span className={styles.name} title={fileName}>
                {fileName}
              </span>
              <span className={styles.count}>{words.states[state]}</span>
              <small>
                {title(LAYERS.find((layer) => layer.id === settings.layer)!.title)} · {createdBy} ·{" "}
                {formatInstant(changedAt)}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
