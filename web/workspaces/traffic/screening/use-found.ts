import { useMemo } from "react";
import type { BlackSpotFinding } from "#data/analyses/black-spot-results.ts";
import type { CrashCluster } from "#data/analyses/crash-cluster-results.ts";
import { useBlackSpots, useCrashClusters } from "../../../state/traffic.ts";
import { useView } from "../../../state/view-store.ts";
import { countAgreements, type FoundRow, foundRows, placeOf } from "./found-rows.ts";
import { findSite } from "./site-match.ts";

const NO_SPOTS: readonly BlackSpotFinding[] = [];
const NO_CLUSTERS: readonly CrashCluster[] = [];

/** Whether the statistics have been heard: only `done` lets a row say that they found nothing there. */
export type Compared = "done" | "too-few" | "pending" | "not-asked";

/** Both lists as one, the part of it that is shown, and the row that is open. */
export function useFound() {
  const spots = useBlackSpots(({ answer }) => answer?.findings ?? NO_SPOTS);
  const clusters = useCrashClusters(({ answer }) => answer?.findings ?? NO_CLUSTERS);
  const compared = useCrashClusters(({ answer, pending }): Compared => {
    if (answer?.summary.answer === "too-few") return "too-few";
    return answer ? "done" : pending ? "pending" : "not-asked";
  });
  const agreement = useView((view) => view.traffic.agreement);
  const site = useView((view) => view.traffic.site);
  const all = useMemo(() => foundRows(spots, clusters), [spots, clusters]);
  const rows = useMemo(
    () => (agreement === null ? all : all.filter((row) => row.agreement === agreement)),
    [all, agreement],
  );
  const counts = useMemo(() => countAgreements(all), [all]);
  const opened = useMemo((): FoundRow | null => {
    const at = findSite(
      rows.map((row) => placeOf(row).site),
      site,
    );
    if (at >= 0) return rows[at]!;
    return (
      rows.find(
        ({ clusters: own }) =>
          findSite(
            own.map(({ finding }) => finding.place.site),
            site,
          ) >= 0,
      ) ?? null
    );
  }, [rows, site]);
  return { all, rows, counts, opened, compared };
}
