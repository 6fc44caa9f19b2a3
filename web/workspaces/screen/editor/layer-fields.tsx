import { CloseOutlined, FilterOutlined } from "@ant-design/icons";
import { Button, Switch } from "antd";
import { useId, useState } from "react";
import { LAYER_IDS } from "#data/layers/index.ts";
import { missingFrom, type Scene } from "#data/wall/scene.ts";
import { SCENE_EDITOR_WORDS } from "../../../messages/screen-editor.ts";
import { useLanguage, useTitle, useWords } from "../../../messages/words.ts";
import { FilterForm } from "../../../panels/layers/filter-form.tsx";
import { FilterText } from "../../../panels/layers/filter-text.tsx";
import { useLayerRows } from "../../../panels/layers/use-layer-rows.ts";
import { type Ledger, useLedgers } from "../../../state/ledgers.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { Swatch } from "../../../ui/swatch.tsx";
import styles from "./editor.module.css";
import { changeDraft } from "./scene-editing.ts";

/** Which layers the scene shows, and what of each. */
export function LayerFields({ draft }: { draft: Scene }) {
  const words = useWords(SCENE_EDITOR_WORDS);
  const ledgers = useLedgers((state) => state.layers);
  const missing = missingFrom({ ...draft, panels: [], overlays: [] }, { layers: LAYER_IDS, panels: [], overlays: [] });
  return (
    <>
      <ul className={styles.rows}>
        {ledgers.map((ledger) => (
          <LayerRow key={ledger.definition.id} ledger={ledger} isOn={draft.layers.includes(ledger.definition.id)} />
        ))}
        {missing.map(({ id }) => (
          <MissingLayer key={id} id={id} filter={draft.filters[id]} />
        ))}
      </ul>
      <p className={styles.hint}>{words.layersHint}</p>
    </>
  );
}

function LayerRow({ ledger, isOn }: { ledger: Ledger; isOn: boolean }) {
  const { definition, snapshot } = ledger;
  const words = useWords(SCENE_EDITOR_WORDS);
  const language = useLanguage();
  const title = useTitle()(definition.title);
  const rows = useLayerRows(ledger);
  const [isOpen, setOpen] = useState(false);
  const filter = useId();
  const count = (value: number) => formatNumber(value, language);
  const show = (on: boolean) =>
    changeDraft((draft) => ({
      ...draft,
      layers: on ? [...draft.layers, definition.id] : draft.layers.filter((id) => id !== definition.id),
    }));
  return (
    <li aria-label={title}>
      <div className={styles.row} data-on={isOn}>
        <Switch size="small" checked={isOn} aria-label={title} onChange={show} />
        <Swatch layer={definition} />
        <span className={styles.rowName}>{title}</span>
        {(isOn || rows.text !== "") && (
          <span className={styles.count} data-marked={rows.text !== ""}>
            {words.matching(count(rows.shown), count(snapshot.count))}
          </span>
        )}
        <Button
          type={rows.text === "" ? "text" : "link"}
          size="small"
          icon={<FilterOutlined />}
          danger={rows.problem !== null}
          aria-label={words.edits(title)}
          title={words.edits(title)}
          aria-expanded={isOpen}
          aria-controls={filter}
          onClick={() => setOpen(!isOpen)}
        />
      </div>
      <div id={filter}>
        {isOpen && (
          <div className={styles.filter}>
            {!rows.problem && <FilterForm ledger={ledger} layer={rows} />}
            <FilterText definition={definition} layer={rows} />
          </div>
        )}
      </div>
    </li>
  );
}

/** Kept as it came: the version that has it will show it again. */
function MissingLayer({ id, filter }: { id: string; filter: string | undefined }) {
  const words = useWords(SCENE_EDITOR_WORDS);
  const remove = () =>
    changeDraft((draft) => {
      const { [id]: _, ...filters } = draft.filters;
      const heat = draft.heat?.layer === id ? null : draft.heat;
      return { ...draft, layers: draft.layers.filter((each) => each !== id), filters, heat };
    });
  return (
    <li className={styles.row} data-missing>
      <span className={styles.rowName}>
        {id} <em className={styles.missing}>{words.missing}</em>
        {filter !== undefined && (
          <span className={styles.hint} title={filter}>
            {" "}
            {words.missingFilter}
          </span>
        )}
      </span>
      <button
        type="button"
        className={styles.icon}
        aria-label={words.remove(id)}
        title={words.missingHint}
        onClick={remove}
      >
        <CloseOutlined aria-hidden />
      </button>
    </li>
  );
}
