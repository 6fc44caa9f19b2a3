/** A feature's code as text, and whether a spreadsheet has cut its digits. */
export interface ReadCode {
  readonly code: string;
  readonly isRounded: boolean;
}

/** Spreadsheets keep fifteen digits of a number and fill up with zeros, or write `1.50502E+17`. */
const KEPT_DIGITS = 15;
const SCIENTIFIC = /^\d(\.\d+)?E\+\d+$/i;

export function readCode(delivered: unknown): ReadCode {
  const code = String(delivered).trim();
  const isNumber = typeof delivered === "number";
  if (SCIENTIFIC.test(code) || (isNumber && Math.abs(delivered) > Number.MAX_SAFE_INTEGER))
    return { code, isRounded: true };
  // A text may end in one zero by chance; a number of so many digits has come through a spreadsheet.
  const zeros = isNumber ? 1 : 2;
  const isLong = code.length >= KEPT_DIGITS + zeros && /^\d+$/.test(code);
  return { code, isRounded: isLong && /^0+$/.test(code.slice(KEPT_DIGITS)) };
}
