import type { FeedSource } from "../../../api-feeds.ts";
import { SCREEN_FEED_WORDS } from "../../../messages/screen-feeds.ts";
import { SCREEN_INCIDENT_WORDS } from "../../../messages/screen-incident.ts";
import { useWords } from "../../../messages/words.ts";
import styles from "./incident.module.css";
import { useNow } from "./use-now.ts";

/** From which feeds the lines of a panel come, when each was last heard of, and whether any of it is made up. */
export function SourceNotes({ sources, simulated }: { sources: readonly FeedSource[] | undefined; simulated: number }) {
  const words = useWords(SCREEN_FEED_WORDS);
  const incident = useWords(SCREEN_INCIDENT_WORDS);
  const now = useNow();
  return (
    <>
      {sources?.map(({ id, title, receivedAt }) => (
        <span key={id}>
          {receivedAt === null
            ? words.sourceSilent(title)
            : words.sourceHeard(title, words.age(Math.max(0, Math.floor((now - Date.parse(receivedAt)) / 1_000))))}
        </span>
      ))}
      {simulated > 0 && <b className={styles.simulated}>{incident.simulatedOf(simulated)}</b>}
    </>
  );
}
