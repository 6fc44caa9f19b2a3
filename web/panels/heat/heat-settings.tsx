import { Checkbox, InputNumber, Segmented, Select, Slider } from "antd";
import { useId } from "react";
import { getLayer } from "#data/layers/index.ts";
import { HEAT_WORDS } from "../../messages/heat.ts";
import { useLanguage, useTitle, useWords } from "../../messages/words.ts";
import { useLedgers } from "../../state/ledgers.ts";
import { formatNumber, metres } from "../../ui/quantities.ts";
import { BANDWIDTHS_M, LEAST_BANDWIDTH_M, MOST_BANDWIDTH_M, nearestStop, toBandwidth } from "./bandwidths.ts";
import styles from "./heat-panel.module.css";
import type { Heat } from "./heat-panel.tsx";
import { HEAT_LAYERS, type WeightChoice, weightChoices } from "./weights.ts";

const LOWEST_BANDS = [0.1, 1, 10] as const;

/** What is weighed and how it is drawn. */
export function HeatSettings({ heat, change }: { heat: Heat; change: (patch: Partial<Heat>) => void }) {
  const words = useWords(HEAT_WORDS);
  const opacity = useId();
  const counts = useId();
  return (
    <div className={styles.settings}>
      <HeatQuestion heat={heat} change={change} />
      <span className={styles.label} id={opacity}>
        {words.opacity}
      </span>
      <div className={styles.slider}>
        <Slider
          min={10}
          max={100}
          step={5}
          value={Math.round(heat.opacity * 100)}
          onChange={(percent) => change({ opacity: percent / 100 })}
          ariaLabelForHandle={words.opacity}
          ariaValueTextFormatterForHandle={(percent) => `${percent} %`}
          tooltip={{ formatter: null }}
        />
        <span className={styles.value}>{Math.round(heat.opacity * 100)} %</span>
      </div>
      <span className={styles.label}>{words.lowestBand}</span>
      <Segmented
        size="small"
        aria-label={words.lowestBand}
        options={LOWEST_BANDS.map((value) => ({ value, label: String(value) }))}
        value={heat.lowestBand}
        onChange={(lowestBand) => change({ lowestBand })}
      />
      <Checkbox
        className={styles.wide}
        checked={heat.counts === true}
        aria-describedby={counts}
        onChange={({ target }) => change({ counts: target.checked })}
      >
        {words.counts}
      </Checkbox>
      <p id={counts} className={`${styles.wide} ${styles.note}`}>
        {words.countsHint}
      </p>
    </div>
  );
}

/** What of heat is asked of the worker, in two columns: label and control. */
interface Question {
  readonly heat: Pick<Heat, "layer" | "weight" | "bandwidthM">;
  readonly change: (patch: Partial<Question["heat"]>) => void;
}

export function HeatQuestion({ heat, change }: Question) {
  return (
    <>
      <LayerSelect heat={heat} change={change} />
      <WeightSelect heat={heat} change={change} />
      <Bandwidth bandwidthM={heat.bandwidthM} change={(bandwidthM) => change({ bandwidthM })} />
    </>
  );
}

function LayerSelect({ heat, change }: Question) {
  const words = useWords(HEAT_WORDS);
  const title = useTitle();
  const language = useLanguage();
  const id = useId();
  const ledgers = useLedgers((state) => state.layers);
  const options = HEAT_LAYERS.map((layer) => {
    const count = ledgers.find(({ definition }) => definition.id === layer.id)?.snapshot.count ?? 0;
    return {
      value: layer.id,
      disabled: count === 0,
      label: `${title(layer.title)} · ${formatNumber(count, language)}`,
    };
  });
  return (
    <>
      <label className={styles.label} htmlFor={id}>
        {words.layer}
      </label>
      <Select
        id={id}
        aria-label={words.layer}
        size="small"
        options={options}
        value={heat.layer}
        // A sum or a scheme of one layer means nothing in another.
        onChange={(layer) => change({ layer, weight: "count" })}
      />
    </>
  );
}

function WeightSelect({ heat, change }: Question) {
  const words = useWords(HEAT_WORDS);
  const title = useTitle();
  const id = useId();
  const choices = weightChoices(getLayer(heat.layer));
  const chosen = choices.find((choice) => choice.id === heat.weight);
  const toOption = (choice: WeightChoice) => ({
    value: choice.id,
    label: choice.title ? title(choice.title) : words.count,
  });
  const group = (kind: WeightChoice["kind"], label: string) => {
    const options = choices.filter((choice) => choice.kind === kind).map(toOption);
    return options.length > 0 ? [{ label, title: label, options }] : [];
  };
  return (
    <>
      <label className={styles.label} htmlFor={id}>
        {words.weight}
      </label>
      <Select
        id={id}
        aria-label={words.weight}
        size="small"
        options={[
          ...choices.filter(({ kind }) => kind === "count").map(toOption),
          ...group("sum", words.sums),
          ...group("scheme", words.schemes),
        ]}
        value={heat.weight}
        onChange={(weight) => change({ weight })}
      />
      {chosen?.source && <p className={`${styles.wide} ${styles.note}`}>{words.source(title(chosen.source))}</p>}
    </>
  );
}

function Bandwidth({ bandwidthM, change }: { bandwidthM: number; change: (bandwidthM: number) => void }) {
  const words = useWords(HEAT_WORDS);
  const id = useId();
  return (
    <>
      <label className={styles.label} htmlFor={id}>
        {words.bandwidth}
      </label>
      <div className={styles.slider}>
        <Slider
          min={0}
          max={BANDWIDTHS_M.length - 1}
          value={nearestStop(bandwidthM)}
          onChange={(stop) => change(BANDWIDTHS_M[stop]!)}
          ariaLabelForHandle={words.bandwidth}
          ariaValueTextFormatterForHandle={(stop) => metres(BANDWIDTHS_M[stop]!)}
          tooltip={{ formatter: null }}
        />
        <InputNumber
          id={id}
          size="small"
          className={styles.number!}
          min={LEAST_BANDWIDTH_M}
          max={MOST_BANDWIDTH_M}
          precision={0}
          suffix="m"
          controls={false}
          value={bandwidthM}
          onChange={(typed) => {
            const next = toBandwidth(typed);
            // While a number is being typed its first digits are no bandwidth yet.
            if (next !== null && next === typed) change(next);
          }}
        />
      </div>
    </>
  );
}
