import { MEASURE_WORDS } from "../../messages/measure.ts";
import { useLanguage, useWords } from "../../messages/words.ts";
import { formatNumber } from "../../ui/quantities.ts";
import styles from "./measure-panel.module.css";
import type { Measured } from "./measure-shape.ts";
import { areaTexts, lengthText } from "./measured-text.ts";

/** The figures of one measured shape. */
export function MeasuredView({ measured }: { measured: Measured }) {
  return measured.kind === "line" ? <Line measured={measured} /> : <Area measured={measured} />;
}

function Line({ measured: { legs, totalM } }: { measured: Extract<Measured, { kind: "line" }> }) {
  const words = useWords(MEASURE_WORDS);
  const language = useLanguage();
  return (
    <>
      <p className={styles.total}>
        <span className={styles.label}>{words.total}</span> {lengthText(totalM, language)}
        {legs.length > 1 && <span className={styles.label}> · {words.legs(legs.length)}</span>}
      </p>
      <ol className={styles.legs}>
        {legs.map(({ distanceM, bearingDeg }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a leg is what it is by its place in the line
          <li key={i}>
            <span className={styles.label}>{words.leg(i + 1)}</span>
            <span>{lengthText(distanceM, language)}</span>
            <span className={styles.label} title={words.bearing}>
              {bearingDeg === null ? "" : `${formatNumber(bearingDeg, language, 1)}°`}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}

function Area({ measured }: { measured: Extract<Measured, { kind: "polygon" }> }) {
  const words = useWords(MEASURE_WORDS);
  const language = useLanguage();
  const [main, ...others] = areaTexts(measured.areaM2, language);
  return (
    <>
      {measured.isCrossing ? (
        <p className={styles.warning}>⚠ {words.crossing}</p>
      ) : (
        <p className={styles.total}>
          {main}
          {others.length > 0 && <span className={styles.label}> · {others.join(" · ")}</span>}
        </p>
      )}
      <p className={styles.perimeter}>
        <span className={styles.label}>{words.perimeter}</span> {lengthText(measured.perimeterM, language)}
      </p>
    </>
  );
}
