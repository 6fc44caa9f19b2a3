/**
 * What a spreadsheet may read as the beginning of a formula: the four signs, also in the wide and small forms that East Asian
 * editions take for the same, also behind white space; and a leading tab or line break, which some drop before they look.
 */
const FORMULA_START = /^(?:[\s\0]*[=+\-@＝＋－＠﹦﹢﹣﹫]|[\t\r\n\0])/;

/** A text that no spreadsheet takes for a formula: one that begins like one gets an apostrophe, the sign for "this is text". */
export const neutralise = (text: string): string => (FORMULA_START.test(text) ? `'${text}` : text);
