import type { Reason } from "#data/analyses/spacing-results.ts";
import type { VERDICT_WORDS } from "../../../messages/planning-verdict.ts";

type Words = (typeof VERDICT_WORDS)["zh"];

/** A reason in words; one that a newer server gives and this page does not know keeps its code. */
export function reasonText({ code, values = {} }: Reason, words: Words): string {
  const say = (words.reasons as Readonly<Record<string, Words["reasons"][Reason["code"]] | undefined>>)[code];
  return say ? say(values) : words.otherReason(code);
}
