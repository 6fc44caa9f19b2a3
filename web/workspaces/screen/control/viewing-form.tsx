import { Button, InputNumber } from "antd";
import { useState } from "react";
import { VIEWING_LIMITS_M, type Viewing } from "#data/wall/type-size.ts";
import { changeScreen } from "../../../api-screen.ts";
import type { ScreenEntry } from "../../../api-wall.ts";
import { SCREEN_SETTINGS_WORDS } from "../../../messages/screen-settings.ts";
import { useWords } from "../../../messages/words.ts";
import { rereadScreens } from "../../../state/wall.ts";
import styles from "./screen-settings.module.css";
import { Trouble } from "./trouble.tsx";
import { useDeed } from "./use-deed.ts";

const PARTS = ["widthM", "distanceM"] as const;

type Typed = Readonly<Record<keyof Viewing, number | null>>;

const EMPTY: Typed = { widthM: null, distanceM: null };

/** How a screen hangs, from which its smallest type follows. */
export function ViewingForm({ screen: { id, viewing } }: { screen: ScreenEntry }) {
  const words = useWords(SCREEN_SETTINGS_WORDS);
  const [typed, setTyped] = useState<Typed | null>(null);
  const { act, problem, setProblem, isDoing } = useDeed();
  const shown = typed ?? viewing ?? EMPTY;
  const save = async (wanted: Viewing | null) => {
    if (!(await act((by) => changeScreen(id, { viewing: wanted, by })))) return;
    setTyped(null);
    rereadScreens();
  };
  const range = (part: keyof Viewing) => words.fromTo(VIEWING_LIMITS_M[part].min, VIEWING_LIMITS_M[part].max);
  const submit = () => {
    const wanted = toViewing(shown);
    if (wanted === "refused") setProblem(words.viewingRanges(range("widthM"), range("distanceM")));
    else void save(wanted);
  };
  return (
    <form
      className={styles.part}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h3>{words.viewing}</h3>
      <div className={styles.line}>
        {PARTS.map((part) => (
          <label key={part} className={styles.field} htmlFor={`${id}-${part}`}>
            {words[part]}
            <InputNumber
              size="large"
              id={`${id}-${part}`}
              value={shown[part]}
              step={0.1}
              placeholder={range(part)}
              onChange={(value) => setTyped({ ...shown, [part]: value })}
            />
          </label>
        ))}
      </div>
      <div className={styles.line}>
        <Button htmlType="submit" disabled={isDoing || typed === null}>
          {words.saveViewing}
        </Button>
        <Button disabled={isDoing || viewing === null} onClick={() => void save(null)}>
          {words.usual}
        </Button>
      </div>
      <p className={styles.hint}>{words.viewingHint}</p>
      <Trouble text={problem} />
    </form>
  );
}

/** Both or none, and neither outside of what is sensible. */
function toViewing({ widthM, distanceM }: Typed): Viewing | null | "refused" {
  if (widthM === null && distanceM === null) return null;
  if (widthM === null || distanceM === null) return "refused";
  const viewing = { widthM, distanceM };
  const isIn = PARTS.every(
    (part) => viewing[part] >= VIEWING_LIMITS_M[part].min && viewing[part] <= VIEWING_LIMITS_M[part].max,
  );
  return isIn ? viewing : "refused";
}
