import { Button } from "antd";
import { LAYER_WORDS } from "../../messages/layers.ts";
import { useWords } from "../../messages/words.ts";
import { useLedgers } from "../../state/ledgers.ts";
import { changeView } from "../../state/view-store.ts";
import { Panel } from "../../ui/panel.tsx";
import { showLedgers } from "./layer-changes.ts";
import { LayerItem } from "./layer-item.tsx";
import styles from "./layers.module.css";

/** Every layer of the registry: what is on the map, how much of it is seen, and by what it is filtered. */
export function LayerPanel() {
  const words = useWords(LAYER_WORDS);
  return (
    <Panel title={words.title} onClose={() => changeView({ layerPanel: false })}>
      <LayerGroup kind="ledger" />
      <LayerGroup kind="support" />
    </Panel>
  );
}

function LayerGroup({ kind }: { kind: "ledger" | "support" }) {
  const words = useWords(LAYER_WORDS);
  const layers = useLedgers((ledgers) => ledgers.layers);
  return (
    <section className={styles.group} aria-label={words.groups[kind]}>
      <div className={styles.groupHead}>
        <h3 className={styles.groupTitle}>{words.groups[kind]}</h3>
        {kind === "ledger" && (
          <>
            <Button size="small" type="text" aria-label={words.allHint} onClick={() => showLedgers(true)}>
              {words.all}
            </Button>
            <Button size="small" type="text" aria-label={words.noneHint} onClick={() => showLedgers(false)}>
              {words.none}
            </Button>
          </>
        )}
        <span className={styles.counts} aria-hidden="true">
          <span title={words.inViewHint}>{words.inView}</span>
          <span title={words.shownHint}>{words.shown}</span>
          <span title={words.totalHint}>{words.total}</span>
        </span>
      </div>
      <ul className={styles.list}>
        {layers
          .filter(({ definition }) => definition.role === kind)
          .map((ledger) => (
            <LayerItem key={ledger.definition.id} ledger={ledger} />
          ))}
      </ul>
    </section>
  );
}
