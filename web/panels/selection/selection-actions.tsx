import { Button } from "antd";
import { SELECTION_WORDS } from "../../messages/selection.ts";
import { useWords } from "../../messages/words.ts";
import { rowsExtent } from "../../state/rows-extent.ts";
import { NO_SELECTION } from "../../state/selection-edit.ts";
import { useSurface } from "../../state/surface.ts";
import { changeView, useView } from "../../state/view-store.ts";
import type { SelectedGroup } from "./group-by-layer.ts";
import styles from "./selection.module.css";

/** How many are selected, and what concerns all of them. */
export function SelectionActions({ groups }: { groups: readonly SelectedGroup[] }) {
  const words = useWords(SELECTION_WORDS);
  const isEmpty = useView(({ selection: { areas, plus } }) => areas.length === 0 && plus.length === 0);
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const zoom = () => {
    const extent = rowsExtent(groups);
    if (extent) useSurface.getState().map?.fit(extent, 80);
  };
  return (
    <div className={styles.actions}>
      <output className={styles.count}>{words.selected(count)}</output>
      <Button size="small" disabled={count === 0} onClick={zoom}>
        {words.zoom}
      </Button>
      <Button size="small" disabled={isEmpty} onClick={() => changeView({ selection: NO_SELECTION })}>
        {words.clear}
      </Button>
    </div>
  );
}
