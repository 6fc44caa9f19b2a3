import { Alert, Button, Switch } from "antd";
import { useId, useState } from "react";
import { getLayer } from "#data/layers/index.ts";
import { HEAT_WORDS } from "../../messages/heat.ts";
import { useLanguage, useWords } from "../../messages/words.ts";
import { useLedgers } from "../../state/ledgers.ts";
import { useResults } from "../../state/results.ts";
import type { View } from "../../state/view.ts";
import { changeView, useView } from "../../state/view-store.ts";
import { Panel } from "../../ui/panel.tsx";
import { HeatFacts } from "./heat-facts.tsx";
import { HeatLegend } from "./heat-legend.tsx";
import styles from "./heat-panel.module.css";
import { HeatSettings } from "./heat-settings.tsx";
import { densityUnit, HEAT_LAYERS, weightChoices } from "./weights.ts";

export type Heat = NonNullable<View["heat"]>;

/** Where things concentrate: what is weighed, how far it reaches, and what the colours on the map stand for. */
export function HeatPanel() {
  const words = useWords(HEAT_WORDS);
  const shown = useView((view) => view.heat);
  const ledgers = useLedgers((state) => state.layers);
  const [kept, setKept] = useState<Heat | null>(null);
  const toggle = useId();
  const heat = shown ?? kept ?? firstHeat(ledgers.filter(({ snapshot }) => snapshot.count > 0));
  const change = (patch: Partial<Heat>) => {
    const next = { ...heat, ...patch };
    if (shown) changeView({ heat: next });
    else setKept(next);
  };
  const show = (on: boolean) => {
    setKept(heat);
    changeView({ heat: on ? heat : null });
  };
  return (
    <Panel title={words.title} onClose={() => changeView({ tool: null })}>
      <div className={styles.switch}>
        <label htmlFor={toggle}>{words.show}</label>
        <Switch id={toggle} checked={shown !== null} onChange={show} />
      </div>
      <HeatSettings heat={heat} change={change} />
      {shown ? <HeatAnswer heat={shown} change={change} /> : <p className={styles.note}>{words.off}</p>}
    </Panel>
  );
}

function HeatAnswer({ heat, change }: { heat: Heat; change: (patch: Partial<Heat>) => void }) {
  const words = useWords(HEAT_WORDS);
  const language = useLanguage();
  const { answer, refusal, pending } = useResults((results) => results.heat);
  if (refusal) {
    const reason = { bandwidthM: words.tooWide, weight: words.noWeight }[refusal.field];
    return <Alert type="warning" showIcon title={reason ?? `${words.refused}: ${refusal.field}, ${refusal.reason}`} />;
  }
  if (!answer) return <p className={styles.note}>{words.working}</p>;
  // The answer may still be to the question before: its own parameters name its unit.
  const layer = getLayer(answer.parameters.layer);
  const choice = weightChoices(layer).find(({ id }) => id === answer.parameters.weight);
  const unit = densityUnit(layer, choice, language, words);
  const lower = heat.lowestBand === 10 ? 1 : 0.1;
  return (
    <div aria-busy={pending}>
      <HeatLegend answer={answer} unit={unit} opacity={heat.opacity} lowestBand={heat.lowestBand} />
      {answer.findings.length === 0 && answer.summary.max > 0 && heat.lowestBand > lower && (
        <Button size="small" onClick={() => change({ lowestBand: lower })}>
          {words.beginAt(String(lower))}
        </Button>
      )}
      <p className={styles.note}>{words.meaning(unit)}</p>
      <HeatFacts summary={answer.summary} unit={unit} weighed={choice?.kind !== "count"} />
    </div>
  );
}

/** Events before all others: heat is about where things happen. */
function firstHeat(filled: readonly { readonly definition: { readonly id: string } }[]): Heat {
  const events = HEAT_LAYERS.filter(({ time }) => time);
  const [layer] = [...events, ...HEAT_LAYERS].filter(({ id }) => filled.some(({ definition }) => definition.id === id));
  return {
    layer: (layer ?? events[0] ?? HEAT_LAYERS[0]!).id,
    weight: "count",
    bandwidthM: 300,
    opacity: 0.85,
    lowestBand: 1,
    counts: false,
  };
}
