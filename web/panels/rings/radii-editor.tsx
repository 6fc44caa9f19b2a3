import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Dropdown, InputNumber, Slider } from "antd";
import { memo } from "react";
import { RING_WORDS } from "../../messages/rings.ts";
import { useWords } from "../../messages/words.ts";
import { LARGEST_RADIUS_M, MOST_RINGS } from "../../state/view.ts";
import { changeView, useView } from "../../state/view-store.ts";
import { metres } from "../../ui/quantities.ts";
import { nearestStop, PRESETS, STOPS, withAnother, withRadius } from "./radius-scale.ts";
import styles from "./rings.module.css";

const setRadii = (change: (radiiM: readonly number[]) => readonly number[]): void =>
  changeView(({ radiiM }) => {
    const changed = change(radiiM);
    return changed === radiiM ? {} : { radiiM: [...changed] };
  });

/** The rings' radii: each by figure or by slider, up to eight. The results follow while a slider moves. */
export function RadiiEditor() {
  const words = useWords(RING_WORDS);
  const radiiM = useView((view) => view.radiiM);
  const presets = PRESETS.map((preset) => ({
    key: preset.join(),
    label: preset.map(metres).join(" / "),
    onClick: () => setRadii(() => preset),
  }));
  return (
    <fieldset className={styles.field}>
      <legend className={styles.legend}>{words.radii}</legend>
      {radiiM.map((radiusM, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a radius is its place; its value changes under the pointer
        <RadiusRow key={place} radiusM={radiusM} place={place} single={radiiM.length === 1} />
      ))}
      <div className={styles.buttons}>
        <Button
          size="small"
          icon={<PlusOutlined aria-hidden />}
          disabled={radiiM.length >= MOST_RINGS}
          onClick={() => setRadii(withAnother)}
        >
          {words.addRadius}
        </Button>
        <Dropdown menu={{ items: presets }} trigger={["click"]}>
          <Button size="small">{words.presets}</Button>
        </Dropdown>
      </div>
    </fieldset>
  );
}

const RadiusRow = memo(function RadiusRow(props: { radiusM: number; place: number; single: boolean }) {
  const { radiusM, place, single } = props;
  const words = useWords(RING_WORDS);
  const set = (value: number | null) => {
    if (value !== null) setRadii((radiiM) => withRadius(radiiM, place, value));
  };
  return (
    <div className={styles.radius}>
      <InputNumber
        size="small"
        className={styles.figure}
        value={radiusM}
        min={1}
        max={LARGEST_RADIUS_M}
        step={10}
        precision={2}
        formatter={(value) => (value === undefined ? "" : String(Number(value)))}
        suffix="m"
        aria-label={words.radius(place + 1)}
        onChange={set}
      />
      <Slider
        className={styles.slider}
        min={0}
        max={STOPS.length - 1}
        value={nearestStop(radiusM)}
        tooltip={{ formatter: null }}
        ariaLabelForHandle={words.radiusSlider(place + 1)}
        ariaValueTextFormatterForHandle={(stop) => metres(STOPS[stop]!)}
        onChange={(stop) => set(STOPS[stop]!)}
      />
      <Button
        size="small"
        type="text"
        icon={<DeleteOutlined aria-hidden />}
        disabled={single}
        aria-label={words.removeRadius(metres(radiusM))}
        title={words.removeRadius(metres(radiusM))}
        onClick={() => setRadii((radiiM) => radiiM.filter((_, i) => i !== place))}
      />
    </div>
  );
});
