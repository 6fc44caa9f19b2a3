/**
 * A code that nobody has, in the manner of most of those that there are: their beginning with the number after the highest, as
 * wide as it is written there. `DEMO-W-00900` makes `DEMO-W-00901`.
 *
 * @returns `null` when the codes are not numbered.
 */
export function nextCode(codes: Iterable<string>): string | null {
  const kinds = new Map<string, { count: number; highest: number; width: number }>();
  for (const code of codes) {
    const parts = /^(.*\D|)(\d{1,9})$/.exec(code);
    if (!parts) continue;
    const [, beginning, digits] = parts as unknown as [string, string, string];
    const kind = kinds.get(beginning) ?? { count: 0, highest: 0, width: 0 };
    kinds.set(beginning, {
      count: kind.count + 1,
      highest: Math.max(kind.highest, Number(digits)),
      width: Math.max(kind.width, digits.length),
    });
  }
  const [most] = [...kinds].sort(([, a], [, b]) => b.count - a.count);
  if (!most) return null;
  const [beginning, { highest, width }] = most;
  return `${beginning}${String(highest + 1).padStart(width, "0")}`;
}
