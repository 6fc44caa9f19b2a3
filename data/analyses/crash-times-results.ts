import type { CrashTally, SitePlace } from "../traffic/site.ts";

/** Crashes and persons, each in a column of its own. */
export interface TimeCounts {
  readonly crashes: number;
  /** With deaths or injuries. */
  readonly casualty: number;
  readonly fatal: number;
  /** Persons, over the crashes where it is known. */
  readonly deaths: number;
  readonly injuries: number;
}

/** One list per column of {@link TimeCounts}, all of one length and order. */
export type TimeColumns = { readonly [Name in keyof TimeCounts]: readonly number[] };

/** Which column is looked at: peaks are sought in it and years compared by it. */
export type TimeWeight = keyof TimeCounts;

/** An accident of the part of the week that was asked for: what a click on the matrix lights up. In the order of time. */
export interface TimedAccident {
  readonly id: string;
  readonly code: string;
  /** Local time, `YYYY-MM-DDTHH:mm`. */
  readonly happenedAt: string;
  readonly severity: "fatal" | "injury" | "damage" | null;
  readonly position: readonly [number, number];
}

/** Whether the times of day can be believed. A record that has only a day stands at 00:00, which nothing tells from midnight. */
export interface ClockCheck {
  /** `not-credible`: more than `suspiciousShare` of all crashes fall on one minute of the day. `too-few`: fewer than `fewest` crashes to tell by. */
  readonly answer: "credible" | "not-credible" | "too-few";
  readonly atMidnight: number;
  /** The commonest minute of the day, `HH:mm`; `null` without crashes. */
  readonly commonest: string | null;
  readonly atCommonest: number;
  readonly suspiciousShare: number;
  readonly fewest: number;
}

export interface MonthCounts extends TimeCounts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** The period holds only a part of it. */
  readonly isPart: boolean;
}

export interface YearTimes extends TimeCounts {
  readonly year: number;
  readonly isPart: boolean;
  /** On the days of the year that the last year of the period has; `null` where the period does not hold them all. */
  readonly toDate: TimeCounts | null;
}

/** The last year against the one before it, on the same days of the year. */
export interface YearComparison {
  readonly year: number;
  readonly withYear: number;
  /** `MM-DD`, both included. */
  readonly fromDay: string;
  readonly toDay: string;
  readonly now: TimeCounts;
  readonly before: TimeCounts;
  /** In the column asked for, per day: now / before; `null` while there were none before. */
  readonly ratio: number | null;
  /** Exact test that both years are alike, two-sided; persons are not tested, as those of one crash belong together. */
  readonly pValue: number | null;
  /** `cannot-tell`: the difference is what chance makes, 5 in 100 times or more often, or it cannot be tested. */
  readonly answer: "more" | "fewer" | "cannot-tell";
}

export interface ConditionCounts {
  readonly attribute: "weather" | "light" | "surface";
  /** In the order of the layer's code list; those that never occur are left out. */
  readonly values: readonly (TimeCounts & { readonly value: string })[];
  readonly unknown: TimeCounts;
}

export interface CrashTimesSummary {
  /** `null`: no site was asked for. */
  readonly place: SitePlace | null;
  /** `[west, south, east, north]` as asked. */
  readonly bounds: readonly [number, number, number, number] | null;
  /** Whole days, `from` inclusive, `to` exclusive; `null` while no accident has a time. */
  readonly from: string | null;
  readonly to: string | null;
  readonly years: number;
  readonly weight: TimeWeight;
  /** Over all accidents that pass the filter, also outside the site or the bounds. */
  readonly tally: CrashTally;
  /** What the rest stands on: of `tally.used` those in the site or the bounds. */
  readonly counts: TimeCounts;
  readonly clock: ClockCheck;
  /** 168 cells: `(weekday - 1) * 24 + hour` with Monday = 1. */
  readonly matrix: TimeColumns;
  /** 24 hours and 7 weekdays, the sums of the matrix. */
  readonly hours: TimeColumns;
  readonly weekdays: TimeColumns;
  /** The largest cell in the column asked for; `null` while all are 0. */
  readonly busiest: { readonly weekday: number; readonly hour: number; readonly value: number } | null;
  /** Every month and year that the period touches, also those without a crash. */
  readonly months: readonly MonthCounts[];
  readonly perYear: readonly YearTimes[];
  /** `null`: the period does not hold the same days of the year before. */
  readonly comparison: YearComparison | null;
  readonly conditions: readonly ConditionCounts[];
  /** Of the cell asked for; 0 when none was. */
  readonly found: number;
  readonly listed: number;
}

/** What makes a crash one of adverse weather; `adverse` is any of the others. */
export type AdverseKind = "adverse" | "rain" | "snow-ice" | "fog" | "wind";

