/** A line of a list, in sizes of the type. */
export const LINE_EM = 1.5;

/** @returns how many lines a list has room for, the line that counts the others included where there are more. */
export function linesThatFit(roomEm: number, wanted: number): number {
  const lines = Math.max(0, Math.floor(roomEm / LINE_EM));
  return wanted <= lines ? wanted : Math.max(0, lines - 1);
}
