import {
  COMPASS,
  COMPASS_ZH,
  type Compass,
  MANOEUVRES,
  type Manoeuvre,
  PARTY_KINDS,
  type PartyKind,
  type PartyWord,
} from "./party-words.ts";

/** One party of a crash as its record tells it; `null` = not known. */
export interface Party {
  readonly kind: PartyKind | null;
  readonly manoeuvre: Manoeuvre | null;
  /** Where it came from and went to: one that drives westward has `from` E and `to` W. */
  readonly from: Compass | null;
  readonly to: Compass | null;
}

/** A part that is not known, in both languages. */
const UNKNOWN = "?";

/**
 * Reads the attribute `movements` of an accident, English or Chinese: `car straight E-W; pedestrian crossing S-N; truck parked -`,
 * `小客车 直行 东向西; 行人 横穿 南向北; 货车 停驶`. Words may come in any order and without spaces between Chinese ones.
 *
 * @returns one party per part between semicolons, in order; what a part does not say, or says in other words, is `null` in it. Empty
 * for an empty text. Never throws.
 */
export function parseParties(text: string | null | undefined): Party[] {
  if (!text) return [];
  return text
    .normalize("NFKC")
    .toLowerCase()
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map(parseParty);
}

function parseParty(part: string): Party {
  const kind = findKind(part);
  const manoeuvre = findManoeuvre(kind.rest);
  return { kind: kind.code, manoeuvre: manoeuvre.code, ...findCourse(manoeuvre.rest) };
}

/** Writes parties so that {@link parseParties} reads the same ones again. */
export function formatParties(parties: readonly Party[], language: "en" | "zh" = "en"): string {
  const written = (words: readonly PartyWord[], code: string | null) => {
    const found = words.find((word) => word.code === code);
    return found === undefined ? UNKNOWN : language === "zh" ? found.title.zh : found.code;
  };
  return parties
    .map((party) =>
      [written(PARTY_KINDS, party.kind), written(MANOEUVRES, party.manoeuvre), formatCourse(party, language)].join(" "),
    )
    .join("; ");
}

function formatCourse({ from, to }: Party, language: "en" | "zh"): string {
  if (from === null && to === null) return "-";
  const point = (each: Compass | null) => (each === null ? UNKNOWN : language === "zh" ? COMPASS_ZH[each] : each);
  return `${point(from)}${language === "zh" ? "向" : "-"}${point(to)}`;
}

interface Found<Code> {
  readonly code: Code | null;
  /** The text without the word. */
  readonly rest: string;
}

/** The earliest word, the longest where several begin together: 电动自行车 is no 自行车. */
function finderOf<Code extends string>(words: readonly PartyWord<Code>[]): (text: string) => Found<Code> {
  const codes = new Map<string, Code>();
  for (const { code, title, aliases } of words)
    for (const each of [code, title.zh, title.en, ...aliases]) codes.set(spaced(each), code);
  const longestFirst = [...codes.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(longestFirst.map(patternOf).join("|"));
  return (text) => {
    const match = pattern.exec(text);
    if (!match) return { code: null, rest: text };
    const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
    return { code: codes.get(spaced(match[0])) ?? null, rest };
  };
}

const spaced = (text: string): string => text.toLowerCase().replace(/[\s_-]+/g, " ");

/** Latin words stand alone, and may be written with hyphens or spaces. */
const patternOf = (spelling: string): string =>
  /[a-z]/.test(spelling) ? `(?<![a-z])${spelling.replaceAll(" ", "[\\s_-]+")}(?![a-z])` : spelling;

const findKind = finderOf<PartyKind>(PARTY_KINDS);
const findManoeuvre = finderOf<Manoeuvre>(MANOEUVRES);

const POINTS = new Map<string, Compass>(
  COMPASS.flatMap((point) => [
    [point.toLowerCase(), point],
    [COMPASS_ZH[point], point],
  ]),
);
const CHINESE_POINT = "(东北|东南|西北|西南|东|西|南|北|\\?)";
const LATIN_POINT = "(ne|nw|se|sw|n|e|s|w|\\?)";
const BETWEEN = "\\s*(?:向|往|至|到|to|→|>|-|–|—)+\\s*";
const COURSES = [
  new RegExp(`${CHINESE_POINT}${BETWEEN}${CHINESE_POINT}`),
  new RegExp(`(?<![a-z])${LATIN_POINT}${BETWEEN}${LATIN_POINT}(?![a-z])`),
];

function findCourse(text: string): Pick<Party, "from" | "to"> {
  for (const pattern of COURSES) {
    const match = pattern.exec(text);
    if (match) return { from: POINTS.get(match[1]!) ?? null, to: POINTS.get(match[2]!) ?? null };
  }
  return { from: null, to: null };
}

/** On foot. */
export const isPedestrian = ({ kind }: Party): boolean => kind === "pedestrian";
/** 非机动车. */
export const isNonMotor = ({ kind }: Party): boolean => kind === "e-bike" || kind === "bicycle";
/** Any vehicle with an engine and a plate. */
export const isMotor = (party: Party): boolean =>
  party.kind !== null && party.kind !== "other" && !isPedestrian(party) && !isNonMotor(party);
/** It stood still. */
export const isStanding = ({ manoeuvre }: Party): boolean => manoeuvre === "parked" || manoeuvre === "stopped";
