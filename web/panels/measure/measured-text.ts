import type { Language } from "../../messages/words.ts";
import { formatNumber } from "../../ui/quantities.ts";

/** To the decimetre, from a kilometre on to the metre: a hand does not point better than that. */
export const lengthText = (lengthM: number, language: Language): string =>
  lengthM < 1000 ? `${formatNumber(lengthM, language, 1)} m` : `${formatNumber(lengthM / 1000, language, 3)} km`;

/** Square metres, and beside them the units that land is spoken of in. 15 mu are a hectare. */
export function areaTexts(areaM2: number, language: Language): string[] {
  const texts = [`${formatNumber(areaM2, language, areaM2 < 1000 ? 1 : 0)} m²`];
  if (areaM2 >= 1e6) texts.unshift(`${formatNumber(areaM2 / 1e6, language, 4)} km²`);
  else if (areaM2 >= 1e4) texts.unshift(`${formatNumber(areaM2 / 1e4, language, 3)} ha`);
  if (language === "zh" && areaM2 >= 100) texts.push(`${formatNumber((areaM2 / 1e4) * 15, language, 2)} 亩`);
  return texts;
}
