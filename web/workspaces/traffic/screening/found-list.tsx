import { useCallback } from "react";
import type { Criterion } from "#data/traffic/rule-sets/rule-set.ts";
import { SCREENING_WORDS } from "../../../messages/traffic-screening.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { changeTraffic, useBlackSpots, useCrashClusters } from "../../../state/traffic.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { FoundDetail } from "./found-detail.tsx";
import { type FoundRow, placeOf } from "./found-rows.ts";
import { FoundTable } from "./found-table.tsx";
import { goToPlace } from "./go-to-place.ts";
import styles from "./screening.module.css";
import type { Compared } from "./use-found.ts";
import { useFoundPicture } from "./use-screening-picture.ts";

const NO_CRITERIA: readonly Criterion[] = [];

/** The two lists side by side, and below them the open site. */
export function FoundList(props: {
  rows: readonly FoundRow[];
  isFiltered: boolean;
  opened: FoundRow | null;
  compared: Compared;
}) {
  const { rows, isFiltered, opened, compared } = props;
  const words = useWords(SCREENING_WORDS);
  const language = useLanguage();
  const criteria = useBlackSpots(({ answer }) => answer?.summary.settings.criteria ?? NO_CRITERIA);
  const found = useBlackSpots(({ answer }) => answer?.summary ?? null);
  const isWorking = useBlackSpots(({ answer, pending }) => pending && answer === null) || compared === "pending";
  useFoundPicture(rows, opened);
  const open = useCallback((row: FoundRow, of: "rule" | "statistics") => {
    const place = of === "statistics" ? row.clusters[0]!.finding.place : placeOf(row);
    changeTraffic({ site: place.site });
    goToPlace(place);
  }, []);
  const number = (value: number) => formatNumber(value, language);
  return (
    <>
      <ClusterNotice />
      {found && found.listed < found.found && (
        <p className={styles.notice}>{words.listed(number(found.listed), number(found.found))}</p>
      )}
      {rows.length > 0 ? (
        <FoundTable rows={rows} criteria={criteria} compared={compared} openedId={opened?.id ?? null} onOpen={open} />
      ) : (
        <p className={styles.notice}>
          {isWorking ? words.working : isFiltered ? words.noneInGroup : found && words.none}
        </p>
      )}
      {opened && <FoundDetail row={opened} compared={compared} />}
    </>
  );
}

/** By what the statistics judged, or why they did not. */
function ClusterNotice() {
  const words = useWords(SCREENING_WORDS);
  const language = useLanguage();
  const summary = useCrashClusters(({ answer }) => answer?.summary ?? null);
  const pending = useCrashClusters((result) => result.pending);
  if (!summary) return <p className={styles.notice}>{pending && words.working}</p>;
  const number = (value: number, digits = 0) => formatNumber(value, language, digits);
  const { answer, perYear, fewestPerYear, fewest, sectionsTested, sectionsTooFew, crashesTooFew, atJunctions } =
    summary;
  if (answer === "too-few")
    return (
      <p className={styles.tooFew} role="status">
        {words.tooFew(perYear === null ? words.unknown : number(perYear, 1), number(fewestPerYear), number(fewest))}
      </p>
    );
  return (
    <p className={styles.notice}>
      {answer === "none" && `${words.noClusters(number(sectionsTested))} `}
      {words.clusterFacts(
        number(summary.simulations),
        number(summary.level, 3),
        number(sectionsTested),
        number(sectionsTooFew),
        number(crashesTooFew),
      )}
      {atJunctions > 0 && ` · ${words.clusterJunctions(number(atJunctions))}`}
    </p>
  );
}
