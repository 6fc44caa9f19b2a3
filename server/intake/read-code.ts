/** A feature's code as text, and whether a spreadsheet has cut its digits. */
export interface ReadCode {
  readonly code: string;
  readonly isRounded: boolean;
}

/** Spreadsheets keep fifteen digits of a number and fill up with zeros, or write `1.50502E+17`. */
const KEPT_DIGITS = 15;
const SCIENTIFIC = /^\d(\.\d+)?E\+\d+$/i;

export function readCode(delivered: unknown): ReadCode {
  const isNumber = typeof delivered === "number";
  // A long number's own text would have an exponent from 1e21 on.
  const code = isNumber && Number.isInteger(delivered) ? BigInt(delivered).toString() : String(delivered).trim();
  if (SCIENTIFIC.test(code)) return { code, isRounded: true };
  // Text may end in one zero by chance, and says what it says; a number of so many digits has lost the last in any case.
  const zeros = isNumber ? 1 : 2;
  const isRounded = /^\d+$/.test(code) && code.length >= KEPT_DIGITS + zeros && /^0+$/.test(code.slice(KEPT_DIGITS));
  return { code, isRounded };
}
