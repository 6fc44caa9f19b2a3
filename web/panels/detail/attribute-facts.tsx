import { Fragment } from "react";
import type { LayerDefinition, Substance } from "#data/layers/define.ts";
import { DETAIL_WORDS } from "../../messages/detail.ts";
import { useTitle, useWords } from "../../messages/words.ts";
import styles from "./detail-panel.module.css";
import type { DetailRecord } from "./detail-record.ts";
import { SubstanceTable } from "./substance-table.tsx";
import { ValueView } from "./value-view.tsx";

/** Every attribute of the layer, in the registry's order, with its gaps. */
export function AttributeFacts({ definition, record }: { definition: LayerDefinition; record: DetailRecord }) {
  const words = useWords(DETAIL_WORDS);
  const title = useTitle();
  // Personal values come from the server only: until it has answered, nothing is said about them.
  const shown = Object.entries(definition.attributes).filter(([, { personal }]) => !personal || record.revision);
  return (
    <>
      <h4 className={styles.section}>{words.attributes}</h4>
      <dl className={styles.facts}>
        {shown.map(([id, attribute]) => {
          const value = record.attributes[id] ?? null;
          if (attribute.type === "substances" && Array.isArray(value) && value.length > 0)
            return (
              <SubstanceTable key={id} title={title(attribute.title)} substances={value as readonly Substance[]} />
            );
          return (
            <Fragment key={id}>
              <dt title={attribute.source}>{title(attribute.title)}</dt>
              <dd>
                <ValueView id={id} attribute={attribute} value={value} />
              </dd>
            </Fragment>
          );
        })}
      </dl>
    </>
  );
}
