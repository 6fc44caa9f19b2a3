import type { BlackSpotFinding, BlackSpotSummary, ScreeningParameters } from "#data/analyses/black-spot-results.ts";
import type { CrashCluster, CrashClusterSummary } from "#data/analyses/crash-cluster-results.ts";
import { runAnalysis } from "../../../analysis/analyses.ts";
import { ExportButton, LedgersChanged } from "../../../export/export-button.tsx";
import type { ExportContent } from "../../../export/write-export.ts";
import { type Language, useLanguage } from "../../../messages/words.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import { type ClusterQuestion, useBlackSpots, useCrashClusters } from "../../../state/traffic.ts";
import { useView } from "../../../state/view-store.ts";
import { foundRows } from "./found-rows.ts";
import { screeningExport } from "./screening-export.ts";

/** As many as the analyses list at all. */
const COMPLETE = 20_000;

/** Exports what rule and statistics find, with whole lists. */
export function ScreeningExport() {
  const language = useLanguage();
  const screened = useBlackSpots(({ answer }) => answer?.parameters ?? null);
  const clustered = useCrashClusters(({ answer }) => answer?.parameters ?? null);
  return <ExportButton disabled={screened === null} prepare={() => prepare(screened!, clustered, language)} />;
}

async function prepare(
  screened: ScreeningParameters,
  clustered: ClusterQuestion | null,
  language: Language,
): Promise<ExportContent> {
  const rule = await complete<BlackSpotFinding, BlackSpotSummary>("black-spots", screened);
  const statistics = clustered && (await complete<CrashCluster, CrashClusterSummary>("crash-clusters", clustered));
  const { layers: ledgers, zone } = useLedgers.getState();
  for (const { definition, snapshot } of ledgers)
    if ((rule.revisions[definition.id] ?? snapshot.revision) !== snapshot.revision) throw new LedgersChanged();
  const { accidents = "" } = useView.getState().filters;
  return screeningExport(
    {
      rows: foundRows(rule.findings, statistics?.findings ?? []),
      screened: rule.summary,
      clustered: statistics?.summary ?? null,
      filters: accidents.trim() === "" ? {} : { accidents },
    },
    { language, ledgers, demo: zone?.demo ?? false, madeAt: new Date() },
  );
}

async function complete<Finding, Summary>(name: string, parameters: object) {
  const outcome = await runAnalysis<Finding, Summary>(name, { ...parameters, limit: COMPLETE });
  if ("refusal" in outcome) throw new LedgersChanged();
  return outcome;
}
