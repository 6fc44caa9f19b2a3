import { CaretRightOutlined, PauseOutlined } from "@ant-design/icons";
import { Button, Checkbox, Select } from "antd";
import { TIME_WORDS } from "../../messages/time.ts";
import { useWords } from "../../messages/words.ts";
import type { CalendarUnit } from "./days.ts";
import styles from "./time-bar.module.css";
import { SPEEDS } from "./use-playing.ts";

interface Setting<Value> {
  readonly value: Value;
  readonly set: (value: Value) => void;
}

interface Props {
  readonly playing: boolean;
  toggle(): void;
  readonly step: Setting<CalendarUnit>;
  readonly speed: Setting<number>;
  readonly loop: Setting<boolean>;
}

const STEPS: readonly CalendarUnit[] = ["day", "week", "month"];

/** Playing, and by how much and how fast. */
export function PlayControls({ playing, toggle, step, speed, loop }: Props) {
  const words = useWords(TIME_WORDS);
  const name = playing ? words.pause : words.play;
  return (
    <div className={styles.group}>
      <Button
        size="small"
        type="primary"
        icon={playing ? <PauseOutlined /> : <CaretRightOutlined />}
        aria-label={name}
        title={name}
        onClick={toggle}
      />
      <Select
        size="small"
        aria-label={words.step}
        className={styles.step!}
        options={STEPS.map((value) => ({ value, label: words.unit[value] }))}
        value={step.value}
        onChange={step.set}
      />
      <Select
        size="small"
        aria-label={words.speed}
        className={styles.speed!}
        options={SPEEDS.map((value) => ({ value, label: `${value}×` }))}
        value={speed.value}
        onChange={speed.set}
      />
      <Checkbox checked={loop.value} onChange={({ target }) => loop.set(target.checked)}>
        {words.loop}
      </Checkbox>
    </div>
  );
}
