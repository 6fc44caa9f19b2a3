/** Hours that stand side by side in one cell: at this size nobody tells single ones apart. */
export const HOURS = 3;
export const BLOCKS = 24 / HOURS;
export const BLOCK_STARTS = Array.from({ length: BLOCKS }, (_, block) => block * HOURS);

/** @param hours - of the week, from Monday 0:00. @returns the blocks of each day in turn. */
export function blocksOf(hours: readonly number[]): number[] {
  const blocks = new Array<number>(7 * BLOCKS).fill(0);
  hours.forEach((count, cell) => {
    blocks[Math.floor(cell / HOURS)]! += count;
  });
  return blocks;
}
