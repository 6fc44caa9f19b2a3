import { Button } from "antd";
import { DETAIL_WORDS } from "../../messages/detail.ts";
import { useWords } from "../../messages/words.ts";
import type { Ledger } from "../../state/ledgers.ts";
import { GROUND_LAYERS } from "../../state/picture.ts";
import { selectRows } from "../../state/selections.ts";
import { changeView, useViewFields } from "../../state/view-store.ts";
import styles from "./detail-panel.module.css";

/** Why the feature is not on the map, when it is not. */
export function HiddenNote({ ledger: { definition, snapshot }, row }: { ledger: Ledger; row: number }) {
  const words = useWords(DETAIL_WORDS);
  const { layers, filters, time } = useViewFields("layers", "filters", "time");
  const { id } = definition;
  if (!layers.includes(id) && !GROUND_LAYERS.includes(id))
    return (
      <p className={styles.hidden}>
        {words.layerOff}{" "}
        <Button size="small" type="link" onClick={() => changeView({ layers: [...layers, id] })}>
          {words.switchOn}
        </Button>
      </p>
    );
  const { rows } = selectRows(definition, snapshot, { filters, time });
  return rows && rows[row] === 0 ? <p className={styles.hidden}>{words.filtered}</p> : null;
}
