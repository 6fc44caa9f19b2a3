/** How far the judging of a file is; shared between threads so that neither has to ask the other. */
export interface Progress {
  readonly stage: Stage;
  readonly rows: number;
  /** null: not known before the end. */
  readonly total: number | null;
}

export const STAGES = ["waiting", "sampling", "reading", "comparing"] as const;
export type Stage = (typeof STAGES)[number];

export const createProgress = (): SharedArrayBuffer => new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT);

export function writeProgress(shared: SharedArrayBuffer, stage: Stage, rows: number, total: number | null): void {
  const view = new Int32Array(shared);
  Atomics.store(view, 0, STAGES.indexOf(stage));
  Atomics.store(view, 1, rows);
  Atomics.store(view, 2, total ?? -1);
}

export function readProgress(shared: SharedArrayBuffer): Progress {
  const view = new Int32Array(shared);
  const total = Atomics.load(view, 2);
  return { stage: STAGES[Atomics.load(view, 0)]!, rows: Atomics.load(view, 1), total: total < 0 ? null : total };
}
