import { FireOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useMemo } from "react";
import type { LayerDefinition } from "#data/layers/define.ts";
import { attentionAttribute, type SymbolClass, symbolClasses } from "../../map/symbol-classes.ts";
import { FILTER_WORDS } from "../../messages/filters.ts";
import { LAYER_WORDS } from "../../messages/layers.ts";
import { useLanguage, useTitle, useWords } from "../../messages/words.ts";
import type { Ledger } from "../../state/ledgers.ts";
import { useSurface } from "../../state/surface.ts";
import { formatNumber } from "../../ui/quantities.ts";
import { Swatch } from "../../ui/swatch.tsx";
import { HEAT_LAYERS } from "../heat/weights.ts";
import { withCondition } from "./conditions.ts";
import type { ValueCounts } from "./counts.ts";
import styles from "./details.module.css";
import { setForm, showHeat } from "./layer-changes.ts";
import { toggleValue } from "./toggle-value.ts";
import { useFieldCounts } from "./use-field-counts.ts";
import type { LayerRows } from "./use-layer-rows.ts";

/** Every look of a layer's symbols with its count. An entry filters to its value, and again no more. */
export function Legend({ ledger, layer }: { ledger: Ledger; layer: LayerRows }) {
  const { definition } = ledger;
  const words = useWords(LAYER_WORDS);
  const title = useTitle();
  const showsCounts = useSurface(({ zoom }) => zoom < definition.symbol.minZoom);
  const { by } = definition.symbol;
  const attribute = by === undefined ? undefined : definition.attributes[by];
  return (
    <section aria-label={words.legend}>
      <div className={styles.sectionHead}>
        <h4 className={styles.sectionTitle}>{attribute ? words.legendBy(title(attribute.title)) : words.legend}</h4>
        {HEAT_LAYERS.includes(definition) && (
          <Button
            size="small"
            icon={<FireOutlined aria-hidden="true" />}
            title={words.heatHint}
            disabled={ledger.snapshot.count === 0}
            onClick={() => showHeat(definition.id)}
          >
            {words.heat}
          </Button>
        )}
      </div>
      {by === undefined ? (
        <Entry definition={definition} look={symbolClasses(definition)[0]!} count={layer.shown} />
      ) : (
        <Entries ledger={ledger} layer={layer} by={by} />
      )}
      <Attention definition={definition} />
      {showsCounts && <p className={styles.note}>{words.countsBelow}</p>}
    </section>
  );
}

function Entries({ ledger, layer, by }: { ledger: Ledger; layer: LayerRows; by: string }) {
  const { definition } = ledger;
  const words = useWords(LAYER_WORDS);
  const looks = useMemo(() => symbolClasses(definition), [definition]);
  const counts = useFieldCounts(ledger, layer, by);
  const condition = layer.form.conditions[by];
  const chosen = condition?.control === "values" ? condition : null;
  return (
    <ul className={styles.legend} title={words.legendHint}>
      {looks.map((look) => {
        const isChosen = chosen !== null && (look.code === null ? chosen.unknown : chosen.values.includes(look.code));
        return (
          <li key={look.code ?? ""}>
            <button
              type="button"
              className={styles.entry}
              aria-pressed={isChosen}
              data-hidden={chosen !== null && !isChosen}
              disabled={layer.problem !== null}
              onClick={() => setForm(definition, withCondition(layer.form, by, toggleValue(chosen, look.code)))}
            >
              <Entry definition={definition} look={look} count={countOf(counts, look)} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

const countOf = ({ known, unknown }: ValueCounts, { code }: SymbolClass): number =>
  code === null ? unknown : (known.get(code) ?? 0);

function Entry({ definition, look, count }: { definition: LayerDefinition; look: SymbolClass; count: number }) {
  const filterWords = useWords(FILTER_WORDS);
  const language = useLanguage();
  const isOnly = definition.symbol.by === undefined;
  const title = look.title ?? (isOnly ? definition.title : null);
  return (
    <span className={styles.entryBody}>
      <Swatch layer={definition} look={look} />
      <span className={styles.entryTitle}>{title ? title[language] : filterWords.unknown}</span>
      <span className={styles.number} data-count="look">
        {formatNumber(count, language)}
      </span>
    </span>
  );
}

/** What the dot on a symbol means, where the layer's symbols have one. */
function Attention({ definition }: { definition: LayerDefinition }) {
  const words = useWords(LAYER_WORDS);
  const title = useTitle();
  const id = attentionAttribute(definition);
  const attribute = id === null ? undefined : definition.attributes[id];
  const best = attribute?.type === "code" ? attribute.values.at(-1) : undefined;
  if (!attribute || !best) return null;
  return <p className={styles.note}>{words.attention(title(attribute.title), title(best.title))}</p>;
}
