import { useMemo } from "react";
import { FILTER_WORDS } from "../../messages/filters.ts";
import { useLanguage } from "../../messages/words.ts";
import { findLedger, useLedgers } from "../../state/ledgers.ts";
import type { Wording } from "./condition-words.ts";

/** The words, the language and the districts' names that filters are written with. */
export function useWording(): Wording {
  const language = useLanguage();
  const districts = useLedgers(() => findLedger("districts")?.snapshot ?? null);
  return useMemo(() => {
    const names = new Map<string, string>();
    for (let row = 0; districts && row < districts.count; row++) {
      const [code, name] = [districts.district.values[districts.district.indices[row]!], districts.names.get(row)];
      if (code && name) names.set(code, name);
    }
    return { language, words: FILTER_WORDS[language], districts: names };
  }, [language, districts]);
}
