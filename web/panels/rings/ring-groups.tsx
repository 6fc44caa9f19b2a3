import { Button, Select } from "antd";
import { useMemo, useState } from "react";
import type { BufferGroup } from "#data/analyses/results.ts";
import { getLayer } from "#data/layers/index.ts";
import { RING_WORDS } from "../../messages/rings.ts";
import { useLanguage, useTitle, useWords } from "../../messages/words.ts";
import { openListed } from "../../state/listed-feature.ts";
import { formatNumber, metres } from "../../ui/quantities.ts";
import { groupRows } from "./group-rows.ts";
import styles from "./rings.module.css";

/** More rows than these are asked for. */
const FIRST = 20;

/** Each origin by itself: a row an origin, a column a ring, sorted by the ring that is clicked. */
export function RingGroups({ groups, layer }: { groups: readonly BufferGroup[]; layer: string }) {
  const words = useWords(RING_WORDS);
  const title = useTitle();
  const language = useLanguage();
  const [counted, setCounted] = useState<string | null>(null);
  const [sortRing, setSortRing] = useState(Number.POSITIVE_INFINITY);
  const [isAll, setAll] = useState(false);
  const radiiM = groups[0]!.rings.map(({ radiusM }) => radiusM);
  const sortAt = Math.min(sortRing, radiiM.length - 1);
  const rows = useMemo(() => groupRows(groups, counted, sortAt), [groups, counted, sortAt]);
  return (
    <>
      <Select
        size="small"
        className={styles.choice}
        aria-label={words.countOf}
        value={counted ?? ""}
        options={[
          { value: "", label: words.allLayers },
          ...groups[0]!.rings[0]!.layers.map((each) => ({
            value: each.layer,
            label: title(getLayer(each.layer).title),
          })),
        ]}
        onChange={(id) => setCounted(id === "" ? null : id)}
      />
      <div className={styles.scroll}>
        <table className={styles.matrix} aria-label={words.groups}>
          <thead>
            <tr>
              <th scope="col" className={styles.rowHead}>
                {words.origin}
              </th>
              {radiiM.map((radiusM, i) => (
                <th key={radiusM} scope="col" aria-sort={i === sortAt ? "descending" : "none"}>
                  <button
                    type="button"
                    className={styles.sort}
                    title={words.sortBy(metres(radiusM))}
                    onClick={() => setSortRing(i)}
                  >
                    {words.within(metres(radiusM))}
                    {i === sortAt ? " ▾" : ""}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, isAll ? rows.length : FIRST).map(({ id, name, counts }) => (
              <tr key={id}>
                <th scope="row" className={styles.rowHead}>
                  <button
                    type="button"
                    className={styles.disclose}
                    title={name}
                    onClick={() => openListed({ layer, id })}
                  >
                    <span className={styles.twoLines}>{name}</span>
                  </button>
                </th>
                {counts.map((count, i) => (
                  <td key={radiiM[i]} className={count === 0 ? styles.zero : undefined}>
                    {formatNumber(count, language)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > FIRST && (
        <Button size="small" type="link" onClick={() => setAll(!isAll)}>
          {isAll ? words.fewerOrigins : words.moreOrigins(rows.length)}
        </Button>
      )}
    </>
  );
}
