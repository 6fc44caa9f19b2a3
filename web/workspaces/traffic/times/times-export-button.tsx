import { runAnalysis } from "../../../analysis/analyses.ts";
import { ExportButton, LedgersChanged } from "../../../export/export-button.tsx";
import type { ExportPlace } from "../../../export/provenance.ts";
import type { ExportContent } from "../../../export/write-export.ts";
import { useLanguage } from "../../../messages/words.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import type { Times } from "../../../state/times-view.ts";
import { useView } from "../../../state/view-store.ts";
import { patrolExport } from "./patrol-export.ts";
import { rhythmExport } from "./rhythm-export.ts";
import { useTabAnswer } from "./use-tab-answer.ts";
import { weatherExport } from "./weather-export.ts";

/** Lists of the page are cut; a file holds as many as the analyses list at all. */
const COMPLETE = 20_000;

/** Exports what the open tab answers. */
export function TimesExport() {
  const language = useLanguage();
  const tab = useView((view) => view.traffic.times.tab);
  const { answer } = useTabAnswer();
  return (
    <ExportButton
      disabled={answer === null}
      prepare={() => {
        const { layers: ledgers, zone } = useLedgers.getState();
        return prepare(tab, answer!.parameters, { language, ledgers, demo: zone?.demo ?? false, madeAt: new Date() });
      }}
    />
  );
}

async function prepare(tab: Times["tab"], parameters: object, place: ExportPlace): Promise<ExportContent> {
  const { accidents = "" } = useView.getState().filters;
  const filters: Readonly<Record<string, string>> = accidents.trim() === "" ? {} : { accidents };
  switch (tab) {
    case "rhythm":
      return rhythmExport(await complete("crash-times", { ...parameters, limit: COMPLETE }, place), filters, place);
    case "weather":
      return weatherExport(
        await complete("weather-segments", { ...parameters, limit: COMPLETE }, place),
        filters,
        place,
      );
    case "patrol":
      return patrolExport(await complete("enforcement-hours", parameters, place), filters, place);
  }
}

async function complete<Finding, Summary>(name: string, parameters: object, { ledgers }: ExportPlace) {
  const outcome = await runAnalysis<Finding, Summary>(name, parameters);
  if ("refusal" in outcome) throw new LedgersChanged();
  for (const { definition, snapshot } of ledgers)
    if ((outcome.revisions[definition.id] ?? snapshot.revision) !== snapshot.revision) throw new LedgersChanged();
  return outcome;
}
