import { localDayOf } from "#data/snapshot/freshness.ts";
import type { EventFeed } from "../events/feed.ts";

/** Rows of a standard begin and end at midnight: so often it is asked whether a new day has begun. */
const DAY_CHECK_MS = 60_000;

/** Calls back when somebody has said something of a rule, and when a new day may bring others into force. Ends with the feed. */
export async function watchRules(feed: EventFeed, onChange: () => void, signal: AbortSignal): Promise<void> {
  let id = feed.position;
  let day = localDayOf(new Date());
  while (!feed.closed && !signal.aborted) {
    const news = await feed.after(id);
    const today = localDayOf(new Date());
    if (news === null || today !== day || news.some(({ type }) => type === "rules")) onChange();
    day = today;
    id = news === null ? feed.position : (news.at(-1)?.id ?? id);
    if (news?.length === 0) await feed.news(id, DAY_CHECK_MS, signal);
  }
}
