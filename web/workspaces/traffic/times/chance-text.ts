import type { Language } from "../../../messages/words.ts";
import { formatNumber } from "../../../ui/quantities.ts";

/** A probability as people write it: three decimals, and what is smaller as such. */
export const chanceText = (value: number, language: Language): string =>
  value < 0.001 ? "< 0.001" : formatNumber(value, language, 3);

/** `p = 0.546`, `q < 0.001` */
export const relationText = (symbol: string, value: number, language: Language): string =>
  value < 0.001 ? `${symbol} < 0.001` : `${symbol} = ${chanceText(value, language)}`;

/** `12.5%` */
export const shareText = (share: number, language: Language): string => `${formatNumber(share * 100, language, 1)}%`;
