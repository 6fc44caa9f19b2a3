import { useMemo } from "react";
import type { DensityBand, DensitySummary } from "#data/analyses/results.ts";
import { heatColor, heatStrength } from "../../map/heat-colors.ts";
import { type DensityUnit, HEAT_WORDS } from "../../messages/heat.ts";
import { useLanguage, useWords } from "../../messages/words.ts";
import { useView } from "../../state/view-store.ts";
import { formatNumber } from "../../ui/quantities.ts";
import styles from "./heat-panel.module.css";
import { legendRows, threeDigits } from "./legend-rows.ts";

interface Props {
  readonly answer: { readonly findings: readonly DensityBand[]; readonly summary: DensitySummary };
  readonly unit: DensityUnit;
  readonly opacity: number;
  readonly lowestBand: number;
}

/** The bands as the map draws them: colour, edges and area of each. */
export function HeatLegend({ answer: { findings, summary }, unit, opacity, lowestBand }: Props) {
  const words = useWords(HEAT_WORDS);
  const language = useLanguage();
  const theme = useView((view) => view.theme);
  const rows = useMemo(() => legendRows(findings), [findings]);
  const edge = (value: number) => formatNumber(value, language, 1);
  if (summary.contributing === 0) return null;
  if (rows.length === 0) {
    const max = formatNumber(threeDigits(summary.max), language, 4);
    return <p className={styles.note}>{words.belowLowest(max, String(lowestBand), words.unit(unit))}</p>;
  }
  return (
    <table className={styles.legend} aria-label={words.legend}>
      <thead>
        <tr>
          <th scope="col" colSpan={2}>
            {words.density} <span className={styles.unit}>{words.unit(unit)}</span>
          </th>
          <th scope="col" className={styles.figure}>
            {words.area}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ index, min, max, areaKm2 }) => (
          <tr key={min}>
            <td className={styles.swatch}>
              <span style={{ backgroundColor: heatColor(index, theme), opacity: heatStrength(index) * opacity }} />
            </td>
            <td>{max === null ? `≥ ${edge(min)}` : `${edge(min)} – ${edge(max)}`}</td>
            <td className={styles.figure}>{formatNumber(threeDigits(areaKm2), language, 6)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
