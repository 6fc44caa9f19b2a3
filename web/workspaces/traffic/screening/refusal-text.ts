import type { Refusal } from "../../../analysis/protocol.ts";
import type { RuleWords } from "../../../messages/traffic-rule.ts";

/** Why the worker could not answer, in the reader's words; what has no words is told as it came. */
export function refusalText({ field, reason, allowed }: Refusal, words: RuleWords): string {
  const names = field.split(".").filter((name) => name in words.refusedFields);
  const name = names.at(-1) as keyof RuleWords["refusedFields"] | undefined;
  if (name) return words.refusedFields[name];
  return words.refusedOther(field, [reason, allowed].filter(Boolean).join("; "));
}
