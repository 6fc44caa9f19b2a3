import { TIMES_WORDS } from "../../../messages/traffic-times.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { useView } from "../../../state/view-store.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import styles from "./matrix.module.css";
import { classText, valueClasses } from "./value-classes.ts";
import { classColor } from "./week-matrix.tsx";

/** What the colours of the matrix stand for. */
export function MatrixLegend({ values }: { values: readonly number[] }) {
  const words = useWords(TIMES_WORDS);
  const language = useLanguage();
  const theme = useView((view) => view.theme);
  const largest = Math.max(0, ...values);
  const bounds = valueClasses(largest);
  return (
    <figure className={styles.legend} aria-label={words.legend}>
      <figcaption>{words.legend}</figcaption>
      <span>
        <i /> {words.none}
      </span>
      {bounds.map((least, index) => (
        <span key={least}>
          <i style={{ background: classColor(index, theme) }} />{" "}
          {classText(index, bounds, largest, (value) => formatNumber(value, language))}
        </span>
      ))}
    </figure>
  );
}
