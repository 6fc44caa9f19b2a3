import { AimOutlined, DownOutlined, RightOutlined } from "@ant-design/icons";
import { Switch } from "antd";
import { lazy, memo, Suspense, useId, useState } from "react";
import { LAYER_WORDS } from "../../messages/layers.ts";
import { useLanguage, useTitle, useWords } from "../../messages/words.ts";
import type { Ledger } from "../../state/ledgers.ts";
import { useView } from "../../state/view-store.ts";
import { formatNumber } from "../../ui/quantities.ts";
import { Swatch } from "../../ui/swatch.tsx";
import { AddButton } from "../edit/add-button.tsx";
import { DataDate, OverdueNote } from "./data-date.tsx";
import { FilterChips } from "./filter-chips.tsx";
import { showLayer, zoomToLayer } from "./layer-changes.ts";
import styles from "./layers.module.css";
import { type LayerRows, useCountInView, useLayerRows } from "./use-layer-rows.ts";

/** Pickers and sliders weigh more than the rest of the panel: they come when the first layer is opened. */
const LayerDetails = lazy(async () => ({ default: (await import("./layer-details.tsx")).LayerDetails }));

/** One layer: its switch, how much of it is seen, how old it is, and on request everything about it. */
export const LayerItem = memo(function LayerItem({ ledger }: { ledger: Ledger }) {
  const { definition, snapshot } = ledger;
  const words = useWords(LAYER_WORDS);
  const title = useTitle()(definition.title);
  const on = useView((view) => view.layers.includes(definition.id));
  const layer = useLayerRows(ledger);
  const [open, setOpen] = useState(false);
  const details = useId();
  return (
    <li className={styles.item} aria-label={title} data-on={on}>
      <div className={styles.head}>
        <Switch size="small" checked={on} aria-label={title} onChange={(next) => showLayer(definition.id, next)} />
        <button
          type="button"
          className={styles.name}
          aria-expanded={open}
          aria-controls={details}
          onClick={() => setOpen(!open)}
        >
          <Swatch layer={definition} />
          <span className={styles.nameText}>{title}</span>
          {open ? <DownOutlined aria-hidden="true" /> : <RightOutlined aria-hidden="true" />}
        </button>
        <button
          type="button"
          className={styles.icon}
          aria-label={words.zoomTo(title)}
          title={words.zoomTo(title)}
          disabled={snapshot.count === 0}
          onClick={() => zoomToLayer(ledger)}
        >
          <AimOutlined aria-hidden="true" />
        </button>
        <AddButton ledger={ledger} className={styles.icon} />
      </div>
      <div className={styles.facts}>
        <DataDate ledger={ledger} />
        <Counts ledger={ledger} layer={layer} />
      </div>
      <OverdueNote ledger={ledger} />
      <FilterChips ledger={ledger} layer={layer} />
      <div id={details}>
        <Suspense>{open && <LayerDetails ledger={ledger} layer={layer} />}</Suspense>
      </div>
    </li>
  );
});

/** In view, shown and all, under the headings of the group. */
function Counts({ ledger, layer }: { ledger: Ledger; layer: LayerRows }) {
  const words = useWords(LAYER_WORDS);
  const language = useLanguage();
  const inView = useCountInView(ledger, layer);
  const { count } = ledger.snapshot;
  const write = (value: number) => formatNumber(value, language);
  return (
    <span className={styles.counts}>
      <Count name="in-view" label={words.inView} value={inView === null ? words.notYet : write(inView)} />
      <Count name="shown" label={words.shown} value={write(layer.shown)} marked={layer.shown < count} />
      <Count name="all" label={words.total} value={write(count)} />
    </span>
  );
}

function Count(props: { name: string; label: string; value: string; marked?: boolean }) {
  return (
    <span data-count={props.name} data-marked={props.marked}>
      <span className={styles.spoken}>{props.label} </span>
      {props.value}
    </span>
  );
}
