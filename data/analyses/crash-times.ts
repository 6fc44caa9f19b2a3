import { z } from "zod";
import { formatLocalMinute, parseLocalTime } from "../snapshot/local-time.ts";
import { askedSite, countedBy, rowsOf } from "../traffic/asked-site.ts";
import { CRASH_PARAMETERS } from "../traffic/crash-parameters.ts";
import { type Crashes, SEVERITIES } from "../traffic/crashes.ts";
import { selectCrashes } from "../traffic/select-crashes.ts";
import { SiteSchema } from "../traffic/site.ts";
import { compareYears, monthCounts, yearCounts } from "../traffic/times/calendar-counts.ts";
import { checkClock } from "../traffic/times/check-clock.ts";
import { clockColumnsOf, WEEK_HOURS } from "../traffic/times/clock-columns.ts";
import { conditionCounts } from "../traffic/times/condition-counts.ts";
import {
  type BoxCounts,
  boxAt,
  boxesBy,
  columnsOf,
  countBoxes,
  groupedBoxes,
  sumOf,
} from "../traffic/times/time-counts.ts";
import type { CrashTimesSummary, TimedAccident, TimeWeight } from "./crash-times-results.ts";
import { AnalysisRefusal, defineAnalysis } from "./define.ts";
import { limitSchema } from "./parameters.ts";
import { rowPosition } from "./rows.ts";

const Longitude = z.number().min(-180).max(180);
const Latitude = z.number().min(-90).max(90);

const Parameters = z.strictObject({
  site: SiteSchema.optional(),
  bounds: z
    .tuple([Longitude, Latitude, Longitude, Latitude])
    .optional()
    .describe("[west, south, east, north] in WGS84 degrees, edges included"),
  ...CRASH_PARAMETERS,
  periodYears: z
    .number()
    .min(0.25)
    .max(20)
    .optional()
    .describe("Length of the period when `from` is not given; without both all years of the ledger"),
  weight: z.enum(["crashes", "casualty", "fatal", "deaths", "injuries"]).default("crashes"),
  cell: z
    .strictObject({
      weekday: z.int().min(1).max(7).optional().describe("1 Monday to 7 Sunday; all days when left out"),
      toWeekday: z.int().min(1).max(7).optional().describe("Last day of a block, included; not before `weekday`"),
      hour: z.int().min(0).max(23).optional().describe("All hours when left out"),
      toHour: z.int().min(0).max(23).optional().describe("Last hour of a block, included; not before `hour`"),
    })
    .optional()
    .describe("List the accidents of these hours that count in the column asked for"),
  limit: limitSchema(5_000),
});
type Parameters = z.output<typeof Parameters>;

/**
 * When crashes happen: by hour of the week, month and year, and in which weather, light and surface. Findings are the accidents of the
 * cell or block that was asked for, as far as they count in the column asked for.
 *
 * Without a site, and within bounds, every dated accident counts where its record puts it, whether a road was found for it or not.
 */
export const crashTimes = defineAnalysis<typeof Parameters, TimedAccident, CrashTimesSummary>({
  name: "crash-times",
  title: { zh: "事故时间规律", en: "Times of crashes" },
  description: {
    zh: "事故的星期—小时分布、逐月与逐年（同期）比较，以及天气、照明和路表情况；时刻不可信时予以说明。",
    en: "Crashes by hour of the week, month and year on the same days, and by weather, light and surface; says when times of day cannot be believed.",
  },
  parameters: Parameters,
  layers: ({ site }) => (site ? ["accidents", "roads"] : ["accidents"]),
  run(parameters, inputs) {
    const { site, bounds, weight, cell, limit } = parameters;
    if (site && bounds) throw new AnalysisRefusal("bounds", "a site was given as well", "either a site or bounds");
    const selection = selectCrashes({ ...parameters, by: site ? countedBy(site) : "position" }, inputs);
    const { crashes, from, to } = selection;
    const asked = site ? askedSite(site, inputs, "site") : null;
    const rows = asked
      ? rowsOf(asked, selection, selection.rows)
      : bounds
        ? rowsWithin(crashes, selection.rows, bounds)
        : selection.rows;
    const clock = clockColumnsOf(crashes.snapshot);
    const week = countBoxes(crashes, rows, WEEK_HOURS, boxesBy(rows, clock.weekHour));
    const period = from === null || to === null ? null : { fromMs: parseLocalTime(from), toMs: parseLocalTime(to) };
    const months = period ? monthCounts(crashes, rows, period) : [];
    const perYear = period ? yearCounts(crashes, rows, period, months) : [];
    const block = cell ? blockOf(cell) : null;
    const inCell = block
      ? rows.filter((row) => isInBlock(clock.weekHour[row]!, block) && countsAs(crashes, row, weight))
      : new Uint32Array();
    const findings = Array.from(inCell.subarray(0, limit), (row) => timedAccident(crashes, row));
    return {
      findings,
      summary: {
        place: asked?.place ?? null,
        bounds: bounds ?? null,
        from,
        to,
        years: selection.years,
        weight,
        tally: selection.tally,
        // What counts has a time, so it is in the week.
        counts: sumOf(Array.from({ length: WEEK_HOURS }, (_, hour) => boxAt(week, hour))),
        clock: checkClock(clock, rows),
        matrix: columnsOf(week),
        hours: groupedBoxes(week, 24, (box) => box % 24),
        weekdays: groupedBoxes(week, 7, (box) => Math.floor(box / 24)),
        busiest: busiestOf(week, weight),
        months,
        perYear,
        comparison: period ? compareYears(perYear, period, weight) : null,
        conditions: conditionCounts(inputs.layer("accidents"), crashes, rows),
        found: inCell.length,
        listed: findings.length,
      },
    };
  },
});

