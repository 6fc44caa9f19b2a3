import { z } from "zod";
import { parseLocalTime } from "../snapshot/local-time.ts";
import { askedSite, rowsOf } from "../traffic/asked-site.ts";
import { CRASH_PARAMETERS, DaySchema } from "../traffic/crash-parameters.ts";
import { routeNetworkOf } from "../traffic/network/build-network.ts";
import { type CrashSelection, selectCrashes } from "../traffic/select-crashes.ts";
import { type SitePlace, SiteSchema } from "../traffic/site.ts";
import { placeOfStretch } from "../traffic/site-place.ts";
import { falseDiscoveryRates } from "../traffic/statistics/false-discovery.ts";
import { checkClock } from "../traffic/times/check-clock.ts";
import { clockColumnsOf } from "../traffic/times/clock-columns.ts";
import { type DayClasses, dayClasses } from "../traffic/times/day-classes.ts";
import { densestStretches } from "../traffic/times/densest-stretches.ts";
import {
  blockCount,
  type ChanceBlocks,
  chanceBlocks,
  type FoundBlock,
  fullestBlocks,
  type HourCounts,
  SIMULATIONS,
} from "../traffic/times/hour-blocks.ts";
import { crashesAlong } from "../traffic/times/route-crashes.ts";
import type { EnforcementHoursFinding, EnforcementHoursSummary, HourBlock } from "./crash-times-results.ts";
import { type AnalysisInputs, AnalysisRefusal, defineAnalysis } from "./define.ts";
import { getOrMake } from "./get-or-make.ts";

/** With fewer casualty crashes on a segment the fullest hours say nothing about the next ones. */
export const FEWEST_CASUALTY = 10;
/** At most one in twenty of the segments with a block is expected to be chance. */
const LEVEL = 0.05;
const SEED = 1;

const Days = z.array(DaySchema).max(1_000);

const Parameters = z.strictObject({
  sites: z.array(SiteSchema).min(1).max(100).optional().describe("The densest stretches when left out"),
  ...CRASH_PARAMETERS,
  periodYears: z.number().min(0.25).max(20).default(3).describe("Length of the period when `from` is not given"),
  hours: z.int().min(1).max(12).default(3).describe("Hours in a row, 1 to 12"),
  days: z.enum(["class", "weekday"]).default("class").describe("Workday, weekend and holidays; or single weekdays"),
  holidays: Days.default([]).describe("Days that are holidays, YYYY-MM-DD; without any there is no such class"),
  workingDays: Days.default([]).describe("Weekend days that are worked, YYYY-MM-DD"),
  windowM: z.number().min(500).max(10_000).default(2_000).describe("Length of the densest stretches, metres"),
  limit: z.int().min(1).max(200).default(20).describe("How many of the densest stretches, 1 to 200"),
});
type Parameters = z.output<typeof Parameters>;

/**
 * The hours in which most casualty crashes of a segment happen: where and when police on the road meet most of them. Beside the share
 * stands what the fullest hours of as many crashes at random times hold, since the best of many blocks is always full.
 */
export const enforcementHours = defineAnalysis<typeof Parameters, EnforcementHoursFinding, EnforcementHoursSummary>({
  name: "enforcement-hours",
  title: { zh: "路段勤务时段", en: "Hours for enforcement" },
  description: {
    zh: "每个路段伤亡事故最集中的连续时段（按工作日、周末、节假日或逐个星期几），给出占比、随机情形下的占比和依据的起数。",
    en: "For each segment the hours in a row with most casualty crashes by class of day, with their share, the share that chance gives, and the crashes that it stands on.",
  },
  parameters: Parameters,
  layers: () => ["accidents", "roads"],
  run(parameters, inputs) {
    const selection = selectCrashes(parameters, inputs);
    const { crashes, from, to } = selection;
    const casualty = selection.rows.filter((row) => crashes.severity[row]! <= 1);
    const clock = checkClock(clockColumnsOf(crashes.snapshot), selection.rows);
    const days = daysOf(parameters, from, to);
    const segments = segmentsOf(parameters, inputs, selection, casualty);
    const all = hourCounts(selection, casualty, days);
    const chances = new Map<number, ChanceBlocks>();
    const isCredible = clock.answer !== "not-credible";
    const measured = segments.map((segment): EnforcementHoursFinding => {
      const { rows } = segment;
      const fatal = rows.filter((row) => crashes.severity[row] === 0).length;
      const known = { id: segment.id, place: segment.place, casualty: rows.length, fatal };
      if (rows.length < FEWEST_CASUALTY || !isCredible)
        return { ...known, ...UNTOLD, answer: rows.length < FEWEST_CASUALTY ? "too-few" : "times-not-credible" };
      const counts = hourCounts(selection, rows, days);
      const chance = getOrMake(chances, rows.length, () =>
        chanceBlocks(rows.length, days.counts, parameters.hours, SEED),
      );
      const found = fullestBlocks(counts, days.classes.length, parameters.hours);
      // Of equals the block on fewer days.
      found.sort((a, b) => b.crashes - a.crashes || days.counts[a.dayClass]! - days.counts[b.dayClass]!);
      const blocks = found.map((block) =>
        hourBlock(block, rows, all, selection, days, parameters.hours, casualty.length),
      );
      return {
        ...known,
        answer: "even",
        best: blocks[0]!,
        chanceShare: chance.meanShare,
        pValue: chance.asManyOrMore(found[0]!.crashes),
        qValue: null,
        blocks,
      };
    });
    const findings = withRates(measured);
    return {
      findings,
      summary: {
        from,
        to,
        years: selection.years,
        tally: selection.tally,
        clock,
        hours: parameters.hours,
        days: parameters.days,
        dayCounts: days.classes.map((each, i) => ({ days: each, count: days.counts[i]! })),
        chosen: parameters.sites ? "asked" : "densest",
        windowM: parameters.windowM,
        fewest: FEWEST_CASUALTY,
        level: LEVEL,
        simulations: SIMULATIONS,
        found: findings.length,
        listed: findings.length,
      },
    };
  },
});

