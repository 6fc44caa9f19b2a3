import { Button, DatePicker, Select } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { LAYERS } from "#data/layers/index.ts";
import type { Extent } from "#data/wall/scene.ts";
import { CONTROL_WORDS } from "../../../messages/screen-control.ts";
import { useTitle, useWords } from "../../../messages/words.ts";
import { findLedger, useLedgers } from "../../../state/ledgers.ts";
import { rowsExtent } from "../../../state/rows-extent.ts";
import { tell, useChosen } from "./chosen-screens.ts";
import styles from "./control.module.css";

const DAY = "YYYY-MM-DD";

/** What the map of the chosen screens shows beside its scene: a place, layers, a period. */
export function MapPad() {
  const words = useWords(CONTROL_WORDS);
  const title = useTitle();
  useLedgers((state) => state.layers);
  const isTelling = useChosen((chosen) => chosen.isTelling);
  const [on, setOn] = useState<string[]>([]);
  const [off, setOff] = useState<string[]>([]);
  const options = LAYERS.map((layer) => ({ value: layer.id, label: title(layer.title) }));
  const districts = districtChoices();
  return (
    <section className={styles.pad} aria-label={words.map}>
      <header className={styles.head}>
        <h2>{words.map}</h2>
      </header>
      <div className={styles.buttons}>
        <Button size="large" disabled={isTelling} onClick={() => void tell({ action: "look", extent: null })}>
          {words.wholeZone}
        </Button>
        <Select
          size="large"
          className={styles.wide!}
          showSearch={{ optionFilterProp: "label" }}
          placeholder={words.district}
          aria-label={words.district}
          value={null}
          options={districts.map(({ name }, index) => ({ value: index, label: name }))}
          onChange={(index: number | null) =>
            index !== null && void tell({ action: "look", extent: districts[index]!.extent })
          }
        />
      </div>
      <div className={styles.buttons}>
        <Select
          size="large"
          mode="multiple"
          className={styles.wide!}
          placeholder={words.layersOn}
          aria-label={words.layersOn}
          value={on}
          options={options.filter(({ value }) => !off.includes(value))}
          onChange={setOn}
        />
        <Select
          size="large"
          mode="multiple"
          className={styles.wide!}
          placeholder={words.layersOff}
          aria-label={words.layersOff}
          value={off}
          options={options.filter(({ value }) => !on.includes(value))}
          onChange={setOff}
        />
        <Button size="large" disabled={isTelling} onClick={() => void tell({ action: "layers", layers: { on, off } })}>
          {words.setLayers}
        </Button>
      </div>
      <div className={styles.buttons}>
        <DatePicker.RangePicker
          size="large"
          aria-label={words.period}
          allowEmpty={[true, true]}
          onChange={(days) => {
            const [from, to] = days ?? [null, null];
            // Screens take the day after the last as the end.
            const end = to ? dayjs(to).add(1, "day").format(DAY) : null;
            const period = from || to ? { from: from ? from.format(DAY) : null, to: end } : null;
            void tell({ action: "time", period });
          }}
        />
        <Button size="large" disabled={isTelling} onClick={() => void tell({ action: "time", period: null })}>
          {words.allTime}
        </Button>
      </div>
    </section>
  );
}

function districtChoices(): { readonly name: string; readonly extent: Extent }[] {
  const snapshot = findLedger("districts")?.snapshot;
  if (!snapshot) return [];
  return Array.from({ length: snapshot.count }, (_, row) => row).flatMap((row) => {
    const extent = rowsExtent([{ snapshot, rows: [row] }]);
    return extent ? [{ name: snapshot.names.get(row) ?? "", extent: [...extent] as Extent }] : [];
  });
}
