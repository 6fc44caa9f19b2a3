import { AimOutlined } from "@ant-design/icons";
import { Alert, Button } from "antd";
import type { DensitySummary } from "#data/analyses/results.ts";
import { DAY_MS, formatLocalDay, parseLocalTime } from "#data/snapshot/local-time.ts";
import { type DensityUnit, HEAT_WORDS } from "../../messages/heat.ts";
import { useLanguage, useWords } from "../../messages/words.ts";
import { useSurface } from "../../state/surface.ts";
import { formatNumber } from "../../ui/quantities.ts";
import styles from "./heat-panel.module.css";
import { FEW_RECORDS, threeDigits } from "./legend-rows.ts";

/** Close enough to tell single streets, wherever the map was before. */
const PEAK_ZOOM = 14;

/** What the picture stands on: how much of the data, over which time, and what was left out. */
export function HeatFacts({
  summary,
  unit,
  weighed,
}: {
  summary: DensitySummary;
  unit: DensityUnit;
  weighed: boolean;
}) {
  const words = useWords(HEAT_WORDS);
  const language = useLanguage();
  const number = (value: number, digits = 0) => formatNumber(value, language, digits);
  const { peak, from, to, years, count, contributing, undated, future, unweighted } = summary;
  const left = [
    ...(undated > 0 ? [words.undated(number(undated))] : []),
    ...(future > 0 ? [words.future(number(future))] : []),
    ...(unweighted > 0 ? [words.unweighted(number(unweighted))] : []),
  ];
  return (
    <>
      {contributing === 0 && <Alert type="warning" showIcon title={words.none} />}
      {contributing > 0 && contributing < FEW_RECORDS && (
        <Alert type="warning" showIcon title={words.few(number(contributing))} />
      )}
      {years !== null && years < 0.995 && contributing > 0 && (
        <Alert type="info" showIcon title={words.shortPeriod(number(threeDigits(years), 3))} />
      )}
      <h3 className={styles.heading}>{words.facts}</h3>
      <dl className={styles.facts}>
        <dt>{words.peak}</dt>
        <dd>
          {number(threeDigits(summary.max), 4)} {words.unit(unit)}
          {peak && <PeakButton peak={peak} />}
        </dd>
        <dt>{words.used}</dt>
        <dd>
          {words.usedCount(number(count), unit.perYear ? words.noun.event : words.noun.feature)}
          {contributing !== count && ` · ${words.carrying(number(contributing))}`}
        </dd>
        {weighed && (
          <>
            <dt>{words.sum}</dt>
            <dd>
              {number(summary.weight, 1)} {unit.noun}
            </dd>
          </>
        )}
        <dt>{words.left}</dt>
        <dd>{left.length > 0 ? left.join(" · ") : words.nothingLeft}</dd>
        <dt>{words.period}</dt>
        <dd>
          {from !== null && to !== null && years !== null
            ? words.days(from, lastDayBefore(to), number(threeDigits(years), 2))
            : words.timeless}
        </dd>
      </dl>
    </>
  );
}

function PeakButton({ peak: [lon, lat] }: { peak: readonly [number, number] }) {
  const words = useWords(HEAT_WORDS);
  const map = useSurface((surface) => surface.map);
  const go = () => map?.moveTo({ ...map.camera, lon, lat, zoom: Math.max(map.camera.zoom, PEAK_ZOOM) });
  return (
    <Button type="link" size="small" icon={<AimOutlined />} onClick={go}>
      {words.toPeak}
    </Button>
  );
}

/** The analysis excludes its end; people name the last day that counts. */
const lastDayBefore = (end: string): string => formatLocalDay(parseLocalTime(end.slice(0, 10)) - DAY_MS);
