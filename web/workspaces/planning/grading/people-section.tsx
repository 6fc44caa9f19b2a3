import { DeleteOutlined } from "@ant-design/icons";
import { Button, Checkbox, Input, InputNumber } from "antd";
import { useState } from "react";
import type { GradePlace, HazardGradeSummary } from "#data/analyses/grade-results.ts";
import { GRADING_WORDS } from "../../../messages/planning-grading.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { formatNumber, metres } from "../../../ui/quantities.ts";
import styles from "./grading.module.css";
import { useGrading } from "./grading-state.ts";
import { levelText } from "./level-text.ts";
import { PlaceRow } from "./place-row.tsx";

const PAGE = 60;
const GROUPS = ["residents", "institutions", "workers"] as const;

/** Who lives around, place by place, and a person's word on each. */
export function PeopleSection(props: { places: readonly GradePlace[]; summary: HazardGradeSummary }) {
  const { places, summary } = props;
  const words = useWords(GRADING_WORDS);
  const [isNarrow, setNarrow] = useState(true);
  const [listed, setListed] = useState(PAGE);
  const inLedgers = places.filter(({ layer }) => layer !== null);
  const shown = isNarrow
    ? inLedgers.filter(({ counted, why }) => counted || why === "people-unknown" || why === "corrected")
    : inLedgers;
  return (
    <section className={styles.section} aria-label={words.places.title(metres(summary.withinM))}>
      <h3 className={styles.heading}>{words.places.title(metres(summary.withinM))}</h3>
      <Readings summary={summary} />
      <Checkbox checked={isNarrow} onChange={({ target }) => setNarrow(target.checked)}>
        {words.places.onlyCounted}
      </Checkbox>
      {inLedgers.length === 0 && <p className={styles.soft}>{words.places.none}</p>}
      {shown.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              {[words.places.counted, words.places.place, words.places.distance, words.places.people].map((text) => (
                <th key={text} scope="col">
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.slice(0, listed).map((place) => (
              <PlaceRow key={`${place.layer} ${place.id}`} place={place} />
            ))}
          </tbody>
        </table>
      )}
      {shown.length > listed && (
        <Button size="small" type="link" onClick={() => setListed(listed + PAGE)}>
          {words.places.more(Math.min(PAGE, shown.length - listed))}
        </Button>
      )}
      <AddedPeople />
    </section>
  );
}

/** Who counts, and what the level would be if others did. */
function Readings({ summary }: { summary: HazardGradeSummary }) {
  const words = useWords(GRADING_WORDS);
  const language = useLanguage();
  const count = useGrading((state) => state.count);
  return (
    <>
      <fieldset className={styles.groups} title={words.countHint}>
        <legend>{words.count}</legend>
        {GROUPS.map((group) => (
          <Checkbox
            key={group}
            checked={count.includes(group)}
            onChange={({ target }) =>
              useGrading.setState({
                count: GROUPS.filter((each) => (each === group ? target.checked : count.includes(each))),
              })
            }
          >
            {words.groups[group]}
          </Checkbox>
        ))}
      </fieldset>
      <table className={styles.table} aria-label={words.readings.title}>
        <thead>
          <tr>
            <th scope="col">{words.readings.title}</th>
            <th scope="col" className={styles.number}>
              {words.readings.people}
            </th>
            <th scope="col">{words.readings.level}</th>
          </tr>
        </thead>
        <tbody>
          {summary.readings.map((reading) => (
            <tr key={reading.count.join()}>
              <td>{reading.count.map((group) => words.groups[group]).join(" + ")}</td>
              <td className={styles.number}>{formatNumber(reading.people, language)}</td>
              <td>{levelText(reading, words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** People whom no ledger knows, each with its evidence. */
function AddedPeople() {
  const words = useWords(GRADING_WORDS).places;
  const added = useGrading((state) => state.added);
  const [people, setPeople] = useState<number | null>(null);
  const [note, setNote] = useState("");
  const isReady = people !== null && people >= 1 && note.trim() !== "";
  const add = () => {
    if (!isReady) return;
    useGrading.setState({ added: [...added, { people: Math.round(people), note: note.trim() }] });
    setPeople(null);
    setNote("");
  };
  return (
    <fieldset className={styles.added}>
      <legend>{words.add}</legend>
      {added.map((each, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same
        <p key={at} className={styles.row}>
          <span className={styles.grow}>
            {each.people} · {each.note}
          </span>
          <Button
            size="small"
            type="text"
            icon={<DeleteOutlined />}
            aria-label={words.removeAdded(each.note)}
            onClick={() => useGrading.setState({ added: added.filter((_, i) => i !== at) })}
          />
        </p>
      ))}
      <div className={styles.row}>
        <InputNumber
          size="small"
          aria-label={words.addPeople}
          placeholder={words.addPeople}
          min={1}
          max={1_000_000}
          precision={0}
          value={people}
          onChange={setPeople}
        />
        <Input
          size="small"
          className={styles.grow}
          aria-label={words.addNote}
          placeholder={words.addNote}
          maxLength={500}
          value={note}
          onChange={({ target }) => setNote(target.value)}
          onPressEnter={add}
        />
        <Button size="small" disabled={!isReady} onClick={add}>
          {words.doAdd}
        </Button>
      </div>
    </fieldset>
  );
}
