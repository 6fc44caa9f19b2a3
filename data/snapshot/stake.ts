/** `K812+300`; a fraction of a metre is rounded, and a place before the road's zero has a minus: `-K0+005`. */
export function formatStake(stakeM: number): string {
  const metres = Math.abs(Math.round(stakeM));
  const sign = Math.round(stakeM) < 0 ? "-" : "";
  return `${sign}K${Math.floor(metres / 1000)}+${String(metres % 1000).padStart(3, "0")}`;
}

const STAKE = /^(?:(k)\s*)?(\d{1,5}(?:\.\d+)?)(?:\s*(km|公里|千米))?(?:\s*(\+)?\s*(\d{1,3}(?:\.\d+)?)\s*(m|米)?)?$/;

/**
 * Reads `K812+300`, `K812`, `812.3km`, `812公里300米`. A bare number is no stake.
 *
 * @returns metres, or `null`.
 */
export function parseStake(text: string): number | null {
  const found = STAKE.exec(text.normalize("NFKC").trim().toLowerCase());
  if (!found) return null;
  const [, k, kilometres, unit, plus, metres] = found;
  if (!k && !unit && !plus) return null;
  if (metres !== undefined && !plus && !unit) return null;
  return Number(kilometres) * 1000 + Number(metres ?? 0);
}

/**
 * The ways in which a text can be read as a road and a stake on it: `G111 K812+300`, `建设路12公里300米`. The road may itself end in digits,
 * so every place where the stake could begin is tried.
 *
 * @returns the longest stake first; the road as it was typed, never empty.
 */
export function roadStakeReadings(text: string): { readonly road: string; readonly stakeM: number }[] {
  const plain = text.normalize("NFKC").trim();
  return [...plain.matchAll(/(?<=\S)\s*(?=[kK]?\d)/g)].flatMap(({ index }) => {
    const stakeM = parseStake(plain.slice(index));
    return stakeM === null ? [] : [{ road: plain.slice(0, index).trim(), stakeM }];
  });
}
