/** One line of the benchmark table. */
export interface BenchRow {
  /** What was measured, with its size: "near-pairs, 16,000 × 16,000 points within 120 m". */
  what: string;
  /** Our figure, the median of the runs where it is a time. Smaller is better. */
  ours: number;
  /** Of every figure in the row: "ms", "s", "MB", "%". */
  unit: string;
  /** Somebody else's figure for the same work, measured in the same run. */
  peer?: { name: string; value: number };
  /** What our figure must reach: a bound in the row's unit, or no more than the peer's. */
  target?: { atMost: number } | { below: number } | "peer";
}

/** Our figure over the peer's; undefined without a peer. */
export const ratioOf = ({ ours, peer }: BenchRow): number | undefined => peer && ours / peer.value;

/** Whether the row reaches its target; undefined when it has none. */
export function isMet({ what, ours, peer, target }: BenchRow): boolean | undefined {
  if (!target) return undefined;
  if (target === "peer") {
    if (!peer) throw new Error(`${what}: the target is the peer, and there is no peer`);
    return ours <= peer.value;
  }
  return "below" in target ? ours < target.below : ours <= target.atMost;
}

/** Median of repeated measurements, after runs that only warm up. @returns milliseconds */
export async function medianMs(runs: number, work: () => unknown, warmUps = 1): Promise<number> {
  const times: number[] = [];
  for (let run = -warmUps; run < runs; run++) {
    const started = performance.now();
    await work();
    if (run >= 0) times.push(performance.now() - started);
  }
  return medianOf(times);
}

/** The middle one, or the mean of the two in the middle. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
}
