import { AimOutlined, MinusSquareOutlined, PlusSquareOutlined, ZoomInOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { DETAIL_WORDS } from "../../messages/detail.ts";
import { useWords } from "../../messages/words.ts";
import { goToFeature } from "../../state/go-to-feature.ts";
import type { Ledger } from "../../state/ledgers.ts";
import { useSelectedFeatures } from "../../state/selected.ts";
import { addFeature, removeFeature } from "../../state/selection-edit.ts";
import { changeView } from "../../state/view-store.ts";
import styles from "./detail-panel.module.css";

/** What one does with a feature that one has found. */
export function DetailActions({ ledger, row, id }: { ledger: Ledger; row: number; id: string }) {
  const words = useWords(DETAIL_WORDS);
  const layer = ledger.definition.id;
  const selected = useSelectedFeatures();
  const isSelected = selected.some((each) => each.layer === layer && each.row === row);
  const key = { layer, id };
  return (
    <div className={styles.actions}>
      <Button size="small" icon={<ZoomInOutlined />} onClick={() => goToFeature(ledger, row)}>
        {words.zoomTo}
      </Button>
      <Button
        size="small"
        icon={<AimOutlined />}
        onClick={() => changeView({ origin: { kind: "features", layer, ids: [id] }, tool: "rings" })}
      >
        {words.rings}
      </Button>
      <Button
        size="small"
        icon={isSelected ? <MinusSquareOutlined /> : <PlusSquareOutlined />}
        onClick={() =>
          changeView(({ selection }) => ({
            selection: isSelected ? removeFeature(selection, key) : addFeature(selection, key),
          }))
        }
      >
        {isSelected ? words.deselect : words.select}
      </Button>
    </div>
  );
}
