import { useQuery } from "@tanstack/react-query";
import { PANELS } from "#data/wall/panels.ts";
import { type Conflict, fetchConflicts } from "../../../api.ts";
import { SCREEN_HAZARD_WORDS } from "../../../messages/screen-hazards.ts";
import { useLanguage, useTitle, useWords } from "../../../messages/words.ts";
import { useAnnouncements } from "../../../state/announcements.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import { queries } from "../../../state/queries.ts";
import { formatNumber, metres } from "../../../ui/quantities.ts";
import { LINE_EM, linesThatFit } from "../lines-that-fit.ts";
import lists from "../lists.module.css";
import { PanelFrame } from "../panel-frame.tsx";
import type { PanelRoom } from "../panels.tsx";
import screen from "../screen.module.css";
import styles from "./hazards.module.css";

/** Title and frame, two numbers, and two lines of foot. */
const FRAME_EM = 2.6 + 2 * 2 + 2 * 1.3;

export const CONFLICT_PANEL_LEAST_EM = FRAME_EM + 2 * LINE_EM;

const FORGOTTEN_AFTER_MS = 30_000;
const MOST_ASKED = 12;

/** What stands too near a hazard source, the most urgent first: how near, and how near it may. */
export function ConflictPanel({ heightEm }: PanelRoom) {
  const words = useWords(SCREEN_HAZARD_WORDS);
  const language = useLanguage();
  const title = useTitle();
  const connected = useLedgers((state) => state.connected);
  const heard = useAnnouncements(({ conflicts, rules }) => conflicts + rules);
  const { data: page } = useQuery(
    {
      queryKey: ["wall", "conflicts", heard],
      queryFn: () => fetchConflicts({ verdict: "too-near" }, MOST_ASKED),
      placeholderData: (last) => last,
      gcTime: FORGOTTEN_AFTER_MS,
    },
    queries,
  );
  const number = (value: number) => formatNumber(value, language);
  const conflicts = page?.conflicts ?? [];
  return (
    <PanelFrame
      title={title(PANELS.find(({ id }) => id === "hazard-conflicts")!.title)}
      isStale={!connected}
      footer={<span>{words.conflictsBy}</span>}
    >
      {page && (
        <>
          <dl className={styles.numbers}>
            <div className={screen.figure} data-tone={page.totals.tooNear > 0 ? "bad" : "plain"}>
              <dt>{words.tooNear}</dt>
              <dd>
                <strong>{number(page.totals.tooNear)}</strong>
              </dd>
            </div>
            <div className={screen.figure} data-tone={page.totals.cannotTell > 0 ? "unsure" : "plain"}>
              <dt>{words.cannotTell}</dt>
              <dd>
                <strong>{number(page.totals.cannotTell)}</strong>
              </dd>
            </div>
          </dl>
          <ol className={`${lists.list} ${styles.pairs}`}>
            {conflicts.slice(0, linesThatFit(heightEm - FRAME_EM, conflicts.length)).map(({ id, finding }) => (
              <Pair key={id} finding={finding} />
            ))}
          </ol>
        </>
      )}
    </PanelFrame>
  );
}

/** The two, and by the rule that is missed the most how far they stand apart and how far they must. */
function Pair({ finding: { hazard, target, distanceM, rules } }: { finding: Conflict["finding"] }) {
  const worst = rules.reduce<(typeof rules)[number] | null>(
    (most, rule) => (most === null || rule.shortfallM > most.shortfallM ? rule : most),
    null,
  );
  return (
    <li>
      <span>
        {hazard.name} – {target.name}
      </span>
      <b>
        {metres(worst?.measuredM ?? distanceM)}
        {worst && ` / ${metres(worst.requiredM)}`}
      </b>
    </li>
  );
}
