import type { Refusal } from "../../../analysis/protocol.ts";
import type { ScreeningWords } from "../../../messages/traffic-screening.ts";

/** Why the worker could not answer, in the reader's words; what has no words is told as it came. */
export function refusalText({ field, reason, allowed }: Refusal, words: ScreeningWords): string {
  const names = field.split(".").filter((name) => name in words.refusedFields);
  const name = names.at(-1) as keyof ScreeningWords["refusedFields"] | undefined;
  if (name) return words.refusedFields[name];
  return words.refusedOther(field, [reason, allowed].filter(Boolean).join("; "));
}
