import { ExportButton } from "../../export/export-button.tsx";
import { selectionExport } from "../../export/selection-export.ts";
import type { ExportContent } from "../../export/write-export.ts";
import { type Language, useLanguage } from "../../messages/words.ts";
import { useLedgers } from "../../state/ledgers.ts";
import { selectedFeatures } from "../../state/selected-features.ts";
import { selectionText } from "../../state/selections.ts";
import { useView } from "../../state/view-store.ts";

/** Exports the selection as it is at this moment. */
export function SelectionExportButton({ disabled }: { disabled: boolean }) {
  const language = useLanguage();
  return <ExportButton disabled={disabled} prepare={async () => prepare(language)} />;
}

function prepare(language: Language): ExportContent {
  const view = useView.getState();
  const { layers: ledgers, zone } = useLedgers.getState();
  const filters = ledgers.flatMap(({ definition }) => {
    const text = selectionText(definition, view);
    return text === undefined ? [] : [[definition.id, text] as const];
  });
  const place = { language, ledgers, demo: zone?.demo ?? false, madeAt: new Date() };
  return selectionExport(selectedFeatures(ledgers, view), view.selection, Object.fromEntries(filters), place);
}
