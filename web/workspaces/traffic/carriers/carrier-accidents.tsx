import { formatLocalMinute } from "#data/snapshot/local-time.ts";
import { rowValue } from "#data/snapshot/to-geojson.ts";
import { crashesOf, SEVERITIES } from "#data/traffic/crashes.ts";
import { CARRIERS_WORDS } from "../../../messages/traffic-carriers.ts";
import { useTitle, useWords } from "../../../messages/words.ts";
import { findRow } from "../../../state/features.ts";
import { type Ledger, useLedgers } from "../../../state/ledgers.ts";
import { hoverListed, openListed } from "../../../state/listed-feature.ts";
import { lookOf, Swatch } from "../../../ui/swatch.tsx";
import styles from "./carriers.module.css";

/** Its accidents, the latest first; a click goes there. */
export function CarrierAccidents({ ids }: { ids: readonly string[] }) {
  const words = useWords(CARRIERS_WORDS);
  const layers = useLedgers((state) => state.layers);
  const ledger = layers.find(({ definition }) => definition.id === "accidents");
  if (!ledger) return null;
  const { timeMs } = crashesOf(ledger.snapshot);
  const rows = ids
    .flatMap((id) => {
      const row = findRow(layers, { layer: "accidents", id });
      return row === null ? [] : [{ id, row }];
    })
    .sort((a, b) => timeMs[b.row]! - timeMs[a.row]!);
  return (
    <>
      <h4>
        {words.accidents} {ids.length}
      </h4>
      {ids.length === 0 && <p className={styles.soft}>{words.noAccidents}</p>}
      <ol className={styles.records}>
        {rows.map(({ id, row }) => (
          <li key={id}>
            <AccidentLine id={id} row={row} ledger={ledger} />
          </li>
        ))}
      </ol>
    </>
  );
}

function AccidentLine({ id, row, ledger: { definition, snapshot } }: { id: string; row: number; ledger: Ledger }) {
  const words = useWords(CARRIERS_WORDS);
  const title = useTitle();
  const crashes = crashesOf(snapshot);
  const severity = SEVERITIES[crashes.severity[row]!] ?? null;
  const { severity: attribute } = definition.attributes;
  const name = attribute?.type === "code" ? attribute.values.find(({ code }) => code === severity)?.title : undefined;
  const code = snapshot.codes.get(row) ?? "";
  const timeMs = crashes.timeMs[row]!;
  const known = (count: number) => (Number.isNaN(count) ? words.unknown : String(count));
  const road = ["roadCode", "roadName"].map((each) => rowValue(snapshot, definition, each, row)).find(Boolean);
  return (
    <button
      type="button"
      aria-label={words.openAccident(code)}
      onClick={() => openListed({ layer: "accidents", id })}
      onPointerEnter={() => hoverListed({ layer: "accidents", row })}
      onPointerLeave={() => hoverListed(null)}
    >
      <Swatch layer={definition} look={lookOf(definition, severity)} size={14} />
      <span>{name ? title(name) : words.unknown}</span>
      <time>{Number.isNaN(timeMs) ? words.unknown : formatLocalMinute(timeMs).replace("T", " ")}</time>
      <span>{words.casualties(known(crashes.deaths[row]!), known(crashes.injuries[row]!))}</span>
      <span>{road ? String(road) : words.unknown}</span>
      <span className={styles.soft}>{code}</span>
    </button>
  );
}
