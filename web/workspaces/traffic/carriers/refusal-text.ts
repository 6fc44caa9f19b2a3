import type { Refusal } from "../../../analysis/protocol.ts";
import type { CarriersWords } from "../../../messages/traffic-carriers.ts";

/** Why the worker could not answer, in the reader's words; what has no words is told as it came. */
export function refusalText({ field, reason, allowed }: Refusal, words: CarriersWords): string {
  if (field === "from" || field === "to") return words.refusedPeriod;
  return [field, reason, allowed].filter(Boolean).join(" · ");
}