function rowsWithin(
  { snapshot }: Crashes,
  rows: Uint32Array,
  [west, south, east, north]: NonNullable<Parameters["bounds"]>,
): Uint32Array {
  if (!(west < east && south < north)) {
    throw new AnalysisRefusal(
      "bounds",
      "west is not west of east, or south not south of north",
      "[west, south, east, north]",
    );
  }
  const { lonLat } = snapshot;
  return rows.filter((row) => {
    const [lon, lat] = [lonLat[row * 2]!, lonLat[row * 2 + 1]!];
    return lon >= west && lon <= east && lat >= south && lat <= north;
  });
}

/** Whole days and hours, both ends included; days from Monday = 0. */
interface WeekBlock {
  readonly days: readonly [number, number];
  readonly hours: readonly [number, number];
}

function blockOf({ weekday, toWeekday, hour, toHour }: NonNullable<Parameters["cell"]>): WeekBlock {
  const [firstDay, firstHour] = [weekday ?? 1, hour ?? 0];
  const [lastDay, lastHour] = [toWeekday ?? weekday ?? 7, toHour ?? hour ?? 23];
  if (lastDay < firstDay) throw new AnalysisRefusal("cell.toWeekday", "before the first day", `${firstDay} to 7`);
  if (lastHour < firstHour) throw new AnalysisRefusal("cell.toHour", "before the first hour", `${firstHour} to 23`);
  return { days: [firstDay - 1, lastDay - 1], hours: [firstHour, lastHour] };
}

function isInBlock(weekHour: number, { days, hours }: WeekBlock): boolean {
  const [day, hour] = [Math.floor(weekHour / 24), weekHour % 24];
  return day >= days[0] && day <= days[1] && hour >= hours[0] && hour <= hours[1];
}

/** Whether a crash adds anything to a column. */
function countsAs({ severity, deaths, injuries }: Crashes, row: number, weight: TimeWeight): boolean {
  switch (weight) {
    case "crashes":
      return true;
    case "casualty":
      return severity[row]! <= 1;
    case "fatal":
      return severity[row] === 0;
    case "deaths":
      return deaths[row]! > 0;
    case "injuries":
      return injuries[row]! > 0;
  }
}

function busiestOf(week: BoxCounts, weight: TimeWeight): CrashTimesSummary["busiest"] {
  const values = week[weight];
  const box = values.reduce((best, value, i) => (value > values[best]! ? i : best), 0);
  return values[box]! > 0 ? { weekday: Math.floor(box / 24) + 1, hour: box % 24, value: values[box]! } : null;
}

function timedAccident({ snapshot, severity, timeMs }: Crashes, row: number): TimedAccident {
  return {
    id: snapshot.ids.get(row) ?? "",
    code: snapshot.codes.get(row) ?? "",
    happenedAt: formatLocalMinute(timeMs[row]!),
    severity: SEVERITIES[severity[row]!] ?? null,
    position: rowPosition(snapshot, row),
  };
}
