import type { Judge, Running } from "./judge.ts";
import type { RoutePiece } from "./route-pieces.ts";
import { slideWindow } from "./slide-window.ts";

/**
 * A set of crashes that a window holds, while it is looked at: the next one is the same object. Indices are into `rows`, which on a ring
 * begin anew after the last.
 */
export interface WindowSet {
  readonly rows: Uint32Array;
  readonly running: Running;
  first: number;
  last: number;
}

/** A stretch of a route: what windows that share crashes were merged into. */
export interface CrashStretch<Kept> {
  readonly route: number;
  /** Whole metres round its first and last crash. Beyond the end of a ring `toM` goes on counting. */
  readonly fromM: number;
  readonly toM: number;
  /** Its crashes, in the order of the stakes. */
  readonly rows: Uint32Array;
  /** What was kept of each window set that was merged into it. */
  readonly kept: readonly Kept[];
}

interface Run<Kept> {
  first: number;
  last: number;
  kept: Kept[];
}

/**
 * Merges the windows of a piece that pass a test into stretches, wherever they share a crash; no crash is in two.
 *
 * A stretch reaches from its first crash to its last: where a window happens to begin says nothing about the road.
 *
 * @param lengthM - of the window.
 * @param leastM - a shorter stretch is widened to this length, as far as the piece goes.
 * @param test - what to keep of a set; `null` where it does not pass.
 */
export function mergeWindows<Kept>(
  piece: RoutePiece,
  { lengthM, leastM }: { readonly lengthM: number; readonly leastM: number },
  judge: Judge,
  test: (set: WindowSet) => Kept | null,
): CrashStretch<Kept>[] {
  const count = piece.rows.length;
  const isRing = piece.turnM !== null && lengthM < piece.turnM;
  const { rows, stakesM } = isRing ? goOn(piece, lengthM) : piece;
  const running = judge.running();
  const set: WindowSet = { rows, running, first: 0, last: 0 };
  const runs: Run<Kept>[] = [];
  slideWindow(
    stakesM,
    lengthM,
    {
      enter: (index) => judge.add(running, rows[index]!),
      leave: (index) => judge.remove(running, rows[index]!),
      visit(first, last) {
        // Before the first crash of a ring lie the last ones: its windows are those of the second turn.
        if (isRing && first === 0) return;
        set.first = first;
        set.last = last;
        const kept = test(set);
        if (kept === null) return;
        const open = runs.at(-1);
        if (open && first <= open.last) {
          open.last = Math.max(open.last, last);
          open.kept.push(kept);
        } else runs.push({ first, last, kept: [kept] });
      },
    },
    isRing ? count : count - 1,
  );
  const closed = isRing ? closeRing(runs, count) : runs;
  return closed.map((run) => toStretch(piece, run, stakesM, { leastM, isRing }));
}

/** The crashes of a ring, and after them once more those that a window may reach over its seam. */
function goOn({ rows, stakesM, turnM }: RoutePiece, lengthM: number): Pick<RoutePiece, "rows" | "stakesM"> {
  const again = stakesM.findLastIndex((stake) => stake <= stakesM[0]! + lengthM) + 1;
  return {
    rows: Uint32Array.of(...rows, ...rows.subarray(0, again)),
    stakesM: Float64Array.of(...stakesM, ...stakesM.subarray(0, again).map((stake) => stake + turnM!)),
  };
}

/** Windows of the second turn lie where the first began, and runs that reach over the seam meet those behind it. */
function closeRing<Kept>(runs: readonly Run<Kept>[], count: number): Run<Kept>[] {
  const turned = runs.map((run) =>
    run.first < count ? run : { ...run, first: run.first - count, last: run.last - count },
  );
  turned.sort((a, b) => a.first - b.first);
  const closed: Run<Kept>[] = [];
  for (const run of turned) {
    const open = closed.at(-1);
    if (open && run.first <= open.last) take(open, run, run.last);
    else closed.push(run);
  }
  const across = closed.at(-1);
  while (across && closed.length > 1 && closed[0]!.first <= across.last - count) {
    const next = closed.shift()!;
    take(across, next, next.last + count);
  }
  if (across) across.last = Math.min(across.last, across.first + count - 1);
  return closed;
}

function take<Kept>(run: Run<Kept>, other: Run<Kept>, last: number): void {
  run.last = Math.max(run.last, last);
  run.kept.push(...other.kept);
}

function toStretch<Kept>(
  piece: RoutePiece,
  { first, last, kept }: Run<Kept>,
  stakesM: Float64Array,
  { leastM, isRing }: { readonly leastM: number; readonly isRing: boolean },
): CrashStretch<Kept> {
  const count = piece.rows.length;
  const stakeAt = (index: number) =>
    index < stakesM.length ? stakesM[index]! : stakesM[index - count]! + (piece.turnM ?? 0);
  const [firstM, lastM] = [stakeAt(first), stakeAt(last)];
  const missingM = Math.max(0, leastM - (lastM - firstM));
  let [fromM, toM] = [Math.floor(firstM - missingM / 2), Math.ceil(lastM + missingM / 2)];
  fromM = Math.max(fromM, Math.min(piece.fromM, firstM));
  if (!isRing) toM = Math.min(toM, Math.max(piece.toM, lastM));
  const rows = Uint32Array.from({ length: last - first + 1 }, (_, i) => piece.rows[(first + i) % count]!);
  return { route: piece.route, fromM, toM, rows, kept };
}