/** A stretch of road where more of the crashes happen in a kind of weather than elsewhere. Surest first. */
export interface WeatherSegmentFinding {
  readonly id: string;
  readonly kind: AdverseKind;
  readonly place: SitePlace;
  /** Crashes of the stretch in this weather, of those whose record says it either way; the rest. */
  readonly inKind: number;
  readonly known: number;
  readonly unknown: number;
  readonly share: number;
  /** The same over all other crashes of the network. */
  readonly elsewhereInKind: number;
  readonly elsewhereKnown: number;
  readonly elsewhereShare: number;
  /** `share / elsewhereShare`; `null` where elsewhere has none. */
  readonly ratio: number | null;
  readonly casualty: number;
  readonly fatal: number;
  /** The crashes in this weather, in the order of time. */
  readonly accidentIds: readonly string[];
  /** Fisher's exact test, one-sided, of the surest window in it, for all windows that were tried there. */
  readonly pValue: number;
  /** After control of false alarms over all places and kinds tested (Benjamini-Hochberg). */
  readonly qValue: number;
}

export interface WeatherSegmentsSummary {
  readonly from: string | null;
  readonly to: string | null;
  readonly years: number;
  readonly tally: CrashTally;
  readonly windowM: number;
  readonly stepM: number;
  readonly level: number;
  /** Shares of crashes are compared: nobody knows how much traffic there is in each weather, so these are no rates. */
  readonly measure: "share-of-crashes";
  readonly kinds: readonly {
    readonly kind: AdverseKind;
    readonly inKind: number;
    readonly known: number;
    readonly unknown: number;
    /** `too-few`: fewer than `fewestInKind` crashes of the whole network in it, so nothing was tested. */
    readonly answer: "segments" | "none" | "too-few";
  }[];
  /** Crashes that a window needs to be tested, and crashes in a kind of weather that the network needs. */
  readonly fewest: number;
  readonly fewestInKind: number;
  /** Stretches as long as a window, within which the windows of a place begin; those without enough crashes in any window. */
  readonly placesTested: number;
  readonly placesTooFew: number;
  readonly found: number;
  readonly listed: number;
}

/** A class of days; single weekdays (`1` Monday to `7`) when they were asked for. `holiday-eve` and `holiday` only where days were given. */
export type DayClass = "workday" | "weekend" | "holiday" | "holiday-eve" | "1" | "2" | "3" | "4" | "5" | "6" | "7";

/** Hours in a row on days of one class. */
export interface HourBlock {
  readonly days: DayClass;
  /** 0 to 23; `toHour` exclusive, and past midnight when it is not above `fromHour`. The class is that of the day of each crash. */
  readonly fromHour: number;
  readonly toHour: number;
  readonly crashes: number;
  readonly share: number;
  /** Share of the time of the period that lies in it: what it would hold if crashes came at any time alike. */
  readonly timeShare: number;
  /** Share of all other casualty crashes of the network that lie in it; `null` without any. */
  readonly elsewhereShare: number | null;
  readonly accidentIds: readonly string[];
}

/** The hours of one segment in which most of its casualty crashes happen. */
export interface EnforcementHoursFinding {
  readonly id: string;
  readonly place: SitePlace;
  /** Casualty crashes of the segment: what all shares stand on. */
  readonly casualty: number;
  readonly fatal: number;
  /** `even`: the best block holds no more than the best of chance does. `too-few`: fewer crashes than `fewest`. */
  readonly answer: "block" | "even" | "too-few" | "times-not-credible";
  /** The block with most crashes; `null` for the last two answers. */
  readonly best: HourBlock | null;
  /** Share that the best block of as many crashes at random times holds on average, and how often it holds as many as here. */
  readonly chanceShare: number | null;
  readonly pValue: number | null;
  /** The same after control of false alarms over all segments tested (Benjamini-Hochberg). */
  readonly qValue: number | null;
  /** The best block of each class of days, most crashes first. */
  readonly blocks: readonly HourBlock[];
}

export interface EnforcementHoursSummary {
  readonly from: string | null;
  readonly to: string | null;
  readonly years: number;
  readonly tally: CrashTally;
  readonly clock: ClockCheck;
  /** Hours in a row. */
  readonly hours: number;
  readonly days: "class" | "weekday";
  /** Days of each class in the period. */
  readonly dayCounts: readonly { readonly days: DayClass; readonly count: number }[];
  /** `asked`: the sites given. `densest`: the stretches with most casualty crashes, none overlapping. */
  readonly chosen: "asked" | "densest";
  readonly windowM: number;
  readonly fewest: number;
  readonly level: number;
  readonly simulations: number;
  readonly found: number;
  readonly listed: number;
}
