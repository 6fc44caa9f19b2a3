import type { DatumWords } from "../../../messages/datum.ts";

/** https://epsg.org: zones of 3 degrees are numbered by meridian / 3, zones of 6 degrees by (meridian + 3) / 6. */
const GAUSS_KRUGER = [
  { first: 4491, last: 4501, degrees: 6, meridian: 75, numbered: true },
  { first: 4502, last: 4512, degrees: 6, meridian: 75, numbered: false },
  { first: 4513, last: 4533, degrees: 3, meridian: 75, numbered: true },
  { first: 4534, last: 4554, degrees: 3, meridian: 75, numbered: false },
] as const;

const TURNED = "-yx";

/** The name of a datum as a person says it; one that the page does not know is shown as the server calls it. */
export function datumName(id: string, words: DatumWords): string {
  if (id.endsWith(TURNED)) return words.northFirst(datumName(id.slice(0, -TURNED.length), words));
  const named = words.names[id.toLowerCase() as keyof DatumWords["names"]];
  if (named) return named;
  const epsg = Number(/^EPSG:(\d+)$/i.exec(id)?.[1]);
  const series = GAUSS_KRUGER.find(({ first, last }) => epsg >= first && epsg <= last);
  if (series) {
    const { degrees, numbered } = series;
    const meridian = series.meridian + degrees * (epsg - series.first);
    const zone = numbered ? (degrees === 3 ? meridian / 3 : (meridian + 3) / 6) : null;
    return `${words.gaussKruger(degrees, meridian, zone)} (EPSG:${epsg})`;
  }
  const utm = /^EPSG:32([67])(\d\d)$/i.exec(id);
  if (utm) return `UTM ${Number(utm[2])}${utm[1] === "6" ? "N" : "S"} (${id})`;
  const own = /\+proj=tmerc .*\+lon_0=(-?[\d.]+)/.exec(id);
  return own ? words.ownMeridian(own[1]!) : id;
}
