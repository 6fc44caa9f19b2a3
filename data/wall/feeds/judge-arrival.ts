import type { FeedKind } from "./message.ts";
import { timingOf } from "./timing.ts";
import type { Refusal } from "./verdict.ts";

/**
 * What holds for every message before its content counts: its id and its clock.
 *
 * @param known - digest of what came under this id before; `undefined`: nothing did.
 * @param digest - of this message's content.
 * @param observedAt - milliseconds since 1970.
 * @returns `null`: its content decides.
 */
export function judgeArrival(
  kind: FeedKind,
  arrival: { readonly known: string | undefined; readonly digest: string; readonly observedAt: number },
  now: number,
): { readonly outcome: "repeat" } | { readonly outcome: "quarantined"; readonly refusal: Refusal } | null {
  // Before the clock: a repeat is one however old it has become, and was judged when it came first.
  if (arrival.known !== undefined)
    return arrival.known === arrival.digest
      ? { outcome: "repeat" }
      : refuse("id-reused", "id", "the source has used this id for something else");
  const timing = timingOf(arrival.observedAt, now);
  if (timing === "future") return refuse("future", "observedAt", "is ahead of the server's clock");
  // Old readings are worth keeping as history; other old news comes in as a file, where a person looks at it.
  if (timing === "old" && kind !== "sensors") return refuse("too-old", "observedAt", "is more than 24 hours ago");
  return null;
}

const refuse = (reason: Refusal["reason"], field: string, detail: string) =>
  ({ outcome: "quarantined", refusal: { reason, field, detail } }) as const;
