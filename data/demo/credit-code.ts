const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/**
 * A unified social credit code that is right in form and impossible in fact: the region part (characters 3 to 8) is 990000, which no
 * administrative division has. Both check characters are right. The same name gives the same code.
 *
 * @see GB 32100-2015, 5 and annex A; GB 11714-1997 for the organisation part
 */
export function creditCode(name: string): string {
  let state = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) state = Math.imul(state ^ name.charCodeAt(i), 0x01000193);
  let organisation = "";
  for (let i = 0; i < 8; i++) {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + i;
    organisation += String((state >>> 8) % 10);
  }
  const body = `91990000${organisation}${organisationCheck(organisation)}`;
  return body + creditCodeCheck(body);
}

function organisationCheck(digits: string): string {
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * ORGANISATION_WEIGHTS[i]!, 0);
  const check = 11 - (sum % 11);
  return check === 10 ? "X" : check === 11 ? "0" : String(check);
}

/** The eighteenth character for the first seventeen. */
function creditCodeCheck(body: string): string {
  const sum = [...body].reduce((total, character, i) => total + ALPHABET.indexOf(character) * WEIGHTS[i]!, 0);
  return ALPHABET[(31 - (sum % 31)) % 31]!;
}
