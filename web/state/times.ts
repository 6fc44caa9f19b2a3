import { create } from "zustand";
import type {
  CrashTimesSummary,
  EnforcementHoursFinding,
  EnforcementHoursSummary,
  TimedAccident,
  WeatherSegmentFinding,
  WeatherSegmentsSummary,
} from "#data/analyses/crash-times-results.ts";
import type { Site } from "#data/traffic/site.ts";
import { followQuestion, NOTHING_ASKED, type Result } from "./follow-question.ts";
import { useLedgers } from "./ledgers.ts";
import { useSurface } from "./surface.ts";
import type { Times } from "./times-view.ts";
import { type CrashQuestion, changeTraffic, crashQuestion, useBlackSpots } from "./traffic.ts";
import { useView } from "./view-store.ts";

/** More accidents of a few hours than this nobody reads; counts are complete. */
const LISTED = 5_000;

/** So many of the densest stretches are looked at, and so many sites can be asked about at once. */
const DENSEST = 40;
export const MOST_SITES = 100;

/** Windows begin four times in their length, as the analysis has them by itself. */
const STEPS = 4;

type Bounds = readonly [number, number, number, number];

export type TimesQuestion = CrashQuestion & {
  readonly weight: Times["weight"];
  readonly site?: Site;
  readonly bounds?: Bounds;
  readonly cell?: {
    readonly weekday: number;
    readonly toWeekday: number;
    readonly hour: number;
    readonly toHour: number;
  };
};
export type WeatherQuestion = CrashQuestion & { readonly windowM: number; readonly stepM: number };
export type PatrolQuestion = CrashQuestion & {
  readonly hours: number;
  readonly days: Times["patrolDays"];
  readonly windowM: number;
  readonly sites?: readonly Site[];
};

/** What the worker answers on when crashes happen, in which weather where, and when a patrol meets most of them. */
export const useCrashTimes = create<Result<TimedAccident, CrashTimesSummary, TimesQuestion>>(() => NOTHING_ASKED);
export const useWeatherSegments = create<Result<WeatherSegmentFinding, WeatherSegmentsSummary, WeatherQuestion>>(
  () => NOTHING_ASKED,
);
export const usePatrolHours = create<Result<EnforcementHoursFinding, EnforcementHoursSummary, PatrolQuestion>>(
  () => NOTHING_ASKED,
);

export const changeTimes = (change: Partial<Times>): void =>
  changeTraffic({ times: { ...useView.getState().traffic.times, ...change } });

/** @returns `null` while there is no place to ask about. */
export function timesQuestion(): TimesQuestion | null {
  const { times, site } = useView.getState().traffic;
  const { weight, scope, block } = times;
  const bounds = scope === "map" ? boundsOnMap() : null;
  if ((scope === "site" && !site) || (scope === "map" && !bounds)) return null;
  return {
    ...crashQuestion(),
    weight,
    ...(scope === "site" && site && { site }),
    ...(bounds && { bounds }),
    ...(block && {
      cell: { weekday: block.fromDay, toWeekday: block.toDay, hour: block.fromHour, toHour: block.toHour },
    }),
    limit: LISTED,
  };
}

/** To a metre; a map of the whole world shows more than there is. */
function boundsOnMap(): Bounds | null {
  const { bounds } = useSurface.getState();
  if (!bounds) return null;
  const within = (value: number, most: number) => Number(Math.max(-most, Math.min(most, value)).toFixed(5));
  const [west, south, east, north] = bounds;
  return [within(west, 180), within(south, 90), within(east, 180), within(north, 90)];
}

export function weatherQuestion(): WeatherQuestion {
  const { stretchM } = useView.getState().traffic.times;
  return { ...crashQuestion(), windowM: stretchM, stepM: stretchM / STEPS };
}

/** @returns `null` while there is no place to ask about. */
export function patrolQuestion(): PatrolQuestion | null {
  const { site, times } = useView.getState().traffic;
  const { patrolAt, patrolHours, patrolDays, stretchM } = times;
  const sites =
    patrolAt === "site"
      ? site && [site]
      : patrolAt === "spots"
        ? useBlackSpots
            .getState()
            .answer?.findings.slice(0, MOST_SITES)
            .map(({ place }) => place.site)
        : [];
  if (!sites || (patrolAt !== "densest" && sites.length === 0)) return null;
  return {
    ...crashQuestion(),
    hours: patrolHours,
    days: patrolDays,
    windowM: stretchM,
    ...(patrolAt === "densest" ? { limit: DENSEST } : { sites }),
  };
}

let started = false;

/** Asks again whenever what is chosen, the ledgers, or what the map shows changes. What no open tab shows is not asked. */
export function startTimes(): void {
  if (started) return;
  started = true;
  const onTab = <Parameters>(tab: Times["tab"], parametersOf: () => Parameters | null) => {
    return () => {
      const { part, times } = useView.getState().traffic;
      return location.pathname === "/traffic" && part === "times" && times.tab === tab ? parametersOf() : null;
    };
  };
  const asks = [
    followQuestion({
      name: "crash-times",
      parametersOf: onTab("rhythm", timesQuestion),
      put: useCrashTimes.setState,
    }),
    followQuestion({
      name: "weather-segments",
      parametersOf: onTab("weather", weatherQuestion),
      put: useWeatherSegments.setState,
    }),
    followQuestion({
      name: "enforcement-hours",
      parametersOf: onTab("patrol", patrolQuestion),
      put: usePatrolHours.setState,
    }),
  ];
  const ask = () => {
    for (const each of asks) each();
  };
  useView.subscribe(ask);
  useLedgers.subscribe(ask);
  useBlackSpots.subscribe(ask);
  useSurface.subscribe(({ bounds }, before) => {
    if (bounds !== before.bounds) ask();
  });
  ask();
}
