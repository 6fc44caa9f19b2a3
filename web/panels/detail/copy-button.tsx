import { CheckOutlined, CopyOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { DETAIL_WORDS } from "../../messages/detail.ts";
import { useWords } from "../../messages/words.ts";

/** How long the button says that it has done it. */
const SAID_MS = 1_500;

/** Puts a text into the clipboard; without one (an insecure address, say) the person copies it by hand. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const words = useWords(DETAIL_WORDS);
  const [isDone, setDone] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setDone(true);
      setTimeout(() => setDone(false), SAID_MS);
    } catch {
      window.prompt(label, text);
    }
  };
  return (
    <Button
      type="text"
      size="small"
      icon={isDone ? <CheckOutlined /> : <CopyOutlined />}
      aria-label={isDone ? words.copied : label}
      title={isDone ? words.copied : label}
      onClick={() => void copy()}
    />
  );
}