const UNTOLD = { best: null, chanceShare: null, pValue: null, qValue: null, blocks: [] } as const;

function daysOf({ days, holidays, workingDays }: Parameters, from: string | null, to: string | null): DayClasses {
  const midnights = (field: string, list: readonly string[]) =>
    new Set(
      list.map((text) => {
        const time = parseLocalTime(text);
        if (Number.isNaN(time)) throw new AnalysisRefusal(field, `${text} is no day`, "YYYY-MM-DD");
        return time;
      }),
    );
  const calendar = {
    holidays: midnights("holidays", holidays),
    workingDays: midnights("workingDays", workingDays),
  };
  const period = { fromMs: from === null ? 0 : parseLocalTime(from), toMs: to === null ? 0 : parseLocalTime(to) };
  return dayClasses(period, days, calendar);
}

interface Segment {
  readonly id: string;
  readonly place: SitePlace;
  readonly rows: Uint32Array;
}

function segmentsOf(
  { sites, windowM, limit }: Parameters,
  inputs: AnalysisInputs,
  selection: CrashSelection,
  casualty: Uint32Array,
): Segment[] {
  if (sites) {
    return sites.map((site, i) => {
      const asked = askedSite(site, inputs, `sites.${i}`);
      return { id: `site ${i}`, place: asked.place, rows: rowsOf(asked, selection, casualty) };
    });
  }
  const network = routeNetworkOf(inputs.snapshot("roads"));
  const along = selection.placed ? crashesAlong(network, selection.placed, casualty) : [];
  return densestStretches(along, windowM, limit).map(({ route, fromM, toM, rows }) => ({
    id: `hours ${network.routes[route]!.id} ${Math.round(fromM)}-${Math.round(toM)}`,
    place: placeOfStretch(network, route, fromM, toM),
    rows,
  }));
}

function hourCounts({ crashes }: CrashSelection, rows: Uint32Array, { classes, classOf }: DayClasses): HourCounts {
  const { weekHour } = clockColumnsOf(crashes.snapshot);
  const counts = new Uint32Array(classes.length * 24);
  for (const row of rows) counts[classOf(crashes.timeMs[row]!) * 24 + (weekHour[row]! % 24)]!++;
  return counts;
}

function hourBlock(
  { dayClass, fromHour, crashes: held }: FoundBlock,
  rows: Uint32Array,
  all: HourCounts,
  { crashes }: CrashSelection,
  days: DayClasses,
  hours: number,
  allCasualty: number,
): HourBlock {
  const { weekHour } = clockColumnsOf(crashes.snapshot);
  const isInside = (row: number) =>
    days.classOf(crashes.timeMs[row]!) === dayClass && ((weekHour[row]! % 24) - fromHour + 24) % 24 < hours;
  const inside = rows.filter(isInside).sort((a, b) => crashes.timeMs[a]! - crashes.timeMs[b]! || a - b);
  const elsewhere = allCasualty - rows.length;
  const dayCount = days.counts.reduce((sum, count) => sum + count, 0);
  return {
    days: days.classes[dayClass]!,
    fromHour,
    toHour: (fromHour + hours) % 24,
    crashes: held,
    share: held / rows.length,
    timeShare: ((hours / 24) * days.counts[dayClass]!) / dayCount,
    elsewhereShare: elsewhere > 0 ? (blockCount(all, dayClass, fromHour, hours) - held) / elsewhere : null,
    accidentIds: Array.from(inside, (row) => crashes.snapshot.ids.get(row) ?? ""),
  };
}

/** Tells the blocks that chance does not explain, over all segments that were tested. */
function withRates(measured: readonly EnforcementHoursFinding[]): EnforcementHoursFinding[] {
  const tested = measured.filter(({ pValue }) => pValue !== null);
  const rates = falseDiscoveryRates(tested.map(({ pValue }) => pValue!));
  return measured.map((finding) => {
    const index = tested.indexOf(finding);
    if (index < 0) return finding;
    return { ...finding, qValue: rates[index]!, answer: rates[index]! <= LEVEL ? "block" : "even" };
  });
}
