import type { Title } from "#data/layers/define.ts";
import { useView } from "../state/view-store.ts";

export type Language = "zh" | "en";

/** Words of one part of the page. Both languages have the same type, so a missing one does not compile. */
export type Catalogue<Words> = Readonly<Record<Language, Words>>;

export const useLanguage = (): Language => useView((view) => view.language);

/** The words of a catalogue in the language of the page. */
export const useWords = <Words>(catalogue: Catalogue<Words>): Words => catalogue[useLanguage()];

/** Picks the page's language from titles of the registry. */
export function useTitle(): (title: Title) => string {
  const language = useLanguage();
  return (title) => title[language];
}
