import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined } from "@ant-design/icons";
import { Select } from "antd";
import type { Title } from "#data/layers/define.ts";
import { SCENE_EDITOR_WORDS } from "../../../messages/screen-editor.ts";
import { useTitle, useWords } from "../../../messages/words.ts";
import styles from "./editor.module.css";
import { movedItem } from "./moved-item.ts";

interface Props {
  readonly label: string;
  readonly addLabel: string;
  readonly ids: readonly string[];
  /** What this version has; others are listed as missing and stay. */
  readonly known: readonly { readonly id: string; readonly title: Title }[];
  readonly most: number;
  readonly onChange: (ids: string[]) => void;
}

/** Things by their ids in an order that counts: numbered, moved up and down, removed, and added at the end. */
export function IdList({ label, addLabel, ids, known, most, onChange }: Props) {
  const words = useWords(SCENE_EDITOR_WORDS);
  const title = useTitle();
  const options = known
    .filter(({ id }) => !ids.includes(id))
    .map((each) => ({ value: each.id, label: title(each.title) }));
  return (
    <>
      <ol className={styles.rows} aria-label={label}>
        {ids.map((id, place) => {
          const found = known.find((each) => each.id === id);
          const name = found ? title(found.title) : id;
          return (
            <li key={id} className={styles.row} data-missing={!found}>
              <span className={styles.place}>{place + 1}</span>
              <span className={styles.rowName}>
                {name} {!found && <em className={styles.missing}>{words.missing}</em>}
              </span>
              {/* One that cannot move stays where the keyboard is. */}
              <button
                type="button"
                className={styles.icon}
                aria-label={words.up(name)}
                aria-disabled={place === 0}
                onClick={() => onChange(movedItem(ids, id, -1))}
              >
                <ArrowUpOutlined aria-hidden />
              </button>
              <button
                type="button"
                className={styles.icon}
                aria-label={words.down(name)}
                aria-disabled={place === ids.length - 1}
                onClick={() => onChange(movedItem(ids, id, 1))}
              >
                <ArrowDownOutlined aria-hidden />
              </button>
              <button
                type="button"
                className={styles.icon}
                aria-label={words.remove(name)}
                title={found ? undefined : words.missingHint}
                onClick={() => onChange(ids.filter((each) => each !== id))}
              >
                <CloseOutlined aria-hidden />
              </button>
            </li>
          );
        })}
        {ids.length === 0 && <li className={styles.hint}>{words.none}</li>}
      </ol>
      {ids.length >= most ? (
        <p className={styles.hint}>{words.full(most)}</p>
      ) : (
        <Select
          className={styles.wide!}
          placeholder={addLabel}
          aria-label={addLabel}
          showSearch={{ optionFilterProp: "label" }}
          value={null}
          options={options}
          onChange={(id: string | null) => id !== null && onChange([...ids, id])}
        />
      )}
    </>
  );
}
