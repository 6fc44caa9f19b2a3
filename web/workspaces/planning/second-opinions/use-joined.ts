import { useLanguage } from "../../../messages/words.ts";

/** Words one after the other, as the page's language parts them. */
export function useJoined(): (words: readonly string[]) => string {
  const language = useLanguage();
  return (words) => words.join(language === "zh" ? "、" : ", ");
}
