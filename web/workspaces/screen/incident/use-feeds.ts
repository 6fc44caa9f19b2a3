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

/** Warnings end and shifts change by time alone. */
const LOOK_EVERY_MS = 60_000;

/** A wall stays up for weeks: what nothing shows any more is forgotten. */
const FORGOTTEN_AFTER_MS = 30_000;

/** As many as a line on a wall shows apart. */
const MOST_READINGS = 60;

/** An answer as it is kept: in an object, because nothing may be kept that is nothing. */
interface Kept<Answer> {
  readonly answer: Answer;
}

/** Asked again whenever a feed brings something, and every minute; the last answer stays until the next. `undefined`: none yet. */
function useFeedAnswer<Answer>(what: string, ask: () => Promise<Answer>): Answer | undefined {
  const heard = useAnnouncements(({ feed, alarm }) => feed + alarm);
  const { data } = useQuery<Kept<Answer>>(
    {
      queryKey: ["wall", what, heard],
      queryFn: async () => ({ answer: await ask() }),
      // What was asked of another sensor is no answer here.
      placeholderData: (last, before) => (before?.queryKey[1] === what ? last : undefined),
      refetchInterval: () => (isHeld() ? false : LOOK_EVERY_MS),
      gcTime: FORGOTTEN_AFTER_MS,
    },
    queries,
  );
  return data?.answer;
}

export const useWarnings = () => useFeedAnswer("warnings", fetchWarnings);

export const useDuty = () => useFeedAnswer("duty", fetchDuty);

/** Those of a kind that may still send. */
export function useSources(kind: FeedKind): readonly FeedSource[] | undefined {
  return useFeedAnswer("feed-sources", fetchSources)?.filter((each) => each.kind === kind && each.revokedAt === null);
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
  });
}
