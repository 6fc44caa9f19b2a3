import type { LayerDefinition } from "#data/layers/define.ts";
import type { RowState } from "../../../api.ts";
import { useLanguage } from "../../../messages/words.ts";
import { targetTitle } from "../mapping/mapping-fields.ts";
import { attributeText } from "./attribute-text.ts";
import styles from "./rows.module.css";

/** Enough to know a new feature by. */
const SHOWN = 6;

/** What a new feature says of itself: its first fields that are filled. */
export function RowSummary({ layer, state }: { layer: LayerDefinition; state: RowState }) {
  const language = useLanguage();
  const filled = Object.keys(layer.attributes).filter((id) => (state.attributes[id] ?? null) !== null);
  if (filled.length === 0) return null;
  return (
    <span className={styles.summary}>
      {filled.slice(0, SHOWN).map((id) => (
        <span key={id}>
          <span className={styles.field}>{targetTitle(layer, id, language)}</span>{" "}
          {attributeText(layer, id, state.attributes[id] ?? null, language)}
        </span>
      ))}
      {filled.length > SHOWN && <span>…</span>}
    </span>
  );
}
