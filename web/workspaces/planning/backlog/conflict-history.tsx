import type { ConflictEvent } from "../../../api.ts";
import { BACKLOG_WORDS } from "../../../messages/planning-backlog.ts";
import { VERDICT_WORDS } from "../../../messages/planning-verdict.ts";
import { useWords } from "../../../messages/words.ts";
import { exactMetres } from "../check/exact-metres.ts";
import styles from "./backlog.module.css";
import { localMinute } from "./local-day.ts";

/** All that became of a conflict, the latest first. */
export function ConflictHistoryList({ events }: { events: readonly ConflictEvent[] }) {
  return (
    <ol className={styles.history} reversed>
      {events.toReversed().map((event) => (
        <li key={event.id}>
          <HistoryLine event={event} />
        </li>
      ))}
    </ol>
  );
}

function HistoryLine({ event }: { event: ConflictEvent }) {
  const words = useWords(BACKLOG_WORDS);
  const verdicts = useWords(VERDICT_WORDS).verdicts;
  const { kind, at, finding, reasons, state, owner, note, dueOn, decidedBy, ruleEdition } = event;
  const facts = [
    kind === "decision" && state !== null ? words.states[state] : null,
    reasons.length > 0 ? reasons.map((reason) => words.eventReasons[reason]).join(" · ") : null,
    finding ? words.seenAs(verdicts[finding.verdict], exactMetres(finding.distanceM)) : null,
    owner,
    dueOn === null ? null : words.due(dueOn),
    note,
    decidedBy,
    ruleEdition === null ? null : words.edition(ruleEdition),
  ].filter((fact) => fact !== null);
  return (
    <>
      <time dateTime={at}>{localMinute(at)}</time> <b>{words.events[kind]}</b> {facts.join(" · ")}
    </>
  );
}
