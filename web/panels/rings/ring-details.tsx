import type { BufferLayerTotals, BufferRing } from "#data/analyses/results.ts";
import { attributeTitle } from "#data/layers/column-names.ts";
import type { LayerDefinition } from "#data/layers/define.ts";
import { PAGE_WORDS } from "../../messages/page.ts";
import { RING_WORDS } from "../../messages/rings.ts";
import { useLanguage, useWords } from "../../messages/words.ts";
import { findRow } from "../../state/features.ts";
import { useLedgers } from "../../state/ledgers.ts";
import { openListed } from "../../state/listed-feature.ts";
import { FeatureMark } from "../../ui/feature-mark.tsx";
import { formatNumber, metres } from "../../ui/quantities.ts";
import styles from "./rings.module.css";

/** Under a layer's counts: its sums with what is missing from them, what lies on the edges, and the worst item of each ring. */
export function RingDetails(props: { layer: LayerDefinition; rings: readonly BufferRing[]; index: number }) {
  const { layer, rings, index } = props;
  const words = useWords(RING_WORDS);
  const language = useLanguage();
  const totals = rings.map((ring) => ring.layers[index]!);
  return (
    <>
      {layer.totals.map((id) => (
        <tr key={id} className={styles.detail}>
          <th scope="row" className={styles.rowHead}>
            {attributeTitle(layer.attributes[id]!, language)}
          </th>
          {totals.map((each, i) => (
            <td key={rings[i]!.radiusM}>
              <SumCell totals={each} attribute={id} />
            </td>
          ))}
        </tr>
      ))}
      <tr className={styles.detail}>
        <th scope="row" className={styles.rowHead}>
          {words.uncertain}
        </th>
        {totals.map(({ uncertainCount }, i) => (
          <td key={rings[i]!.radiusM}>{formatNumber(uncertainCount, language)}</td>
        ))}
      </tr>
      <tr className={styles.detail}>
        <th scope="row" className={styles.rowHead}>
          {layer.grade === undefined ? words.nearest : words.worst}
        </th>
        <td colSpan={rings.length} className={styles.worstCell}>
          {totals.map(({ worst }, i) => (
            <div key={rings[i]!.radiusM} className={styles.worst}>
              <span className={styles.soft}>{words.within(metres(rings[i]!.radiusM))}</span>
              {worst ? <Worst layer={layer} worst={worst} /> : <span className={styles.soft}>{words.none}</span>}
            </div>
          ))}
        </td>
      </tr>
    </>
  );
}

/** What is not known is never part of a sum without being said. */
function SumCell({ totals, attribute }: { totals: BufferLayerTotals; attribute: string }) {
  const words = useWords(RING_WORDS);
  const page = useWords(PAGE_WORDS);
  const language = useLanguage();
  const unknown = totals.unknown[attribute] ?? 0;
  const isUnknown = unknown > 0 && unknown === totals.count;
  return (
    <>
      {isUnknown ? page.unknown : formatNumber(totals.totals[attribute] ?? 0, language, 1)}
      <span className={styles.second}>{unknown > 0 && words.unknown(unknown)}&nbsp;</span>
    </>
  );
}

function Worst({ layer, worst }: { layer: LayerDefinition; worst: NonNullable<BufferLayerTotals["worst"]> }) {
  const ledgers = useLedgers((state) => state.layers);
  const key = { layer: layer.id, id: worst.id };
  const snapshot = ledgers.find(({ definition }) => definition === layer)?.snapshot;
  return (
    <button type="button" className={styles.item} onClick={() => openListed(key)}>
      <FeatureMark layer={layer} snapshot={snapshot} row={findRow(ledgers, key)} grade={worst.grade} />
      <span className={styles.clip}>{worst.name || worst.code}</span>
      <span className={styles.soft}>{metres(worst.distanceM)}</span>
    </button>
  );
}
