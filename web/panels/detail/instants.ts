import type { Language } from "../../messages/words.ts";

const LOCALES: Readonly<Record<Language, string>> = { zh: "zh-CN", en: "en-GB" };

/** An instant on the reader's clock, to the minute. */
export const formatInstant = (instant: string, language: Language): string =>
  new Date(instant).toLocaleString(LOCALES[language], { dateStyle: "medium", timeStyle: "short" });
