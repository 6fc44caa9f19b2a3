import type { BeforeAfterSummary } from "#data/analyses/before-after-results.ts";
import type { BlackSpotEntry } from "../../../api-black-spots.ts";
import { EFFECT_WORDS } from "../../../messages/traffic-effect.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { bestOf } from "./best-estimate.ts";
import styles from "./effect.module.css";
import { worksOn } from "./effect-question.ts";
import { useBeforeAfter } from "./use-before-after.ts";

/** What the works of a spot of the register did; `null` while that cannot be asked. */
export function useEffectOf(entry: BlackSpotEntry | null): BeforeAfterSummary | null {
  return useBeforeAfter(entry?.site ?? null, worksOn(entry?.treatedOn ?? null)).summary;
}

/** The answer in one sentence, and what it stands on. */
export function EffectSummary({ effect, entry }: { effect: BeforeAfterSummary | null; entry: BlackSpotEntry }) {
  const words = useWords(EFFECT_WORDS);
  if (!entry.site || !entry.treatedOn) return <p className={styles.soft}>{words.noWorks}</p>;
  if (!effect) return <output className={styles.soft}>{words.waiting}</output>;
  return <EffectSentence effect={effect} />;
}

/** `事故减少：与不治理相比为 42 %（95% 区间 20 % 至 79 %）`, and whether both periods are full. */
export function EffectSentence({ effect }: { effect: BeforeAfterSummary }) {
  const words = useWords(EFFECT_WORDS);
  const language = useLanguage();
  const all = effect.effects.find(({ by }) => by === "all");
  const best = all && bestOf(all);
  const percent = (share: number) => `${formatNumber(share * 100, language)} %`;
  return (
    <>
      <strong className={styles.verdict} data-verdict={effect.verdict}>
        {best
          ? words.sentence(
              words.verdicts[effect.verdict],
              percent(best.theta),
              percent(best.low),
              best.high === null ? words.noEnd : percent(best.high),
            )
          : words.unclear}
      </strong>
      <p className={styles.soft}>{words.standing[effect.standing](effect.fullOn)}</p>
    </>
  );
}
