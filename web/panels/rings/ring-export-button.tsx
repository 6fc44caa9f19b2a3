import type { BufferFinding, BufferParameters, BufferSummary } from "#data/analyses/results.ts";
import { runAnalysis } from "../../analysis/analyses.ts";
import { ExportButton, LedgersChanged } from "../../export/export-button.tsx";
import { ringExport } from "../../export/ring-export.ts";
import type { ExportContent } from "../../export/write-export.ts";
import type { Language } from "../../messages/words.ts";
import { useLanguage } from "../../messages/words.ts";
import { useLedgers } from "../../state/ledgers.ts";
import { useResults } from "../../state/results.ts";

/** As many as the analysis lists at all. */
const COMPLETE = 200_000;

/** Exports exactly what the panel shows, with the whole list. */
export function RingExportButton() {
  const language = useLanguage();
  const parameters = useResults(({ rings }) => rings.answer?.parameters ?? null);
  return <ExportButton disabled={parameters === null} prepare={() => prepare(parameters!, language)} />;
}

async function prepare(shown: BufferParameters, language: Language): Promise<ExportContent> {
  const parameters = { ...shown, limit: COMPLETE };
  const outcome = await runAnalysis<BufferFinding, BufferSummary>("buffer", parameters);
  const { layers: ledgers, zone } = useLedgers.getState();
  if ("refusal" in outcome) throw new LedgersChanged();
  for (const { definition, snapshot } of ledgers)
    if ((outcome.revisions[definition.id] ?? snapshot.revision) !== snapshot.revision) throw new LedgersChanged();
  const place = { language, ledgers, demo: zone?.demo ?? false, madeAt: new Date() };
  return ringExport({ ...outcome, parameters }, place);
}
