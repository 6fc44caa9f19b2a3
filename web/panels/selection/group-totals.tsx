import { useMemo } from "react";
import { unitOf } from "#data/layers/column-names.ts";
import { PAGE_WORDS } from "../../messages/page.ts";
import { SELECTION_WORDS } from "../../messages/selection.ts";
import { useLanguage, useWords } from "../../messages/words.ts";
import { formatNumber } from "../../ui/quantities.ts";
import type { SelectedGroup } from "./group-by-layer.ts";
import styles from "./selection.module.css";
import { selectionTotals } from "./selection-totals.ts";

/** The sums of a layer's selected features, a line each; what is not known is said, never taken for nothing. */
export function GroupTotals({ group }: { group: SelectedGroup }) {
  const words = useWords(SELECTION_WORDS);
  const page = useWords(PAGE_WORDS);
  const language = useLanguage();
  const totals = useMemo(() => selectionTotals(group), [group]);
  return (
    <dl className={styles.totals}>
      {totals.map(({ attribute, sum, unknown }) => {
        const definition = group.definition.attributes[attribute]!;
        const unit = unitOf(definition, language);
        const figure = `${formatNumber(sum, language, 1)}${unit ? ` ${unit}` : ""}`;
        return (
          <div key={attribute}>
            <dt>{definition.title[language]}</dt>
            <dd>
              {unknown === group.rows.length ? page.unknown : figure}
              {unknown > 0 && <span className={styles.unknown}>{words.unknown(unknown)}</span>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
