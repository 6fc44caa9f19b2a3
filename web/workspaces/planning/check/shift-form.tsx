import { Button, InputNumber } from "antd";
import { useId, useState } from "react";
import { PLANNING_WORDS } from "../../../messages/planning.ts";
import { useWords } from "../../../messages/words.ts";
import type { Outline } from "../../../state/proposal-draft.ts";
import styles from "./check.module.css";
import { shiftOutline } from "./shift-outline.ts";
import { changeDraft } from "./variants.ts";

/** Beyond this it is another place, and drawing it again is quicker. */
const FARTHEST_M = 10_000;

/** Moves the boundary by metres; pressing again moves it on. */
export function ShiftForm({ outline }: { outline: Outline }) {
  const words = useWords(PLANNING_WORDS).check;
  const id = useId();
  const [eastM, setEast] = useState<number | null>(10);
  const [northM, setNorth] = useState<number | null>(0);
  return (
    <form
      className={styles.row}
      aria-label={words.shift}
      style={{ marginTop: 6 }}
      onSubmit={(event) => {
        event.preventDefault();
        changeDraft({ geometry: shiftOutline(outline, eastM ?? 0, northM ?? 0) });
      }}
    >
      {(
        [
          ["east", eastM, setEast],
          ["north", northM, setNorth],
        ] as const
      ).map(([side, value, set]) => (
        <span key={side} className={styles.row}>
          <label className={styles.label} htmlFor={id + side}>
            {words[side]}
          </label>
          <InputNumber
            id={id + side}
            size="small"
            min={-FARTHEST_M}
            max={FARTHEST_M}
            suffix="m"
            value={value}
            onChange={set}
            style={{ width: 92 }}
          />
        </span>
      ))}
      <Button size="small" htmlType="submit" disabled={!eastM && !northM}>
        {words.doShift}
      </Button>
    </form>
  );
}
