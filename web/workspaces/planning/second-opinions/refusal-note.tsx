import { Alert } from "antd";
import type { Refusal } from "../../../analysis/protocol.ts";
import { REFUSAL_WORDS } from "../../../messages/planning-refusal.ts";
import { useWords } from "../../../messages/words.ts";
import { type RefusedInput, refusalText } from "./refusal-text.ts";

/** Why there is no answer. */
export function RefusalNote({ refusal, input }: { refusal: Refusal; input: RefusedInput }) {
  const words = useWords(REFUSAL_WORDS);
  return <Alert type="error" banner title={words.title} description={refusalText(refusal, input, words)} />;
}
