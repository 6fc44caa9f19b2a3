import { Alert, Input, InputNumber } from "antd";
import { useEffect, useId, useState } from "react";
import { TRAFFIC_WORDS } from "../../../messages/traffic.ts";
import { EFFECT_WORDS } from "../../../messages/traffic-effect.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { findRow } from "../../../state/features.ts";
import { clearJudgedPicture, useJudgedPicture } from "../../../state/judged-picture.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import { changeTraffic } from "../../../state/traffic.ts";
import { useView } from "../../../state/view-store.ts";
import { LEAST_YEARS, MOST_YEARS, type Works } from "../../../state/works-view.ts";
import { formatNumber, metres } from "../../../ui/quantities.ts";
import { PartFrame } from "../../map/part-frame.tsx";
import { useSpotFile } from "../register/register-queries.ts";
import { isEqual } from "../screening/rule-numbers.ts";
import { TallyLine } from "../tally-line.tsx";
import styles from "./effect.module.css";
import { isWhole, worksOn } from "./effect-question.ts";
import { EffectSentence } from "./effect-summary.tsx";
import { EffectTable } from "./effect-table.tsx";
import { type Effect, useBeforeAfter } from "./use-before-after.ts";

/** Whether the works at the open site had an effect, and whether crashes moved beside it. */
export function EffectPanel() {
  const entry = useView((view) => view.traffic.entry);
  return entry === null ? <EffectOf treatedOn={null} /> : <EffectOfEntry key={entry} id={entry} />;
}

/** The register's works are those of its own place: another site that was opened meanwhile has none. */
function EffectOfEntry({ id }: { id: string }) {
  const { data: file } = useSpotFile(id);
  const site = useView((view) => view.traffic.site);
  const treatedOn = file && isEqual(file.entry.site, site) ? file.entry.treatedOn : null;
  return <EffectOf key={treatedOn} treatedOn={treatedOn} />;
}

function EffectOf({ treatedOn }: { treatedOn: string | null }) {
  const words = useWords(EFFECT_WORDS);
  const { parts } = useWords(TRAFFIC_WORDS);
  const site = useView((view) => view.traffic.site);
  const said = useView((view) => view.traffic.works);
  const [typed, setTyped] = useState<Works | null>(null);
  const works = typed ?? said ?? worksOn(treatedOn);
  /** What makes no sense yet stays in the form; the rest goes into the link. */
  const setWorks = (next: Works) => {
    setTyped(isWhole(next) ? null : next);
    if (isWhole(next)) changeTraffic({ works: isEqual(next, worksOn(treatedOn)) ? null : next });
  };
  const effect = useBeforeAfter(site, works);
  const { summary, refusal } = effect;
  useEffectPicture(effect);
  return (
    <PartFrame
      title={parts.effect}
      footer={summary && <TallyLine tally={summary.tally} from={summary.before.askedFrom} to={summary.after.askedTo} />}
    >
      {!site && <p className={styles.notice}>{words.noSite}</p>}
      {site && <WorksForm works={works} onChange={setWorks} />}
      {site && !isWhole(works) && <p className={styles.notice}>{words.noWorks}</p>}
      {refusal && <Alert type="error" showIcon title={`${words.refused}: ${refusal.field} ${refusal.reason}`} />}
      {summary && (
        <>
          <header className={styles.banner}>
            <div>{summary.place.label}</div>
            <EffectSentence effect={summary} />
          </header>
          <EffectTable summary={summary} />
          <Grounds effect={effect} />
        </>
      )}
    </PartFrame>
  );
}

function WorksForm({ works, onChange }: { works: Works; onChange: (works: Works) => void }) {
  const words = useWords(EFFECT_WORDS);
  const id = useId();
  return (
    <section className={styles.section} aria-label={words.works}>
      <h3>{words.works}</h3>
      <div className={styles.form}>
        {(["from", "to"] as const).map((end) => (
          <div key={end} style={{ display: "contents" }}>
            <label htmlFor={id + end}>{end === "from" ? words.worksFrom : words.worksTo}</label>
            <Input
              id={id + end}
              size="small"
              type="date"
              value={works[end]}
              onChange={({ target }) => onChange({ ...works, [end]: target.value })}
            />
          </div>
        ))}
        {(["yearsBefore", "yearsAfter"] as const).map((span) => (
          <div key={span} style={{ display: "contents" }}>
            <label htmlFor={id + span}>{words[span]}</label>
            <InputNumber<number>
              id={id + span}
              size="small"
              min={LEAST_YEARS}
              max={MOST_YEARS}
              step={0.5}
              value={works[span]}
              onChange={(years) => onChange({ ...works, [span]: years ?? Number.NaN })}
            />
          </div>
        ))}
        {works.from !== "" && works.to !== "" && !isWhole(works) && (
          <p className={styles.wrong} role="alert">
            {words.limits}
          </p>
        )}
      </div>
    </section>
  );
}

function Grounds({ effect: { summary } }: { effect: Effect }) {
  const words = useWords(EFFECT_WORDS);
  const language = useLanguage();
  if (!summary) return null;
  const number = (value: number) => formatNumber(value, language);
  const { comparisonGroup, referenceGroup, traffic, migration, duringWorks } = summary;
  return (
    <>
      <section className={styles.section} aria-label={words.headings.migration}>
        <h3>{words.headings.migration}</h3>
        <strong>{words.migration[migration.answer]}</strong>
        <p className={styles.soft}>
          {words.neighbours(metres(migration.reachM), number(migration.before), number(migration.after))}
        </p>
      </section>
      <section className={styles.section} aria-label={words.headings.grounds}>
        <h3>{words.headings.grounds}</h3>
        <p className={styles.soft}>{words.group(number(comparisonGroup.before), number(comparisonGroup.after))}</p>
        <p className={styles.soft}>
          {referenceGroup.model === null
            ? words.noReference
            : words.reference(number(referenceGroup.sites), number(referenceGroup.crashes))}
        </p>
        {traffic.change === "assumed" && <p className={styles.soft}>{words.trafficAssumed}</p>}
        <p className={styles.soft}>{words.duringWorks(duringWorks)}</p>
      </section>
    </>
  );
}

function useEffectPicture({ summary, crashes }: Effect): void {
  const ledgers = useLedgers((state) => state.layers);
  useEffect(() => {
    if (!summary) return clearJudgedPicture();
    useJudgedPicture.setState({
      areas: [
        { geometry: summary.place.geometry, tone: "bad", label: summary.place.label },
        ...summary.migration.stretches.map(({ geometry, label }) => ({
          geometry,
          tone: "plain" as const,
          muted: true,
          label,
        })),
      ],
      hidesCounts: true,
      marked: crashes.flatMap(({ id, where }) => {
        const row = where === "site" ? findRow(ledgers, { layer: "accidents", id }) : null;
        return row === null ? [] : [{ layer: "accidents", row }];
      }),
    });
    return clearJudgedPicture;
  }, [summary, crashes, ledgers]);
}
