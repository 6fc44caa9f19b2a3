import { foldName } from "./mapping.ts";

/** What a firm's name says only about its legal form. */
const LEGAL_FORMS = /(有限责任公司|股份有限公司|有限公司|分公司|总公司|公司|集团|(co\.?,?)?ltd\.?|inc\.?|llc)/g;
/** Brackets, dots and dashes: two offices put them differently. */
const MARKS = /[()（）【】[\]·.,，。、\-—_/\s]/g;

/** A name as far as it tells one thing from another. */
export const foldFirm = (name: string): string => {
  const plain = foldName(name);
  const short = plain.replace(LEGAL_FORMS, "").replace(MARKS, "");
  return short === "" ? plain.replace(MARKS, "") : short;
};

function pairsOf(text: string): Map<string, number> {
  const characters = [...text];
  const pairs = new Map<string, number>();
  for (let i = 0; i + 1 < characters.length; i++) {
    const pair = characters[i]! + characters[i + 1]!;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/**
 * How alike two folded texts are: 1 when equal, 0 when they share no two neighbouring characters.
 *
 * @see L. R. Dice, Ecology 26 (1945), 297-302, over character pairs
 */
export function likeness(a: string, b: string): number {
  if (a === "" || b === "") return 0;
  if (a === b) return 1;
  const [first, second] = [pairsOf(a), pairsOf(b)];
  let shared = 0;
  let total = 0;
  for (const [pair, times] of first) {
    shared += Math.min(times, second.get(pair) ?? 0);
    total += times;
  }
  for (const times of second.values()) total += times;
  return total === 0 ? 0 : (2 * shared) / total;
}

/** At this distance a place speaks half as loud for two things being one. */
const HALF_M = 100;

/** 1 at the same place, falling to nothing over a few hundred metres. */
export const nearness = (distanceM: number): number => 2 ** -((distanceM / HALF_M) ** 2);
