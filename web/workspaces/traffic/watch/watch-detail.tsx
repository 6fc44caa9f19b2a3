import type { WatchFinding } from "#data/analyses/black-spot-results.ts";
import type { Criterion } from "#data/traffic/rule-sets/rule-set.ts";
import { RULE_WORDS } from "../../../messages/traffic-rule.ts";
import { SCREENING_WORDS } from "../../../messages/traffic-screening.ts";
import { WATCH_WORDS } from "../../../messages/traffic-watch.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import type { useWatchList } from "../../../state/traffic.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { patternText } from "../screening/criterion-text.ts";
import { watchBasis } from "../screening/register-basis.ts";
import looks from "../screening/site.module.css";
import { SiteDetail } from "../screening/site-detail.tsx";

/** What would tip the open site, by each condition that it is one crash short of. */
export function WatchDetail(props: {
  site: WatchFinding;
  answer: NonNullable<ReturnType<(typeof useWatchList)["getState"]>["answer"]>;
}) {
  const { site, answer } = props;
  const words = useWords(WATCH_WORDS);
  const shared = useWords(SCREENING_WORDS);
  const rules = useWords(RULE_WORDS);
  const language = useLanguage();
  const { criteria } = answer.summary.settings;
  return (
    <SiteDetail key={site.id} {...site} basis={watchBasis(site, answer)}>
      <p className={looks.soft}>{words.lastAccident(site.lastAccidentOn)}</p>
      <h4>{words.tips}</h4>
      <ul className={looks.scores}>
        {site.oneMore.map(({ criterion, crashes, minDeaths, counted, pattern, until }) => {
          const condition = criteria.find(({ id }) => id === criterion);
          return (
            <li key={criterion}>
              {words.tip(
                words.kind(crashes as Criterion["crashes"], minDeaths),
                condition ? rules.criterion(condition) : criterion,
                formatNumber(counted, language),
                until,
              )}
              {pattern && ` · ${words.sharing(patternText(pattern, shared, language))}`}
            </li>
          );
        })}
      </ul>
    </SiteDetail>
  );
}
