import { useVirtualizer } from "@tanstack/react-virtual";
import { Select } from "antd";
import { useEffect, useMemo, useRef, useState } from "react";
import type { BufferFinding } from "#data/analyses/results.ts";
import { getLayer, LAYERS } from "#data/layers/index.ts";
import { RING_WORDS } from "../../messages/rings.ts";
import { useLanguage, useTitle, useWords } from "../../messages/words.ts";
import { findRow } from "../../state/features.ts";
import { useLedgers } from "../../state/ledgers.ts";
import { hoverListed, openListed } from "../../state/listed-feature.ts";
import { edgeCrossed } from "../../state/ring-edge.ts";

import { FeatureMark } from "../../ui/feature-mark.tsx";
import { metres } from "../../ui/quantities.ts";
import styles from "./rings.module.css";

const ROW_PX = 32;

/** Everything inside the rings, nearest first. */
export function RingList(props: {
  findings: readonly BufferFinding[];
  radiiM: readonly number[];
  found: number;
  listed: number;
}) {
  const { findings, radiiM, found, listed } = props;
  const words = useWords(RING_WORDS);
  const title = useTitle();
  const [layer, setLayer] = useState<string | null>(null);
  const shown = useMemo(
    () => (layer === null ? findings : findings.filter((each) => each.layer === layer)),
    [findings, layer],
  );
  const counts = useMemo(() => {
    const byLayer = new Map<string, number>();
    for (const each of findings) byLayer.set(each.layer, (byLayer.get(each.layer) ?? 0) + 1);
    return byLayer;
  }, [findings]);
  return (
    <>
      <div className={styles.listHead}>
        <Select
          size="small"
          className={styles.choice}
          aria-label={words.filterByLayer}
          value={layer ?? ""}
          options={[
            { value: "", label: words.allLayers },
            ...LAYERS.filter(({ id }) => counts.has(id) || id === layer).map((each) => ({
              value: each.id,
              label: `${title(each.title)} ${counts.get(each.id) ?? 0}`,
            })),
          ]}
          onChange={(id) => setLayer(id === "" ? null : id)}
        />
        <span className={styles.soft}>{words.listed(listed, found)}</span>
      </div>
      <Rows findings={shown} radiiM={radiiM} />
    </>
  );
}

function Rows({ findings, radiiM }: { findings: readonly BufferFinding[]; radiiM: readonly number[] }) {
  const words = useWords(RING_WORDS);
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => () => hoverListed(null), []);
  const rows = useVirtualizer({
    count: findings.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
  });
  return (
    <div ref={scroller} className={styles.list}>
      <ul className={styles.rows} style={{ height: rows.getTotalSize() }} aria-label={words.list}>
        {rows.getVirtualItems().map(({ index, start }) => (
          <li
            key={index}
            style={{ transform: `translateY(${start}px)` }}
            aria-posinset={index + 1}
            aria-setsize={findings.length}
          >
            <Row finding={findings[index]!} radiiM={radiiM} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Row({ finding, radiiM }: { finding: BufferFinding; radiiM: readonly number[] }) {
  const words = useWords(RING_WORDS);
  const language = useLanguage();
  const ledgers = useLedgers((state) => state.layers);
  const layer = getLayer(finding.layer);
  const row = findRow(ledgers, finding);
  const snapshot = ledgers.find(({ definition }) => definition === layer)?.snapshot;
  const edge = edgeCrossed(finding, radiiM);
  const error = metres(finding.positionErrorM ?? 0);
  const highlight = () => hoverListed(row === null ? null : { layer: layer.id, row });
  return (
    <button
      type="button"
      className={styles.item}
      title={`${layer.title[language]} ${finding.code}`}
      onClick={() => openListed(finding)}
      onMouseEnter={highlight}
      onFocus={highlight}
      onMouseLeave={() => hoverListed(null)}
      onBlur={() => hoverListed(null)}
    >
      <FeatureMark layer={layer} snapshot={snapshot} row={row} grade={finding.grade} />
      <span className={styles.clip}>{finding.name || finding.code}</span>
      <span className={styles.distance}>
        {metres(finding.distanceM)}
        {edge && (
          <abbr
            className={styles.uncertain}
            title={(edge.mayBe === "within" ? words.mayBeWithin : words.mayBeBeyond)(error, metres(edge.radiusM))}
          >
            ±
          </abbr>
        )}
      </span>
      <span className={styles.ring}>{words.within(metres(finding.ringM))}</span>
    </button>
  );
}
