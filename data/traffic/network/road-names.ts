/** A road's number or name as it is compared: without regard to case, width and spaces. */
export const foldRoad = (text: string): string => text.normalize("NFKC").toUpperCase().replaceAll(/\s+/g, "");

/** Administrative kinds of roads and the letter that their numbers begin with (GB/T 917-2017). */
const LETTERS: Readonly<Record<string, string>> = {
  国道: "G",
  省道: "S",
  县道: "X",
  乡道: "Y",
  村道: "C",
  专用公路: "Z",
};

const KINDS = Object.keys(LETTERS).join("|");
const KIND_FIRST = new RegExp(`^(${KINDS})([GSXYCZ]?)-?(\\d{1,4})(?:号|线)*$`);
const NUMBER_FIRST = new RegExp(`^([GSXYCZ]?)-?(\\d{1,4})(?:号|线)*(${KINDS})?线?$`);

/**
 * The number in what a record calls a road: `国道111线`, `111国道`, `G111线` and `国道G111线` are all `G111`.
 *
 * @returns `null` where the text is a name, or a bare number whose kind nobody can tell.
 */
export function roadNumberOf(text: string): string | null {
  const folded = foldRoad(text);
  const kindFirst = KIND_FIRST.exec(folded);
  if (kindFirst) return numberOf(kindFirst[2]!, kindFirst[1], kindFirst[3]!);
  const numberFirst = NUMBER_FIRST.exec(folded);
  return numberFirst && numberOf(numberFirst[1]!, numberFirst[3], numberFirst[2]!);
}

function numberOf(letter: string, kind: string | undefined, digits: string): string | null {
  const first = letter || (kind && LETTERS[kind]);
  return first ? `${first}${digits}` : null;
}
