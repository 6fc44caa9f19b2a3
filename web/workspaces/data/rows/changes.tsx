import { useMemo } from "react";
import type { LayerDefinition } from "#data/layers/define.ts";
import type { RowState } from "../../../api.ts";
import { REMARK_WORDS } from "../../../messages/remarks.ts";
import { ROW_WORDS, type RowWords } from "../../../messages/rows.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { metres } from "../../../ui/quantities.ts";
import { targetTitle } from "../mapping/mapping-fields.ts";
import { attributeText } from "./attribute-text.ts";
import { type RowChange, rowChanges } from "./row-changes.ts";
import styles from "./rows.module.css";

interface ChangesProps {
  readonly layer: LayerDefinition;
  readonly before: RowState;
  readonly after: RowState;
  /** All fields that differ; of personal ones that is all that the server tells. */
  readonly changed: readonly string[];
}

/** Old → new, a line for each field that differs. */
export function Changes({ layer, before, after, changed }: ChangesProps) {
  const isPersonal = (id: string) => layer.attributes[id]?.personal === true;
  const changes = useMemo(() => rowChanges(layer, before, after), [layer, before, after]).filter(
    (change) => change.kind !== "attribute" || !isPersonal(change.id),
  );
  const { withheld } = useWords(REMARK_WORDS);
  const language = useLanguage();
  return (
    <ul className={styles.changes}>
      {changes.map((change) => (
        <li key={change.kind === "attribute" ? change.id : change.kind}>
          <Change layer={layer} change={change} />
        </li>
      ))}
      {changed.filter(isPersonal).map((id) => (
        <li key={id}>
          <span className={styles.field}>{targetTitle(layer, id, language)}</span> {withheld}
        </li>
      ))}
    </ul>
  );
}

function Change({ layer, change }: { layer: LayerDefinition; change: RowChange }) {
  const words = useWords(ROW_WORDS);
  const language = useLanguage();
  if (change.kind === "geometry")
    return (
      <>
        <span className={styles.field}>{words.geometry}</span> {geometryText(change, words)}
      </>
    );
  const id = change.kind === "attribute" ? change.id : change.kind;
  const title = targetTitle(layer, id, language);
  const text = (value: typeof change.from) =>
    change.kind === "attribute"
      ? attributeText(layer, id, value, language)
      : value === null || value === ""
        ? words.unknown
        : String(value);
  return (
    <>
      <span className={styles.field}>{title}</span> <del>{text(change.from)}</del> → <ins>{text(change.to)}</ins>
    </>
  );
}

function geometryText({ change, movedM }: Extract<RowChange, { kind: "geometry" }>, words: RowWords): string {
  switch (change) {
    case "moved":
      return words.moved(metres(movedM));
    case "placed":
      return words.placed;
    case "other":
      return words.otherShape;
    case "reshaped":
      return movedM < 0.05 ? words.reshaped : words.reshapedAndMoved(metres(movedM));
  }
}
