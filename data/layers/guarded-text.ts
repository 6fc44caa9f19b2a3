/**
 * What a spreadsheet may read as the beginning of a formula: the four signs, also in the wide and small forms that East Asian
 * editions take for the same, also behind white space; and a leading tab or line break, which some drop before they look.
 * Apostrophes in front are passed over: they stand for "this is text", and may be ours.
 */
const FORMULA_START = /^'*(?:[\s\0]*[=+\-@＝＋－＠﹦﹢﹣﹫]|[\t\r\n\0])/;

/**
 * A text that no spreadsheet takes for a formula when it opens a delimited file: one that begins like one gets an apostrophe
 * in front, the sign for "this is text". `unguardText` takes exactly that one away again.
 */
export const guardText = (text: string): string => (FORMULA_START.test(text) ? `'${text}` : text);

/** The text that `guardText` was given. A text that it would never write is returned as it is: `'quoted'` keeps both. */
export const unguardText = (text: string): string =>
  text.startsWith("'") && FORMULA_START.test(text) ? text.slice(1) : text;
