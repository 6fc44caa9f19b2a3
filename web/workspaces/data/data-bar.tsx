import { DATA_PAGE_WORDS } from "../../messages/data-page.ts";
import { useWords } from "../../messages/words.ts";
import { TopBar } from "../../ui/top-bar.tsx";
import { useZone } from "./intake-queries.ts";

/** Where one is, and the way back to the map as it was left. */
export function DataBar() {
  const words = useWords(DATA_PAGE_WORDS);
  const { data: zone } = useZone();
  return <TopBar here="data" title={words.title} zone={zone ?? null} />;
}
