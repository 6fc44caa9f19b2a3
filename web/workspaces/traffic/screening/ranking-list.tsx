import { useCallback, useMemo } from "react";
import type { RankedSite } from "#data/analyses/crash-cluster-results.ts";
import { RULE_WORDS } from "../../../messages/traffic-rule.ts";
import { SCREENING_WORDS } from "../../../messages/traffic-screening.ts";
import { useWords } from "../../../messages/words.ts";
import { changeTraffic, useSiteRanking } from "../../../state/traffic.ts";
import { useView } from "../../../state/view-store.ts";
import { goToPlace } from "./go-to-place.ts";
import { RankingFacts, RankingTable } from "./ranking-table.tsx";
import { refusalText } from "./refusal-text.ts";
import { statisticsBasis } from "./register-basis.ts";
import styles from "./screening.module.css";
import { SiteDetail } from "./site-detail.tsx";
import { findSite } from "./site-match.ts";
import { useRankingPicture } from "./use-screening-picture.ts";

const NO_SITES: readonly RankedSite[] = [];

/** Every piece of road and junction in one order, and below them the open one. */
export function RankingList() {
  const words = useWords(SCREENING_WORDS);
  const rules = useWords(RULE_WORDS);
  const { answer, refusal, pending } = useSiteRanking();
  const site = useView((view) => view.traffic.site);
  const sites = answer?.findings ?? NO_SITES;
  const opened = useMemo(() => {
    const at = findSite(
      sites.map(({ place }) => place.site),
      site,
    );
    return sites[at] ?? null;
  }, [sites, site]);
  useRankingPicture(sites, opened);
  const open = useCallback(({ place }: RankedSite) => {
    changeTraffic({ site: place.site });
    goToPlace(place);
  }, []);
  if (!answer)
    return (
      <p className={styles.notice} role={refusal ? "alert" : undefined}>
        {refusal ? rules.refused(refusalText(refusal, rules)) : pending && words.working}
      </p>
    );
  return (
    <>
      <RankingFacts summary={answer.summary} />
      {sites.length > 0 ? (
        <RankingTable sites={sites} summary={answer.summary} openedId={opened?.id ?? null} onOpen={open} />
      ) : (
        <p className={styles.notice}>{words.noneInGroup}</p>
      )}
      {opened && <SiteDetail key={opened.id} {...opened} basis={statisticsBasis(opened, answer)} />}
    </>
  );
}
