import { useMemo, useState } from "react";
import type { EnforcementHoursFinding, EnforcementHoursSummary } from "#data/analyses/crash-times-results.ts";
import { PATROL_WORDS } from "../../../messages/traffic-patrol.ts";
import { TIMES_WORDS } from "../../../messages/traffic-times.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { MOST_SITES, usePatrolHours } from "../../../state/times.ts";
import { changeTraffic, useBlackSpots } from "../../../state/traffic.ts";
import { useView } from "../../../state/view-store.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { goToPlace } from "../screening/go-to-place.ts";
import { type DrawnPlace, usePlacePicture } from "../screening/use-place-picture.ts";
import { shareText } from "./chance-text.ts";
import { ClockNotice } from "./clock-notice.tsx";
import { PatrolDetail } from "./patrol-detail.tsx";
import { PatrolTable } from "./patrol-table.tsx";
import { rosterOrder } from "./roster-order.ts";
import styles from "./times.module.css";
import { useOpened } from "./use-opened.ts";
import { usePatrolText } from "./use-patrol-text.ts";

const NONE: readonly EnforcementHoursFinding[] = [];
const NO_ACCIDENTS: readonly string[] = [];

/** Which hours on which segment hold most casualty crashes, and whether that is more than chance gives. */
export function PatrolTab() {
  const answer = usePatrolHours((result) => result.answer);
  const findings = answer?.findings ?? NONE;
  const segments = useMemo(() => rosterOrder(findings), [findings]);
  const opened = useOpened(segments);
  // Of the open segment's blocks: `null` the fullest.
  const [marked, setMarked] = useState<{ readonly of: string; readonly index: number } | null>(null);
  const shownBlock = opened?.blocks[marked?.of === opened.id ? marked.index : 0] ?? null;
  usePatrolPicture(segments, shownBlock?.accidentIds ?? NO_ACCIDENTS);
  if (!answer) return <Waiting />;
  return (
    <>
      <Method summary={answer.summary} segments={segments} />
      {segments.length > 0 ? (
        <PatrolTable
          segments={segments}
          fewest={answer.summary.fewest}
          openedId={opened?.id ?? null}
          onOpen={({ place }) => {
            changeTraffic({ site: place.site });
            goToPlace(place);
          }}
        />
      ) : (
        <None />
      )}
      {opened && (
        <PatrolDetail
          key={opened.id}
          segment={opened}
          fewest={answer.summary.fewest}
          shown={shownBlock}
          onMark={(index) => setMarked({ of: opened.id, index })}
        />
      )}
    </>
  );
}

function Waiting() {
  const times = useWords(TIMES_WORDS);
  const words = useWords(PATROL_WORDS);
  const pending = usePatrolHours((result) => result.pending);
  const refusal = usePatrolHours((result) => result.refusal);
  const patrolAt = useView((view) => view.traffic.times.patrolAt);
  const site = useView((view) => view.traffic.site);
  const hasScreened = useBlackSpots((result) => !result.pending && result.answer !== null);
  if (pending) return <output className={styles.notice}>{times.working}</output>;
  if (refusal) return null;
  if (patrolAt === "site" && !site) return <p className={styles.notice}>{times.noSite}</p>;
  return patrolAt === "spots" && hasScreened && <p className={styles.notice}>{words.noSpots}</p>;
}

function None() {
  const words = useWords(PATROL_WORDS);
  return <p className={styles.notice}>{words.none}</p>;
}

function Method(props: { summary: EnforcementHoursSummary; segments: readonly EnforcementHoursFinding[] }) {
  const { summary, segments } = props;
  const words = useWords(PATROL_WORDS);
  const language = useLanguage();
  const patrolAt = useView((view) => view.traffic.times.patrolAt);
  const number = (value: number) => formatNumber(value, language);
  const { clock, tally, hours, simulations, fewest, level, days, dayCounts } = summary;
  const gathered = segments.filter(({ answer }) => answer === "block").length;
  const hasHolidays = dayCounts.some((each) => each.days === "holiday");
  return (
    <>
      {clock.answer !== "credible" && <ClockNotice clock={clock} crashes={tally.used} />}
      <p className={styles.method}>
        <b>{words.found(number(gathered), number(segments.length))}</b>{" "}
        <span className={styles.soft}>
          {words.method(number(hours), number(simulations), number(fewest), shareText(level, language))}
          {days === "class" && !hasHolidays && ` · ${words.noHolidays}`}
          {patrolAt === "spots" && segments.length === MOST_SITES && ` · ${words.placesHint(number(MOST_SITES))}`}
        </span>
      </p>
    </>
  );
}

/** Where hours are gathered, in full lines with these hours; all other segments dashed with their rank alone. */
function usePatrolPicture(segments: readonly EnforcementHoursFinding[], accidents: readonly string[]): void {
  const text = usePatrolText();
  const places = useMemo(
    () =>
      segments.map(({ answer, place, best, blocks }, index): DrawnPlace => {
        const rank = String(index + 1);
        return {
          areas: [
            answer === "block" && best
              ? { geometry: place.geometry, tone: "bad", label: `${rank} ${text(best)}` }
              : { geometry: place.geometry, tone: "plain", muted: true, label: rank },
          ],
          accidentIds: blocks.flatMap(({ accidentIds }) => accidentIds),
          open: () => changeTraffic({ site: place.site }),
        };
      }),
    [segments, text],
  );
  usePlacePicture(places, accidents);
}
