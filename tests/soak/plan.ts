import type { Random } from "#data/demo/random.ts";

/** What happens to a wall within weeks, by the options that say how often. */
export const ACTIONS = ["switches", "updates", "losses", "drops", "restarts"] as const;
export type Action = (typeof ACTIONS)[number];
export type Counts = Readonly<Record<Action, number>>;

/** In a run that is only told for how long. */
export const USUAL_MIX: Counts = { switches: 100, updates: 10, losses: 5, drops: 1, restarts: 1 };

/** So many of each in an order that hangs on the random numbers alone. */
export function planOf(counts: Counts, random: Random): Action[] {
  return random.shuffled(ACTIONS.flatMap((action) => Array.from({ length: counts[action] }, () => action)));
}

/** The usual mixture again and again, without an end. */
export function* endlessPlan(random: Random): Generator<Action, never> {
  for (;;) yield* planOf(USUAL_MIX, random);
}
