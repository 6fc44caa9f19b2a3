import { PAGE_WORDS } from "../../messages/page.ts";
import { SELECTION_WORDS } from "../../messages/selection.ts";
import { useWords } from "../../messages/words.ts";
import { changeView, useView } from "../../state/view-store.ts";
import { Panel } from "../../ui/panel.tsx";
import styles from "./selection.module.css";
import { SelectionActions } from "./selection-actions.tsx";
import { SelectionExportButton } from "./selection-export-button.tsx";
import { SelectionList } from "./selection-list.tsx";
import { SelectionTools } from "./selection-tools.tsx";
import { useSelectedByLayer } from "./use-selected-by-layer.ts";

/** What is selected, by layer with sums, and what can be done with it. */
export function SelectionPanel() {
  const page = useWords(PAGE_WORDS);
  const words = useWords(SELECTION_WORDS);
  const groups = useSelectedByLayer();
  const hasAreas = useView((view) => view.selection.areas.length > 0);
  return (
    <Panel
      title={page.tool.selection}
      actions={<SelectionExportButton disabled={groups.length === 0} />}
      onClose={() => changeView({ tool: null })}
    >
      <div className={styles.panel}>
        <SelectionTools />
        <SelectionActions groups={groups} />
        {groups.length === 0 ? (
          <p className={styles.nothing}>{hasAreas ? words.nothingInAreas : words.nothing}</p>
        ) : (
          <SelectionList groups={groups} />
        )}
        {hasAreas && <p className={styles.note}>{words.shownOnly}</p>}
      </div>
    </Panel>
  );
}
