/** One ordinate: decimal degrees, or degrees, minutes and seconds, with its letters before or behind it. */
const ORDINATE =
  /^(?:(N|S|E|W|北纬|南纬|东经|西经|纬度|经度|LATITUDE|LONGITUDE|LAT|LON|LNG)[:=\s]*)?([+-]?\d{1,3}(?:\.\d+)?)(?:\s*[°度]\s*(?:([0-5]?\d(?:\.\d+)?)\s*['分]\s*)?(?:([0-5]?\d(?:\.\d+)?)\s*["秒]\s*)?)?\s*(N|S|E|W)?$/;

const AXIS: Readonly<Record<string, "lon" | "lat">> = {
  N: "lat",
  S: "lat",
  北纬: "lat",
  南纬: "lat",
  纬度: "lat",
  LAT: "lat",
  LATITUDE: "lat",
  E: "lon",
  W: "lon",
  东经: "lon",
  西经: "lon",
  经度: "lon",
  LON: "lon",
  LNG: "lon",
  LONGITUDE: "lon",
};

const NEGATIVE: ReadonlySet<string | undefined> = new Set(["S", "W", "南纬", "西经"]);

/** A longer text is no position. */
const LONGEST = 100;

/**
 * Reads a position as people write it: `122.26,43.62`, `43.62N 122.26E`, `北纬43.62 东经122.26`, `43°37'12"N 122°15'36"E`,
 * `[122.26, 43.62]`; commas, quotes and letters of any width.
 *
 * @returns `[longitude, latitude]` in degrees, likeliest first. Two bare numbers are longitude and latitude, and the other way
 *   round as well where both are possible. Empty when the text is no position.
 */
export function parsePosition(text: string): [number, number][] {
  if (text.length > LONGEST) return [];
  for (const pair of pairsOf(plainOf(text))) {
    const [a, b] = pair.map(readOrdinate);
    if (!a || !b) continue;
    if (a.axis && a.axis === b.axis) return [];
    const lonFirst: [number, number] = [a.degrees, b.degrees];
    const latFirst: [number, number] = [b.degrees, a.degrees];
    const stated = a.axis ?? (b.axis ? (b.axis === "lon" ? "lat" : "lon") : null);
    const readings = stated === null ? [lonFirst, latFirst] : stated === "lon" ? [lonFirst] : [latFirst];
    const possible = readings.filter(([lon, lat]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90);
    return a.degrees === b.degrees ? possible.slice(0, 1) : possible;
  }
  return [];
}

/** One half of a position, with the axis that its letters name. */
export interface Ordinate {
  readonly degrees: number;
  readonly axis: "lon" | "lat" | null;
}

/**
 * Reads one ordinate as people write it: `122.26°E`, `东经122度15分36秒`, `43°37'12"`.
 *
 * @returns `null` when the text is none.
 */
export const parseOrdinate = (text: string): Ordinate | null =>
  text.length > LONGEST ? null : readOrdinate(plainOf(text));

/** Quotes and the degree sign come first: NFKC would turn `´` into a space and an accent, and `º` into a letter. */
const plainOf = (text: string): string =>
  text
    .replace(/[′’‘`´]/g, "'")
    .replace(/''|[″”“]/g, '"')
    .replaceAll("º", "°")
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll("、", ",")
    .replace(/^[\s([]+|[\s)\]]+$/g, "");

/** Every way to cut the text in two at a comma, semicolon or space. */
function* pairsOf(text: string): Generator<[string, string]> {
  for (const separator of text.matchAll(/\s*[,;]\s*|\s+/g))
    yield [text.slice(0, separator.index), text.slice(separator.index + separator[0].length)];
}

function readOrdinate(text: string): Ordinate | null {
  const found = ORDINATE.exec(text);
  if (!found) return null;
  const [, before, whole, minutes, seconds, behind] = found;
  if (before && behind) return null;
  const letters = before ?? behind;
  const size = Math.abs(Number(whole)) + Number(minutes ?? 0) / 60 + Number(seconds ?? 0) / 3600;
  // South of the equator may be written with a sign, a letter, or both: `-33.9S` is not north.
  const negative = whole!.startsWith("-") || NEGATIVE.has(letters);
  return { degrees: negative ? -size : size, axis: letters ? AXIS[letters]! : null };
}
