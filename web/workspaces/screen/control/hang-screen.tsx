import { Button, Input } from "antd";
import { useState } from "react";
import { ApiProblem } from "../../../api.ts";
import { addScreen } from "../../../api-wall.ts";
import { CONTROL_WORDS } from "../../../messages/screen-control.ts";
import { useWords } from "../../../messages/words.ts";
import { usePerson } from "../../../state/person.ts";
import styles from "./control.module.css";

/** Names a new screen; its address is what the machine behind it opens. */
export function HangScreen() {
  const words = useWords(CONTROL_WORDS);
  const by = usePerson((person) => person.name).trim();
  const [name, setName] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [hung, setHung] = useState<string | null>(null);
  const hang = async () => {
    if (by === "") return setProblem(words.sayWho);
    try {
      const screen = await addScreen({ name, by });
      setHung(`${location.origin}/screen?screen=${encodeURIComponent(screen.name)}&theme=dark`);
      setName("");
      setProblem(null);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.message);
    }
  };
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
      <Button size="large" htmlType="submit" disabled={name.trim() === ""}>
        {words.hang}
      </Button>
      {hung !== null && (
        <output className={styles.hung}>
          {words.opens} <a href={hung}>{hung}</a>
        </output>
      )}
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </form>
  );
}
