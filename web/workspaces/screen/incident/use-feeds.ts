import { useQuery } from "@tanstack/react-query";
import type { FeedKind } from "#data/wall/feeds/message.ts";
import { ApiProblem } from "../../../api.ts";
import {
  type FeedSource,
  fetchDuty,
  fetchReadings,
  fetchSensor,
  fetchSources,
  fetchWarnings,
  type SensorReading,
  type SensorView,
} from "../../../api-feeds.ts";
import type { AlarmView } from "../../../api-wall.ts";
import { useAnnouncements } from "../../../state/announcements.ts";
import { isHeld } from "../../../state/held.ts";
import { queries } from "../../../state/queries.ts";
import type { Kept } from "../answer-keeper.ts";
import { askOrKeep } from "../kept-answers.ts";

/** Warnings end and shifts change by time alone. */
const LOOK_EVERY_MS = 60_000;

/** A wall stays up for weeks: what nothing shows any more is forgotten. */
const FORGOTTEN_AFTER_MS = 30_000;

/** As many as a line on a wall shows apart. */
const MOST_READINGS = 60;

/** What feeds have brought. */
interface Heard<Answer> {
  /** `undefined`: none yet. */
  readonly answer: Answer | undefined;
  /** When it was good, where asking again has failed since; milliseconds since 1970. */
  readonly lastGoodAt: number | null;
}

/** Asked again whenever a feed brings something, and every minute; the last answer stays until the next. */
function useFeedAnswer<Answer>(what: string, ask: () => Promise<Answer>): Heard<Answer> {
  const heard = useAnnouncements(({ feed, alarm }) => feed + alarm);
  const { data } = useQuery<Kept<{ readonly said: Answer }, never>>(
    {
      queryKey: ["wall", what, heard],
      // In an object: an answer may be nothing, too.
      queryFn: () => askOrKeep(what, async () => ({ answer: { said: await ask() } })),
      // What was asked of another sensor is no answer here.
      placeholderData: (last, before) => (before?.queryKey[1] === what ? last : undefined),
      refetchInterval: () => (isHeld() ? false : LOOK_EVERY_MS),
      gcTime: FORGOTTEN_AFTER_MS,
    },
    queries,
  );
  return { answer: data?.answer?.said, lastGoodAt: data?.lastGoodAt ?? null };
}

export const useWarnings = () => useFeedAnswer("warnings", fetchWarnings);

export const useDuty = () => useFeedAnswer("duty", fetchDuty);

/** Those of a kind that may still send. */
export function useSources(kind: FeedKind): readonly FeedSource[] | undefined {
  const { answer } = useFeedAnswer("feed-sources", fetchSources);
  return answer?.filter((each) => each.kind === kind && each.revokedAt === null);
}

/** The sensor of an alarm and what it last said, the newest first; `null`: the server no longer has the sensor. */
export interface SensorNow {
  readonly sensor: SensorView;
  readonly readings: readonly SensorReading[];
}

export function useSensor({ source, sensor }: Pick<AlarmView, "source" | "sensor">): SensorNow | null | undefined {
  return useFeedAnswer(`sensor ${source.id} ${sensor}`, async (): Promise<SensorNow | null> => {
    try {
      const [view, readings] = await Promise.all([
        fetchSensor(source.id, sensor),
        fetchReadings(source.id, sensor, MOST_READINGS),
      ]);
      return { sensor: view, readings };
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 404) return null;
      throw error;
    }
  }).answer;
}
