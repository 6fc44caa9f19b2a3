import type { RoadNetworkFinding, RoadNetworkSummary } from "#data/analyses/road-network-results.ts";
import { runAnalysis } from "../../../analysis/analyses.ts";
import { ExportButton, LedgersChanged } from "../../../export/export-button.tsx";
import type { ExportContent } from "../../../export/write-export.ts";
import { type Language, useLanguage } from "../../../messages/words.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import { useRoadReport } from "../../../state/placing.ts";
import { roadExport } from "./road-export.ts";

/** As many as the analysis lists at all. */
const COMPLETE = 200_000;

/** Exports every issue of the roads, whichever kind the page shows. */
export function RoadExport() {
  const language = useLanguage();
  const isAnswered = useRoadReport(({ answer }) => answer !== null);
  return <ExportButton disabled={!isAnswered} prepare={() => prepare(language)} />;
}

async function prepare(language: Language): Promise<ExportContent> {
  const outcome = await runAnalysis<RoadNetworkFinding, RoadNetworkSummary>("road-network", { limit: COMPLETE });
  const { layers: ledgers, zone } = useLedgers.getState();
  const revision = ledgers.find(({ definition }) => definition.id === "roads")?.snapshot.revision;
  if ("refusal" in outcome || outcome.revisions.roads !== revision) throw new LedgersChanged();
  return roadExport(outcome, { language, ledgers, demo: zone?.demo ?? false, madeAt: new Date() });
}
