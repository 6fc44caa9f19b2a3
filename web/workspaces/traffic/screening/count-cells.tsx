import type { CrashCounts } from "#data/traffic/site.ts";
import { SCREENING_WORDS } from "../../../messages/traffic-screening.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import styles from "./screening.module.css";

/** Crashes with the doubtful ones beside them, fatal ones, killed and hurt, each in a column of its own; a sum that lacks some crashes says so. */
export function CountCells({ counts, doubtful = 0 }: { counts: CrashCounts; doubtful?: number }) {
  const language = useLanguage();
  const { crashes, fatal, unknownSeverity, deaths, deathsUnknown, injuries, injuriesUnknown } = counts;
  const words = useWords(SCREENING_WORDS);
  const number = (value: number) => formatNumber(value, language);
  return (
    <>
      <td className={styles.number}>
        <b>{number(crashes)}</b>
        {doubtful > 0 && (
          <small title={words.doubtfulBeside(number(doubtful))}>{words.doubtfulShort(number(doubtful))}</small>
        )}
      </td>
      <AtLeast value={fatal} unknown={unknownSeverity} hint={words.unknownSeverity(number(unknownSeverity))} />
      <AtLeast value={deaths} unknown={deathsUnknown} hint={words.unknownDeaths(number(deathsUnknown))} />
      <AtLeast value={injuries} unknown={injuriesUnknown} hint={words.unknownInjuries(number(injuriesUnknown))} />
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
