import { Button, Input } from "antd";
import { useState } from "react";
import { addScreen } from "../../../api-wall.ts";
import { CONTROL_WORDS } from "../../../messages/screen-control.ts";
import { useWords } from "../../../messages/words.ts";
import styles from "./control.module.css";
import { Trouble } from "./trouble.tsx";
import { useDeed } from "./use-deed.ts";

/** Names a new screen; its address is what the machine behind it opens. */
export function HangScreen() {
  const words = useWords(CONTROL_WORDS);
  const [name, setName] = useState("");
  const [hung, setHung] = useState<string | null>(null);
  const { act, problem, isDoing } = useDeed();
  const hang = () =>
    act(async (by) => {
      const screen = await addScreen({ name, by });
      setHung(`${location.origin}/screen?screen=${encodeURIComponent(screen.name)}&theme=dark`);
      setName("");
    });
  return (
    <form
      className={styles.hang}
      onSubmit={(event) => {
        event.preventDefault();
        void hang();
      }}
    >
      <Input
        size="large"
        value={name}
        maxLength={40}
        placeholder={words.newScreen}
        aria-label={words.newScreen}
        onChange={({ target }) => setName(target.value)}
      />
      <Button size="large" htmlType="submit" disabled={isDoing || name.trim() === ""}>
        {words.hang}
      </Button>
      {hung !== null && (
        <output className={styles.hung}>
          {words.opens} <a href={hung}>{hung}</a>
        </output>
      )}
      <Trouble text={problem} />
    </form>
  );
}
