import { Button } from "antd";
import { useState } from "react";
import { SCREEN_SETTINGS_WORDS } from "../../../messages/screen-settings.ts";
import { useWords } from "../../../messages/words.ts";
import styles from "./screen-settings.module.css";

/** A deed that cannot be taken back: the button asks where it stands, and nothing covers the console meanwhile. */
export function ConfirmInPlace(props: { label: string; question: string; isDisabled: boolean; onConfirm: () => void }) {
  const { label, question, isDisabled, onConfirm } = props;
  const words = useWords(SCREEN_SETTINGS_WORDS);
  const [isAsking, setAsking] = useState(false);
  if (!isAsking)
    return (
      <Button danger disabled={isDisabled} onClick={() => setAsking(true)}>
        {label}
      </Button>
    );
  return (
    <div className={styles.confirm} role="alert">
      <span>{question}</span>
      <Button
        danger
        type="primary"
        disabled={isDisabled}
        onClick={() => {
          setAsking(false);
          onConfirm();
        }}
      >
        {label}
      </Button>
      <Button autoFocus onClick={() => setAsking(false)}>
        {words.keep}
      </Button>
    </div>
  );
}
