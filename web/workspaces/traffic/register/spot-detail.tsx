import { AimOutlined, CloseOutlined, FileSearchOutlined, LineChartOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { BlackSpotEntry, BlackSpotEvent } from "../../../api-black-spots.ts";
import { REGISTER_WORDS } from "../../../messages/traffic-register.ts";
import { useWords } from "../../../messages/words.ts";
import { openListed } from "../../../state/listed-feature.ts";
import { changeTraffic } from "../../../state/traffic.ts";
import { LetterForm } from "./letter-form.tsx";
import styles from "./register.module.css";
import { useSpotFile } from "./register-queries.ts";
import { SpotPhotographs } from "./spot-photographs.tsx";
import { useSpotPicture } from "./use-spot-picture.ts";
import { WordForm } from "./word-form.tsx";

/** One spot: its facts, what may be said of it, its photographs, the letter, and all that became of it. */
export function SpotDetail({ id, onClose }: { id: string; onClose: () => void }) {
  const words = useWords(REGISTER_WORDS);
  const { data: file, error } = useSpotFile(id);
  useSpotPicture(file?.entry);
  if (error) return <p className={styles.notice}>{words.failed(error.message)}</p>;
  if (!file) return <output className={styles.notice}>{words.loading}</output>;
  const { entry, events } = file;
  return (
    <section className={styles.detail} aria-label={words.detail}>
      <h3>
        {entry.name}
        <Button size="small" type="text" icon={<CloseOutlined />} aria-label={words.close} onClick={onClose} />
      </h3>
      <p className={styles.actions}>
        <Button size="small" icon={<AimOutlined />} onClick={() => openListed({ layer: "black-spots", id: entry.id })}>
          {words.goThere}
        </Button>
        {entry.site ? (
          <>
            <Button
              size="small"
              icon={<FileSearchOutlined />}
              onClick={() => changeTraffic({ part: "site", site: entry.site })}
            >
              {words.diagnose}
            </Button>
            <Button
              size="small"
              icon={<LineChartOutlined />}
              onClick={() => changeTraffic({ part: "effect", site: entry.site })}
            >
              {words.effect}
            </Button>
          </>
        ) : (
          <span className={styles.soft}>{words.noSite}</span>
        )}
      </p>
      <SpotFactList entry={entry} />
      {entry.revision !== null && entry.allowed.length > 0 && <WordForm entry={entry} revision={entry.revision} />}
      <SpotPhotographs file={file} />
      <LetterForm entry={entry} />
      <h4>{words.history}</h4>
      <ol className={styles.history} reversed>
        {events.toReversed().map((event) => (
          <li key={event.id ?? `${event.kind}${event.on}`}>
            <EventLine event={event} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function SpotFactList({ entry }: { entry: BlackSpotEntry }) {
  const { facts, levels } = useWords(REGISTER_WORDS);
  const period = entry.periodFrom && entry.periodTo ? `${entry.periodFrom} – ${entry.periodTo}` : null;
  const lines = [
    [facts.level, entry.level && levels[entry.level]],
    [facts.documentNumber, entry.documentNumber],
    [facts.supervisor, entry.supervisor],
    [facts.period, period],
    [facts.listedOn, entry.listedOn],
    [facts.dueOn, entry.dueOn],
    [facts.treatment, entry.treatment],
    [facts.treatedOn, entry.treatedOn],
    [facts.closedOn, entry.closedOn],
  ] as const;
  return (
    <dl className={styles.facts}>
      {lines.map(
        ([name, value]) =>
          value && (
            <div key={name} style={{ display: "contents" }}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function EventLine({ event }: { event: BlackSpotEvent }) {
  const words = useWords(REGISTER_WORDS);
  const { kind, on, by, note, level, documentNumber, dueOn, measures, treatedOn, nextOn } = event;
  const more = [
    level && words.levels[level],
    documentNumber,
    dueOn && words.dueOn(dueOn),
    measures.join("; "),
    treatedOn && words.treatedOn(treatedOn),
    nextOn && words.nextOn(nextOn),
    note,
  ].filter(Boolean);
  return (
    <>
      <b>{words.events[kind]}</b> {words.line(on, by)}
      {more.length > 0 && <span className={styles.soft}> {more.join(" · ")}</span>}
    </>
  );
}
