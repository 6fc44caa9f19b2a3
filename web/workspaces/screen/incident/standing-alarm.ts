import { createContext, useContext, useMemo } from "react";
import type { IncidentView } from "../../../api-feeds.ts";
import type { AlarmView } from "../../../api-wall.ts";
import { useWall } from "../../../state/wall.ts";

/** Whatever takes a screen over: the alarm of a sensor, a weather warning, or a grave accident. */
export type Taker = AlarmView | IncidentView;

export const isSensorAlarm = (taker: Taker): taker is AlarmView => "sensor" in taker;

/** What the scene is about; `null` while nothing has taken over. */
export const StandingAlarm = createContext<Taker | null>(null);

/** What has taken the screen over; on a screen that was told to show the incident scene, the gravest that stands. */
export const useStandingAlarm = (): Taker | null => useContext(StandingAlarm);

export const isOver = ({ state }: Taker): boolean => state === "cleared" || state === "ended";

/** All of them as the server tells them, alarms of sensors first. */
export function useTakers(): readonly Taker[] {
  const alarms = useWall((wall) => wall.alarms);
  const incidents = useWall((wall) => wall.incidents);
  return useMemo(() => [...alarms, ...incidents], [alarms, incidents]);
}

/** @param id - of what has taken over; `null`: nothing has, and the gravest that stands is wanted, of equal ones the first. */
export function standingAlarm(takers: readonly Taker[], id: string | null): Taker | null {
  if (id !== null) return takers.find((taker) => taker.id === id) ?? null;
  return takers.filter((taker) => !isOver(taker)).toSorted((a, b) => a.grade - b.grade)[0] ?? null;
}
