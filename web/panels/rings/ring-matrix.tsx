import { DownOutlined, RightOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { Fragment, useState } from "react";
import type { BufferRing } from "#data/analyses/results.ts";
import { getLayer } from "#data/layers/index.ts";
import { RING_WORDS } from "../../messages/rings.ts";
import { useLanguage, useWords } from "../../messages/words.ts";
import { formatNumber, metres } from "../../ui/quantities.ts";
import { Swatch } from "../../ui/swatch.tsx";
import { RingDetails } from "./ring-details.tsx";
import styles from "./rings.module.css";

/** Layers by rings: how many lie inside, how many of them in the band, how many on its edge. A layer opens to its sums. */
export function RingMatrix({ rings }: { rings: readonly BufferRing[] }) {
  const words = useWords(RING_WORDS);
  const language = useLanguage();
  const [opened, setOpened] = useState<readonly string[]>([]);
  const layers = rings[0]!.layers.map(({ layer }) => getLayer(layer));
  const isAllOpen = layers.every(({ id }) => opened.includes(id));
  const toggle = (id: string) =>
    setOpened(opened.includes(id) ? opened.filter((each) => each !== id) : [...opened, id]);
  return (
    <>
      <div className={styles.scroll}>
        <table className={styles.matrix} aria-label={words.tabs.matrix}>
          <thead>
            <tr>
              <th scope="col" className={styles.rowHead}>
                {words.layer}
              </th>
              {rings.map(({ radiusM }) => (
                <th key={radiusM} scope="col">
                  {words.within(metres(radiusM))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {layers.map((layer, i) => (
              <Fragment key={layer.id}>
                <tr>
                  <th scope="row" className={styles.rowHead}>
                    <button
                      type="button"
                      className={styles.disclose}
                      aria-expanded={opened.includes(layer.id)}
                      title={words.details(layer.title[language])}
                      onClick={() => toggle(layer.id)}
                    >
                      {opened.includes(layer.id) ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
                      <Swatch layer={layer} size={16} />
                      <span className={styles.twoLines}>{layer.title[language]}</span>
                    </button>
                  </th>
                  {rings.map(({ radiusM, layers: totals }, ring) => (
                    <CountCell key={radiusM} {...totals[i]!} isFirst={ring === 0} />
                  ))}
                </tr>
                {opened.includes(layer.id) && <RingDetails layer={layer} rings={rings} index={i} />}
              </Fragment>
            ))}
            <tr className={styles.sum}>
              <th scope="row" className={styles.rowHead}>
                {words.all}
              </th>
              {rings.map(({ radiusM, layers: totals }) => (
                <td key={radiusM}>
                  {formatNumber(
                    totals.reduce((sum, { count }) => sum + count, 0),
                    language,
                  )}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
      <p className={styles.hint}>
        {words.matrixHint}{" "}
        <Button size="small" type="link" onClick={() => setOpened(isAllOpen ? [] : layers.map(({ id }) => id))}>
          {isAllOpen ? words.closeAll : words.openAll}
        </Button>
      </p>
    </>
  );
}

/** Two lines always, so that nothing jumps while a slider moves. */
function CountCell(props: { count: number; bandCount: number; uncertainCount: number; isFirst: boolean }) {
  const { count, bandCount, uncertainCount, isFirst } = props;
  const words = useWords(RING_WORDS);
  const language = useLanguage();
  return (
    <td title={words.cell(count, bandCount, uncertainCount)} className={count === 0 ? styles.zero : undefined}>
      {formatNumber(count, language)}
      <span className={styles.second}>
        {!isFirst && bandCount > 0 && `+${formatNumber(bandCount, language)}`}
        {uncertainCount > 0 && <span className={styles.uncertain}> ±{formatNumber(uncertainCount, language)}</span>}
        &nbsp;
      </span>
    </td>
  );
}
