import { heatColor } from "../../../map/heat-colors.ts";
import { SCREENING_WORDS } from "../../../messages/traffic-screening.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { useRoadDensity } from "../../../state/traffic.ts";
import { useView } from "../../../state/view-store.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import styles from "./screening.module.css";

/** What the colours of the roads mean: fixed densities, and lines that broaden with them. */
export function DensityLegend() {
  const words = useWords(SCREENING_WORDS);
  const language = useLanguage();
  const theme = useView((view) => view.theme);
  const isOn = useView((view) => view.traffic.density);
  const { answer, pending } = useRoadDensity();
  if (!isOn) return null;
  if (!answer) return <p className={styles.legend}>{pending && words.working}</p>;
  const { edges, years, bandwidthM, max } = answer.summary;
  const number = (value: number, digits = 0) => formatNumber(value, language, digits);
  return (
    <figure className={styles.legend} aria-label={words.densityLegend}>
      {edges.map((edge, band) => (
        <span key={edge}>
          <i style={{ background: heatColor(band, theme), height: 3 + band }} />≥ {number(edge, 1)}
        </span>
      ))}
      <figcaption>
        {words.densityUnit} · {words.densityPeriod(number(years, 2), number(bandwidthM), number(max, 1))}
      </figcaption>
    </figure>
  );
}
