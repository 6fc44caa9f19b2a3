import { Checkbox } from "antd";
import { FILTER_WORDS } from "../../messages/filters.ts";
import { useLanguage, useWords } from "../../messages/words.ts";
import type { Ledger } from "../../state/ledgers.ts";
import { formatNumber } from "../../ui/quantities.ts";
import styles from "./details.module.css";
import { useFieldUnknown } from "./use-field-counts.ts";
import type { LayerRows } from "./use-layer-rows.ts";

/** Features without a value: they lie in no range, so they are asked for apart. */
export function UnknownChoice(props: {
  ledger: Ledger;
  layer: LayerRows;
  property: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  const words = useWords(FILTER_WORDS);
  const language = useLanguage();
  const count = useFieldUnknown(props.ledger, props.layer, props.property);
  return (
    <Checkbox
      className={styles.choice!}
      checked={props.checked}
      onChange={({ target }) => props.onChange(target.checked)}
    >
      <span className={styles.entryTitle}>{words.unknown}</span>
      <span className={styles.number}>{formatNumber(count, language)}</span>
    </Checkbox>
  );
}
