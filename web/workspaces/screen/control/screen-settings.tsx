import { Button, Input } from "antd";
import { useState } from "react";
import { changeScreen } from "../../../api-screen.ts";
import { removeScreen, type ScreenEntry } from "../../../api-wall.ts";
import { SCREEN_SETTINGS_WORDS } from "../../../messages/screen-settings.ts";
import { useWords } from "../../../messages/words.ts";
import { rereadScreens } from "../../../state/wall.ts";
import { AccessTokens } from "./access-tokens.tsx";
import { ConfirmInPlace } from "./confirm-in-place.tsx";
import styles from "./screen-settings.module.css";
import { Trouble } from "./trouble.tsx";
import { useDeed } from "./use-deed.ts";
import { ViewingForm } from "./viewing-form.tsx";

/** Under a screen's card, opened when it is needed: its name, how it hangs, what lets it in, and taking it down. */
export function ScreenSettings({ screen }: { screen: ScreenEntry }) {
  const words = useWords(SCREEN_SETTINGS_WORDS);
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.settings}>
      <Button type="text" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? words.close : words.settings}
      </Button>
      {isOpen && (
        <section className={styles.parts} aria-label={`${screen.name} ${words.settings}`}>
          <Rename screen={screen} />
          <ViewingForm screen={screen} />
          <AccessTokens screen={screen} />
          <TakeDown screen={screen} />
        </section>
      )}
    </div>
  );
}

const LONGEST_NAME = 40;

function Rename({ screen: { id, name } }: { screen: ScreenEntry }) {
  const words = useWords(SCREEN_SETTINGS_WORDS);
  const [typed, setTyped] = useState<string | null>(null);
  const { act, problem, isDoing } = useDeed();
  const wanted = (typed ?? name).trim();
  const rename = async () => {
    if (!(await act((by) => changeScreen(id, { name: wanted, by })))) return;
    setTyped(null);
    rereadScreens();
  };
  return (
    <form
      className={styles.part}
      onSubmit={(event) => {
        event.preventDefault();
        void rename();
      }}
    >
      <div className={styles.line}>
        <Input
          size="large"
          className={styles.grow!}
          value={typed ?? name}
          maxLength={LONGEST_NAME}
          aria-label={words.name}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button htmlType="submit" disabled={isDoing || wanted === "" || wanted === name}>
          {words.rename}
        </Button>
      </div>
      <Trouble text={problem} />
    </form>
  );
}

function TakeDown({ screen: { id, name } }: { screen: ScreenEntry }) {
  const words = useWords(SCREEN_SETTINGS_WORDS);
  const { act, problem, isDoing } = useDeed();
  const remove = async () => {
    if (await act((by) => removeScreen(id, by))) rereadScreens();
  };
  return (
    <div className={styles.part}>
      <ConfirmInPlace
        label={words.remove}
        question={words.removeSure(name)}
        isDisabled={isDoing}
        onConfirm={() => void remove()}
      />
      <Trouble text={problem} />
    </div>
  );
}
