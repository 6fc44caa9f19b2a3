import type { Language } from "../messages/words.ts";

const LOCALES: Readonly<Record<Language, string>> = { zh: "zh-CN", en: "en-GB" };

const formats = new Map<string, Intl.NumberFormat>();

/** `12,345.7`: grouped, at most `digits` decimals, none that say nothing. */
export function formatNumber(value: number, language: Language, digits = 0): string {
  const key = `${language}/${digits}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: digits });
    formats.set(key, format);
  }
  return format.format(value);
}

/** `12.4 m`, `300 m`, `1.5 km`: as people write distances on a map. */
export function metres(distanceM: number): string {
  if (distanceM >= 1000) return `${Number((distanceM / 1000).toFixed(2))} km`;
  return `${Number(distanceM.toFixed(distanceM < 100 ? 1 : 0))} m`;
}

/** `850 m²`, `1.24 ha`, `3.1 km²`. */
export function squareMetres(areaM2: number): string {
  if (areaM2 >= 1e6) return `${Number((areaM2 / 1e6).toPrecision(4))} km²`;
  if (areaM2 >= 1e4) return `${Number((areaM2 / 1e4).toPrecision(4))} ha`;
  return `${Number(areaM2.toFixed(areaM2 < 100 ? 1 : 0))} m²`;
}

/** `122.260000°E 43.620000°N`: six decimals are a decimetre. */
export function formatPosition([lon, lat]: readonly [number, number]): string {
  const part = (degrees: number, plus: string, minus: string) =>
    `${Math.abs(degrees).toFixed(6)}°${degrees < 0 ? minus : plus}`;
  return `${part(lon, "E", "W")} ${part(lat, "N", "S")}`;
}
