import { PAGE_WORDS } from "../../messages/page.ts";
import { useWords } from "../../messages/words.ts";
import { changeView, useView } from "../../state/view-store.ts";
import { Panel } from "../../ui/panel.tsx";
import { RadiiEditor } from "./radii-editor.tsx";
import { RingExportButton } from "./ring-export-button.tsx";
import { RingLayers } from "./ring-layers.tsx";
import { RingMode } from "./ring-mode.tsx";
import { RingNotes } from "./ring-notes.tsx";
import { RingOriginField } from "./ring-origin-field.tsx";
import { RingRefusal } from "./ring-refusal.tsx";
import { RingResults } from "./ring-results.tsx";

/** What lies within given distances of a place, a shape or features, in every ledger at once. */
export function RingPanel() {
  const page = useWords(PAGE_WORDS);
  const hasOrigin = useView((view) => view.origin !== null);
  return (
    <Panel title={page.tool.rings} actions={<RingExportButton />} onClose={() => changeView({ tool: null })}>
      <RingOriginField />
      <RadiiEditor />
      <RingMode />
      <RingLayers />
      {hasOrigin && (
        <>
          <RingRefusal />
          <RingResults />
        </>
      )}
      <RingNotes />
    </Panel>
  );
}
