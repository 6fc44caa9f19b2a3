import { ExportButton, LedgersChanged } from "../../../export/export-button.tsx";
import type { ExportContent } from "../../../export/write-export.ts";
import { type Language, useLanguage } from "../../../messages/words.ts";
import { useCarrierRisk } from "../../../state/carriers.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import { carriersExport } from "./carriers-export.ts";

/** Exports the list as the page has it, whichever group is shown. */
export function CarriersExport() {
  const language = useLanguage();
  const isReady = useCarrierRisk(({ answer, pending }) => answer !== null && !pending);
  return <ExportButton disabled={!isReady} prepare={async () => prepare(language)} />;
}

function prepare(language: Language): ExportContent {
  const { answer } = useCarrierRisk.getState();
  const { layers: ledgers, zone } = useLedgers.getState();
  if (!answer) throw new LedgersChanged();
  for (const { definition, snapshot } of ledgers)
    if ((answer.revisions[definition.id] ?? snapshot.revision) !== snapshot.revision) throw new LedgersChanged();
  const { findings, summary } = answer;
  return carriersExport(findings, summary, { language, ledgers, demo: zone?.demo ?? false, madeAt: new Date() });
}
