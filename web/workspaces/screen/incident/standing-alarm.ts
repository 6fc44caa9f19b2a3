import { createContext, useContext } from "react";
import type { AlarmView } from "../../../api-wall.ts";

/** The alarm that the scene is about; `null` while none has taken over. */
export const StandingAlarm = createContext<AlarmView | null>(null);

/** The alarm that has taken the screen over; on a screen that was told to show the incident scene, the gravest open one. */
export const useStandingAlarm = (): AlarmView | null => useContext(StandingAlarm);

/** The server tells open alarms first and the gravest of them first. */
export const standingAlarm = (alarms: readonly AlarmView[], id: string | null): AlarmView | null =>
  (id === null ? alarms.find(({ state }) => state !== "cleared") : alarms.find((alarm) => alarm.id === id)) ?? null;
