import type { WarningView } from "../../../api-feeds.ts";
import type { ScreenFeedWords } from "../../../messages/screen-feeds.ts";
import { dayAndClock } from "./clock-text.ts";

/** Until when a warning holds; of one that is ahead, from when to when. */
export function holdsText(
  { validFrom, validTo }: Pick<WarningView, "validFrom" | "validTo">,
  words: ScreenFeedWords,
  now: number,
): string {
  const end = dayAndClock(validTo, now);
  return Date.parse(validFrom) > now ? `${dayAndClock(validFrom, now)}–${end}` : words.until(end);
}
