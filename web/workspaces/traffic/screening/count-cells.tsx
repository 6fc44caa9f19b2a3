import type { CrashCounts } from "#data/traffic/site.ts";
import { SCREENING_WORDS } from "../../../messages/traffic-screening.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import styles from "./screening.module.css";

/** Crashes, fatal ones, killed and hurt, each in a column of its own; a sum that lacks some crashes says so. */
export function CountCells({ counts }: { counts: CrashCounts }) {
  const language = useLanguage();
  const { crashes, fatal, unknownSeverity, deaths, deathsUnknown, injuries, injuriesUnknown } = counts;
  const words = useWords(SCREENING_WORDS);
  const number = (value: number) => formatNumber(value, language);
  const casualtiesUnknown = words.unknownCasualties(number(deathsUnknown), number(injuriesUnknown));
  return (
    <>
      <td className={styles.number}>
        <b>{number(crashes)}</b>
      </td>
      <AtLeast value={fatal} unknown={unknownSeverity} hint={words.unknownSeverity(number(unknownSeverity))} />
      <AtLeast value={deaths} unknown={deathsUnknown} hint={casualtiesUnknown} />
      <AtLeast value={injuries} unknown={injuriesUnknown} hint={casualtiesUnknown} />
    </>
  );
}

function AtLeast({ value, unknown, hint }: { value: number; unknown: number; hint: string }) {
  const language = useLanguage();
  return (
    <td className={styles.number} title={unknown > 0 ? hint : undefined}>
      {unknown > 0 && "≥ "}
      {formatNumber(value, language)}
    </td>
  );
}
