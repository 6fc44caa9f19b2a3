import { DownOutlined, RightOutlined } from "@ant-design/icons";
import { Button, Checkbox } from "antd";
import { useState } from "react";
import { LAYERS } from "#data/layers/index.ts";
import { RING_WORDS } from "../../messages/rings.ts";
import { useTitle, useWords } from "../../messages/words.ts";
import { RING_LAYERS } from "../../state/results.ts";
import { changeView, useView } from "../../state/view-store.ts";
import { Swatch } from "../../ui/swatch.tsx";
import styles from "./rings.module.css";

/** Which ledgers are asked what lies in the rings. */
export function RingLayers() {
  const words = useWords(RING_WORDS);
  const title = useTitle();
  const chosen = useView((view) => view.ringLayers);
  const [isOpen, setOpen] = useState(false);
  const asked = chosen ?? RING_LAYERS;
  const toggle = (id: string) => {
    const next = LAYERS.map((layer) => layer.id).filter((each) => (each === id) !== asked.includes(each));
    changeView({ ringLayers: next.join() === RING_LAYERS.join() ? null : next });
  };
  return (
    <section className={styles.field} aria-label={words.layersAsked}>
      <button type="button" className={styles.disclose} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />} {words.layers(asked.length)}
      </button>
      {isOpen && (
        <div className={styles.layers}>
          {LAYERS.map((layer) => (
            <Checkbox
              key={layer.id}
              checked={asked.includes(layer.id)}
              // A question without a layer has no answer.
              disabled={asked.length === 1 && asked.includes(layer.id)}
              onChange={() => toggle(layer.id)}
            >
              <span className={styles.layer}>
                <Swatch layer={layer} size={16} /> {title(layer.title)}
              </span>
            </Checkbox>
          ))}
          <Button size="small" type="link" disabled={chosen === null} onClick={() => changeView({ ringLayers: null })}>
            {words.standardLayers}
          </Button>
        </div>
      )}
    </section>
  );
}
