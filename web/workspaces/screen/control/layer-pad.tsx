import { Button, Select } from "antd";
import { useEffect, useState } from "react";
import { LAYERS } from "#data/layers/index.ts";
import { canonicalText } from "#data/wall/feeds/canonical-text.ts";
import type { ScreenState } from "#data/wall/screen-state.ts";
import { MAP_PAD_WORDS } from "../../../messages/screen-map-pad.ts";
import { useTitle, useWords } from "../../../messages/words.ts";
import { tell, useChosen } from "./chosen-screens.ts";
import styles from "./control.module.css";
import { useTold } from "./use-told.ts";

type Layers = ScreenState["layers"];

const AS_THE_SCENE: Layers = { on: [], off: [] };

/** Layers that the chosen screens show beside their scenes' own, or leave out. Shows what they were told until somebody picks. */
export function LayerPad() {
  const words = useWords(MAP_PAD_WORDS);
  const title = useTitle();
  const isTelling = useChosen((chosen) => chosen.isTelling);
  const told = useTold("layers");
  const [picked, setPicked] = useState<Layers | null>(null);
  const toldText = canonicalText(told);
  // What was picked has been told, or somebody else has told something newer.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is what has changed
  useEffect(() => setPicked(null), [toldText]);
  const present = told.kind === "same" ? told.value : AS_THE_SCENE;
  const { on, off } = picked ?? present;
  const isTold = told.kind !== "differ" && canonicalText({ on, off }) === canonicalText(present);
  const options = LAYERS.map((layer) => ({ value: layer.id, label: title(layer.title) }));
  const pick = (label: string, ids: readonly string[], others: readonly string[], set: (ids: string[]) => void) => (
    <Select
      size="large"
      mode="multiple"
      className={styles.wide!}
      placeholder={told.kind === "differ" ? `${label} · ${words.differ}` : label}
      aria-label={label}
      value={[...ids]}
      options={options.filter(({ value }) => !others.includes(value))}
      onChange={set}
    />
  );
  return (
    <section className={styles.buttons} aria-label={words.layers}>
      {pick(words.layersOn, on, off, (ids) => setPicked({ on: ids, off: [...off] }))}
      {pick(words.layersOff, off, on, (ids) => setPicked({ on: [...on], off: ids }))}
      <Button
        size="large"
        type={isTold ? "default" : "primary"}
        disabled={isTelling || isTold}
        onClick={() => void tell({ action: "layers", layers: { on: [...on], off: [...off] } })}
      >
        {words.setLayers}
      </Button>
    </section>
  );
}
