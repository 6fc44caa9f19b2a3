import { memo, useLayoutEffect, useRef } from "react";
import { rowValue } from "#data/snapshot/to-geojson.ts";
import type { FeatureRef } from "../../map/picture.ts";
import { useTitle } from "../../messages/words.ts";
import { type Ledger, useLedgers } from "../../state/ledgers.ts";
import { useSurface } from "../../state/surface.ts";
import { Swatch } from "../../ui/swatch.tsx";
import { lookOfRow } from "../detail/row-look.ts";
import { tellingAttributes } from "../detail/telling-attributes.ts";
import { ValueView } from "../detail/value-view.tsx";
import { placeCard } from "./card-place.ts";
import styles from "./hover-card.module.css";

const ATTRIBUTES = 5;

/** What is under the pointer, beside it. */
export function HoverCard() {
  const hovered = useSurface(({ hovered, drawing }) => (drawing ? null : hovered));
  return (
    <>
      <Said feature={hovered} />
      {hovered && <Card feature={hovered} />}
    </>
  );
}

/** The same for who does not see the map: the keyboard can point, too. */
function Said({ feature }: { feature: FeatureRef | null }) {
  const title = useTitle();
  const ledger = useLedgers(({ layers }) => layers.find(({ definition }) => definition.id === feature?.layer));
  const row = feature?.row ?? 0;
  return (
    <output className={styles.said}>
      {ledger && row < ledger.snapshot.count && `${ledger.snapshot.names.get(row)} · ${title(ledger.definition.title)}`}
    </output>
  );
}

function Card({ feature: { layer, row } }: { feature: FeatureRef }) {
  const ledger = useLedgers(({ layers }) => layers.find(({ definition }) => definition.id === layer));
  const card = useRef<HTMLDivElement>(null);
  const isThere = ledger !== undefined && row < ledger.snapshot.count;
  // Follows the pointer without React: a frame costs one style.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another feature makes another card of another size
  useLayoutEffect(() => {
    const move = () => {
      const map = card.current?.parentElement;
      if (!card.current || !map) return;
      const { hoveredAt } = useSurface.getState();
      const size = { width: card.current.offsetWidth, height: card.current.offsetHeight };
      const [x, y] = placeCard(hoveredAt, size, { width: map.clientWidth, height: map.clientHeight });
      card.current.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
    };
    move();
    return useSurface.subscribe(move);
  }, [ledger, row]);
  if (!isThere) return null;
  return (
    <div ref={card} className={styles.card} role="tooltip">
      <Content ledger={ledger} row={row} />
    </div>
  );
}

const Content = memo(function Content({ ledger: { definition, snapshot }, row }: { ledger: Ledger; row: number }) {
  const title = useTitle();
  const look = lookOfRow(definition, snapshot, row);
  const code = snapshot.codes.get(row);
  return (
    <>
      <div className={styles.head}>
        <Swatch layer={definition} size={22} {...(look && { look })} />
        <div className={styles.name}>{snapshot.names.get(row) || code}</div>
      </div>
      <div className={styles.code}>
        {title(definition.title)} · {code}
      </div>
      <dl className={styles.facts}>
        {tellingAttributes(definition, ATTRIBUTES).map(([id, attribute]) => (
          <div key={id}>
            <dt>{title(attribute.title)}</dt>
            <dd>
              <ValueView id={id} attribute={attribute} value={rowValue(snapshot, definition, id, row)} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
});
