/**
 * The last whole quarter before a day, as a period of the page.
 *
 * @param today - `YYYY-MM-DD`.
 * @returns first day, and the day after the last.
 */
export function quarterBefore(today: string): { readonly from: string; readonly to: string } {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const quarter = Math.floor((month - 1) / 3);
  const startOf = (index: number) => {
    const ofYear = year + Math.floor(index / 4);
    return `${ofYear}-${String((((index % 4) + 4) % 4) * 3 + 1).padStart(2, "0")}-01`;
  };
  return { from: startOf(quarter - 1), to: startOf(quarter) };
}
