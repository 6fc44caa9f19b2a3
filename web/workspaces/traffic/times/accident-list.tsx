import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { formatLocalMinute } from "#data/snapshot/local-time.ts";
import { formatStake } from "#data/snapshot/stake.ts";
import { rowValue } from "#data/snapshot/to-geojson.ts";
import { crashesOf, SEVERITIES } from "#data/traffic/crashes.ts";
import { TIMES_WORDS } from "../../../messages/traffic-times.ts";
import { useTitle, useWords } from "../../../messages/words.ts";
import { findRow } from "../../../state/features.ts";
import { openFeature } from "../../../state/go-to-feature.ts";
import { type Ledger, useLedgers } from "../../../state/ledgers.ts";
import { hoverListed, openListed } from "../../../state/listed-feature.ts";
import { useView } from "../../../state/view-store.ts";
import { lookOf, Swatch } from "../../../ui/swatch.tsx";
import styles from "./times.module.css";

const ROW_PX = 24;

/** Accidents, one a line; a click goes there. Only the lines in sight are drawn. */
export function AccidentList({ ids }: { ids: readonly string[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  const ledgers = useLedgers((state) => state.layers);
  const ledger = ledgers.find(({ definition }) => definition.id === "accidents");
  const virtual = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 6,
  });
  return (
    <div ref={scroller} className={styles.accidents}>
      <ol style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const id = ids[index]!;
          const row = findRow(ledgers, { layer: "accidents", id });
          return (
            <li key={id} style={{ transform: `translateY(${start}px)`, height: ROW_PX }}>
              {ledger && row !== null && <AccidentLine id={id} ledger={ledger} row={row} />}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function AccidentLine({ id, ledger, row }: { id: string; ledger: Ledger; row: number }) {
  const words = useWords(TIMES_WORDS);
  const title = useTitle();
  const followsMap = useView(({ traffic: { times } }) => times.tab === "rhythm" && times.scope === "map");
  const { definition, snapshot } = ledger;
  const crashes = crashesOf(snapshot);
  const severity = SEVERITIES[crashes.severity[row]!] ?? null;
  const timeMs = crashes.timeMs[row]!;
  const time = Number.isNaN(timeMs) ? null : formatLocalMinute(timeMs);
  const { severity: attribute } = definition.attributes;
  const name = attribute?.type === "code" ? attribute.values.find(({ code }) => code === severity)?.title : undefined;
  const code = snapshot.codes.get(row) ?? "";
  return (
    <button
      type="button"
      aria-label={words.open(code)}
      onClick={() => (followsMap ? openFeature(ledger, row, false) : openListed({ layer: "accidents", id }))}
      onPointerEnter={() => hoverListed({ layer: "accidents", row })}
      onPointerLeave={() => hoverListed(null)}
    >
      <Swatch layer={definition} look={lookOf(definition, severity)} size={14} />
      <span>{name ? title(name) : words.unknown}</span>
      <time>{time?.replace("T", " ") ?? words.unknown}</time>
      <span>{placeText(ledger, row) || words.unknown}</span>
      <span className={styles.soft}>{code}</span>
    </button>
  );
}

/** `G111 K812+300`, as far as the record has it. */
function placeText({ definition, snapshot }: Ledger, row: number): string {
  const value = (attribute: string) => rowValue(snapshot, definition, attribute, row);
  const road = value("roadCode") ?? value("roadName");
  const [kilometre, metre] = [value("kilometre"), value("metre")];
  const stake =
    typeof kilometre === "number" ? formatStake(kilometre * 1000 + (typeof metre === "number" ? metre : 0)) : "";
  return [road, stake].filter(Boolean).join(" ");
}
