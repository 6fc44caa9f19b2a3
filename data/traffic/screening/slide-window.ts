/** Stakes worked out along a line come with noise; a window of exactly the length still holds both its ends. */
const NOISE_M = 1e-6;

/** What is told while a window moves. Indices are into the stakes. */
export interface WindowVisitor {
  /** A crash comes in at the far end, or leaves at the near one. */
  enter(index: number): void;
  leave(index: number): void;
  /** From `first` to `last`: what some place of the window holds, neither more nor less. */
  visit(first: number, last: number): void;
}

/**
 * Moves a closed window without steps and stops wherever what it holds changes: every window of that length, wherever it begins, holds
 * one of the sets visited (or nothing), so that no stepped window can find more. At most two sets for each stake.
 *
 * @param stakesM - ascending.
 * @param lengthM - above 0; two stakes exactly so far apart fit into one window.
 * @param mostFirst - windows begin at or before the stake of this index: for a ring, whose stakes go on into a second turn.
 */
export function slideWindow(
  stakesM: Float64Array,
  lengthM: number,
  visitor: WindowVisitor,
  mostFirst = stakesM.length - 1,
): void {
  let end = 0;
  for (let first = 0; first <= mostFirst; first++) {
    const firstM = stakesM[first]!;
    const farthestM = firstM + lengthM + NOISE_M;
    // A window cannot begin between two stakes that are the same.
    const isFirst = first === 0 || firstM > stakesM[first - 1]!;
    if (isFirst && end > first) visitor.visit(first, end - 1);
    while (end < stakesM.length && stakesM[end]! <= farthestM) {
      visitor.enter(end);
      end++;
      const isLast = end === stakesM.length || stakesM[end]! > stakesM[end - 1]!;
      if (isFirst && isLast) visitor.visit(first, end - 1);
    }
    visitor.leave(first);
  }
}
