import { Button, type ButtonProps } from "antd";
import { useState } from "react";
import { SCENE_EDITOR_WORDS } from "../../../messages/screen-editor.ts";
import { useWords } from "../../../messages/words.ts";
import styles from "./editor.module.css";

interface Props extends Pick<ButtonProps, "danger" | "disabled"> {
  readonly label: string;
  /** What is asked, in the place of the button. */
  readonly question: string;
  readonly onConfirm: () => void;
}

/** A button that asks again where it stands: nothing covers the wall. */
export function ConfirmedButton({ label, question, onConfirm, danger = false, disabled = false }: Props) {
  const words = useWords(SCENE_EDITOR_WORDS);
  const [isAsking, setAsking] = useState(false);
  if (!isAsking || disabled)
    return (
      <Button danger={danger} disabled={disabled} onClick={() => setAsking(true)}>
        {label}
      </Button>
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons with their question are no fieldset
    <span
      role="group"
      aria-label={question}
      className={styles.question}
      onKeyDown={({ key }) => key === "Escape" && setAsking(false)}
    >
      <span>{question}</span>
      <Button
        danger={danger}
        type="primary"
        onClick={() => {
          setAsking(false);
          onConfirm();
        }}
      >
        {words.yes}
      </Button>
      <Button autoFocus onClick={() => setAsking(false)}>
        {words.no}
      </Button>
    </span>
  );
}
