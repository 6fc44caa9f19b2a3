import { AimOutlined, FlagOutlined } from "@ant-design/icons";
import { useEffect, useRef } from "react";
import { formatStake } from "#data/snapshot/stake.ts";
import { SEARCH_WORDS } from "../../messages/search.ts";
import { useTitle, useWords } from "../../messages/words.ts";
import { useView } from "../../state/view-store.ts";
import { formatDms } from "../../ui/dms.ts";
import { formatPosition } from "../../ui/quantities.ts";
import { Swatch } from "../../ui/swatch.tsx";
import { lookOfRow } from "../detail/row-look.ts";
import type { PlaceHit } from "./find-groups.ts";
import { MOST_HITS } from "./find-groups.ts";
import { Matched } from "./matched.tsx";
import type { Option, OptionGroup } from "./options.ts";
import styles from "./search-box.module.css";
import type { Answer } from "./use-found.ts";

interface Props {
  readonly id: string;
  readonly answer: Answer;
  readonly groups: readonly OptionGroup[];
  /** Key of the option that Enter chooses. */
  readonly active: string | null;
  readonly onChoose: (option: Option) => void;
}

/** What was found, by layer; or what can be found. */
export function SearchList({ id, answer, groups, active, onChoose }: Props) {
  const words = useWords(SEARCH_WORDS);
  const title = useTitle();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active)
      list.current?.querySelector(`[id="${CSS.escape(`${id}-${active}`)}"]`)?.scrollIntoView({ block: "nearest" });
  }, [id, active]);
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  return (
    <div className={styles.list}>
      <output className={styles.said}>{count === 0 ? words.nothing(answer.query) : words.found(count)}</output>
      <div ref={list} id={id} role="listbox" aria-label={words.results} className={styles.scroll}>
        {groups.map(({ ledger, count: found, options }) => {
          const name = ledger ? title(ledger.definition.title) : words.places;
          return (
            // biome-ignore lint/a11y/useSemanticElements: a group of options is no fieldset
            <div key={name} role="group" aria-label={name}>
              <div className={styles.group} aria-hidden>
                {name} <span className={styles.count}>{found}</span>
              </div>
              {options.map((option) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's
                <div
                  key={option.key}
                  id={`${id}-${option.key}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={option.key === active}
                  className={styles.option}
                  // The input keeps the focus.
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => onChoose(option)}
                >
                  <OptionText option={option} query={answer.query} />
                </div>
              ))}
            </div>
          );
        })}
      </div>
      {count === 0 && (
        <div className={styles.help}>
          <p>{words.nothing(answer.query)}</p>
          <p>{words.can}</p>
          <ul>
            {words.examples.map(([what, example]) => (
              <li key={what}>
                {what} <span className={styles.example}>{example}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {answer.isCut && <p className={styles.cut}>{words.cut(MOST_HITS)}</p>}
    </div>
  );
}

function OptionText({ option, query }: { option: Option; query: string }) {
  const words = useWords(SEARCH_WORDS);
  switch (option.kind) {
    case "more":
      return <span className={styles.more}>{words.more(option.count)}</span>;
    case "place":
      return <PlaceText hit={option.hit} />;
    case "feature":
      return <FeatureText option={option} query={query} />;
  }
}

function PlaceText({ hit }: { hit: PlaceHit }) {
  const words = useWords(SEARCH_WORDS);
  const isStake = hit.kind === "stake";
  return (
    <>
      {isStake ? <FlagOutlined className={styles.icon} /> : <AimOutlined className={styles.icon} />}
      <span className={styles.main}>
        {isStake ? `${hit.road.toUpperCase()} ${formatStake(hit.stakeM)}` : formatPosition(hit.position)}
      </span>
      <span className={styles.side}>
        {isStake ? `${words.stake} · ${formatPosition(hit.position)}` : formatDms(hit.position)}
      </span>
    </>
  );
}

function FeatureText({ option, query }: { option: Extract<Option, { kind: "feature" }>; query: string }) {
  const words = useWords(SEARCH_WORDS);
  const title = useTitle();
  const { definition, snapshot } = option.ledger;
  const { row, rows, field, text, isHidden } = option.hit;
  const isOn = useView((view) => view.layers.includes(definition.id));
  const attribute = definition.attributes[field];
  const code = snapshot.codes.get(row) ?? "";
  return (
    <>
      <Swatch layer={definition} look={lookOfRow(definition, snapshot, row)} size={20} />
      <span className={styles.main}>
        <Matched text={snapshot.names.get(row) || code} query={field === "name" ? query : ""} />
        {rows.length > 1 && <span className={styles.count}> {words.sections(rows.length)}</span>}
      </span>
      <span className={styles.side}>
        <Matched text={code} query={field === "code" ? query : ""} />
        {attribute && (
          <>
            {" · "}
            {title(attribute.title)} <Matched text={text} query={query} />
          </>
        )}
        {isHidden && (
          <span className={styles.tag} title={words.filteredHint}>
            {words.filtered}
          </span>
        )}
        {!isOn && definition.role === "ledger" && <span className={styles.tag}>{words.layerOff}</span>}
      </span>
    </>
  );
}
