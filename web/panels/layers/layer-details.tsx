import { Link } from "@tanstack/react-router";
import { Button, Slider } from "antd";
import { DATA_EXPORT_WORDS } from "../../messages/data-export.ts";
import { FILTER_WORDS } from "../../messages/filters.ts";
import { LAYER_WORDS } from "../../messages/layers.ts";
import { useTitle, useWords } from "../../messages/words.ts";
import type { Ledger } from "../../state/ledgers.ts";
import { useView } from "../../state/view-store.ts";
import styles from "./details.module.css";
import { FilterForm } from "./filter-form.tsx";
import { FilterText } from "./filter-text.tsx";
import { setFilter, setOpacity } from "./layer-changes.ts";
import { Legend } from "./legend.tsx";
import type { LayerRows } from "./use-layer-rows.ts";

/** Drawn under everything, whether switched on or not. */
const GROUND = new Set(["districts", "infrastructure", "roads", "buildings"]);

/** Everything about one layer: what it is, how it looks, and what of it is shown. */
export function LayerDetails({ ledger, layer }: { ledger: Ledger; layer: LayerRows }) {
  const { definition } = ledger;
  const words = useWords(LAYER_WORDS);
  const filterWords = useWords(FILTER_WORDS);
  const title = useTitle();
  return (
    <div className={styles.details}>
      <p className={styles.note}>
        {title(definition.description)} {GROUND.has(definition.id) && words.ground}
      </p>
      <Opacity layer={definition.id} />
      <Legend ledger={ledger} layer={layer} />
      <section aria-label={filterWords.filterOf(title(definition.title))}>
        <div className={styles.sectionHead}>
          <h4 className={styles.sectionTitle}>{filterWords.filter}</h4>
          <Button size="small" disabled={layer.text === ""} onClick={() => setFilter(definition.id, "")}>
            {filterWords.reset}
          </Button>
        </div>
        {!layer.problem && <FilterForm ledger={ledger} layer={layer} />}
        <FilterText definition={definition} layer={layer} />
      </section>
      <ExportLink layer={definition.id} />
    </div>
  );
}

/** To the form that hands the layer out, with the filter that is on the map. */
function ExportLink({ layer }: { layer: string }) {
  const words = useWords(DATA_EXPORT_WORDS);
  const view = useView();
  return (
    <Link to="/data" search={{ ...view, dataLayer: layer, dataPart: "out" }}>
      {words.exportLayer}
    </Link>
  );
}

function Opacity({ layer }: { layer: string }) {
  const words = useWords(LAYER_WORDS);
  const opacity = useView((view) => view.opacity[layer] ?? 1);
  const percent = Math.round(opacity * 100);
  return (
    <div className={styles.opacity}>
      <span>{words.opacity}</span>
      <Slider
        min={0}
        max={100}
        step={5}
        value={percent}
        onChange={(next) => setOpacity(layer, next / 100)}
        ariaLabelForHandle={words.opacity}
        ariaValueTextFormatterForHandle={(value) => `${value} %`}
        tooltip={{ formatter: null }}
      />
      <span className={styles.number}>{percent} %</span>
    </div>
  );
}
