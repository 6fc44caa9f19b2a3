import { SCREEN_FEED_WORDS } from "../../../messages/screen-feeds.ts";
import { SCREEN_INCIDENT_WORDS } from "../../../messages/screen-incident.ts";
import { useWords } from "../../../messages/words.ts";
import { isSensorAlarm, useStandingAlarm } from "./standing-alarm.ts";

/** Why nothing can be measured around what has taken over; `null`: it has a place. */
export function usePlacelessText(): string | null {
  const words = useWords(SCREEN_INCIDENT_WORDS);
  const feeds = useWords(SCREEN_FEED_WORDS);
  const alarm = useStandingAlarm();
  if (alarm === null) return words.noAlarm;
  if (alarm.position !== null && alarm.position !== undefined) return null;
  return isSensorAlarm(alarm) ? words.noPosition : feeds.areaOnly;
}
