import { describe, expect, test, vi } from "vitest";
import { buffer } from "#data/analyses/buffer.ts";
import { campaign } from "#data/analyses/campaign.ts";
import { coverageGaps } from "#data/analyses/coverage-gaps.ts";
import { LAYERS } from "#data/layers/index.ts";
import type { Snapshot } from "#data/snapshot/snapshot.ts";
import { gradeDistricts } from "#data/wall/district-risk.ts";
import { type CountFigure, countFigure } from "#data/wall/figure.ts";
import { tallyHouseDeadline } from "#data/wall/house-deadline.ts";
import { PERHAPS_DANGEROUS, sortNearHouses } from "#data/wall/houses-near-hazards.ts";
import { LEDGER_FIGURES } from "#data/wall/ledger-figures.ts";
import { PANELS } from "#data/wall/panels.ts";
import { PointSchema } from "#data/wall/screen-state.ts";
import { WATER_TARGETS } from "#data/wall/water-reach.ts";
import type { DutyView, WarningView } from "../../../../../web/api-feeds.ts";
import { FILTER_WORDS } from "../../../../../web/messages/filters.ts";
import { SCREEN_LIST_WORDS } from "../../../../../web/messages/screen-list.ts";
import { formatNumber } from "../../../../../web/ui/quantities.ts";
import { isInTotal, TOTALS, totalsOf } from "../../../../../web/workspaces/screen/campaign/totals.ts";
import type { Behind } from "../../../../../web/workspaces/screen/figures/behind.ts";
import type { Listing } from "../../../../../web/workspaces/screen/figures/listing.ts";
import { substanceTotals } from "../../../../../web/workspaces/screen/hazards/substance-totals.ts";
import { nearGroups } from "../../../../../web/workspaces/screen/houses/near-groups.ts";
import { runAnalysis } from "../../../../data/analyses/run-analysis.ts";
import { zone } from "../../../../data/demo/zone.ts";
import { makeSnapshot } from "../../../../support/make-snapshot.ts";

// The page's modules read the address they were opened at.
vi.stubGlobal("location", { origin: "http://127.0.0.1", pathname: "/screen", search: "" });
const { behindCount } = await import("../../../../../web/workspaces/screen/figures/count-figures.ts");
const { behindDistrict, WITHOUT_DISTRICT } = await import(
  "../../../../../web/workspaces/screen/figures/district-figures.ts"
);
const { behindSubstance } = await import("../../../../../web/workspaces/screen/figures/hazard-figures.ts");
const { behindTarget } = await import("../../../../../web/workspaces/screen/figures/campaign-figures.ts");
const { behindDeadline, deadlineNumbers } = await import(
  "../../../../../web/workspaces/screen/figures/deadline-figures.ts"
);
const { behindNear, behindNearHouse } = await import(
  "../../../../../web/workspaces/screen/figures/near-house-figures.ts"
);
const { ALL_NEWS, behindDuty, behindWarnings } = await import(
  "../../../../../web/workspaces/screen/figures/news-figures.ts"
);
const { PANEL_FIGURES } = await import("../../../../../web/workspaces/screen/figures/panel-figures.ts");
const { behindGaps, districtGaps, IN_NO_DISTRICT, zoneGaps } = await import(
  "../../../../../web/workspaces/screen/figures/water-gap-figures.ts"
);
const { behindSources, OVERDUE, UNUSABLE } = await import(
  "../../../../../web/workspaces/screen/figures/water-list-figures.ts"
);
const { majorSources } = await import("../../../../../web/workspaces/screen/major-sources.ts");
const { GAP_QUESTION } = await import("../../../../../web/workspaces/screen/water/gap-question.ts");

const TODAY = "2026-11-26";
/** What the panels that are listed here count. */
const COUNTED = LAYERS.filter(
  ({ role, id }) =>
    id !== "accidents" && (role === "ledger" || ["protection-targets", "buildings", "districts"].includes(id)),
);
const ledgers = COUNTED.map((definition) => ({
  definition,
  snapshot: makeSnapshot(definition.id, zone.layers[definition.id] ?? []),
}));
const snapshots = new Map<string, Snapshot>(ledgers.map(({ definition, snapshot }) => [definition.id, snapshot]));
const listing: Listing = {
  wording: { language: "zh", words: FILTER_WORDS.zh, districts: new Map() },
  words: SCREEN_LIST_WORDS.zh,
  title: ({ zh }) => zh,
  number: (value, digits = 0) => formatNumber(value, "zh", digits),
  ledgers,
  today: TODAY,
};

/** Every line, as a list with room enough would show it. */
const linesOf = ({ groups }: Behind) =>
  groups.flatMap(({ count, listed = count, lineOf }) => Array.from({ length: listed }, (_, place) => lineOf(place)));

/** What a list tells in words. */
const textOf = (behind: Behind): string[] =>
  linesOf(behind).map(({ name, code, where, amount }) => [name, code, where, amount].join(" "));

/** Whether the console can point at it. */
const isPointable = (figure: string): boolean =>
  PointSchema.safeParse({ scene: "overview", panel: "ledgers", figure }).success;

test("the console can point at figures of every panel", () => {
  expect(Object.keys(PANEL_FIGURES).toSorted()).toEqual(PANELS.map(({ id }) => id).toSorted());
});

describe("behind a figure of the demonstration zone", () => {
  test.each(
    Object.values(LEDGER_FIGURES) as CountFigure[],
  )("$id: as many features as it counts, each once", (figure) => {
    const { value, unknown } = countFigure(figure, snapshots.get(figure.layer)!, TODAY);
    const behind = behindCount(listing, figure)!;
    expect(behind.value).toBe(listing.number(value));
    expect(behind.groups.map(({ count }) => count)).toEqual(unknown > 0 ? [value, unknown] : [value]);
    const lines = linesOf(behind);
    expect(lines).toHaveLength(value + unknown);
    expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
    expect(behind.marked).toHaveLength(value + unknown);
    expect(behind.reading.join()).not.toBe("");
  });

  test("a district: what gives it its colour, and what names no district is listed apart", () => {
    const { districts, withoutDistrict } = gradeDistricts(snapshots);
    for (const { code, counts } of districts) {
      const listed = behindDistrict(listing, code)!.groups.map(({ count }) => count);
      expect(listed).toEqual(counts.map(({ count }) => count).filter((count) => count > 0));
    }
    expect(linesOf(behindDistrict(listing, WITHOUT_DISTRICT)!)).toHaveLength(withoutDistrict);
  });

  test("a substance: the tonnes of the sources listed add up to its own", () => {
    const hazards = snapshots.get("hazard-sources")!;
    const { totals, unknown } = substanceTotals(hazards);
    expect(totals.length).toBeGreaterThan(3);
    const held = hazards.columns.substances;
    for (const { name, tonnes, sources } of totals) {
      const [holding, silent] = behindSubstance(listing, name)!.groups;
      expect(holding).toMatchObject({ count: sources, sum: tonnes });
      expect(silent?.count ?? 0).toBe(unknown);
      const { marked } = behindSubstance(listing, name)!;
      const listed = marked.flatMap(({ row }) => (held?.type === "list" ? (held.get(row) ?? []) : []));
      const sum = listed.filter((each) => each.name === name).reduce((total, each) => total + each.tonnes, 0);
      expect(sum).toBeCloseTo(tonnes, 6);
    }
  });

  const { findings, summary } = runAnalysis(campaign, { today: TODAY, limit: 5_000 }, [...snapshots.values()]);

  test("the campaign's totals: as many targets as each counts, every target in one of them", () => {
    const counts = totalsOf(summary.total);
    for (const total of TOTALS)
      expect(findings.filter((finding) => isInTotal(finding, total))).toHaveLength(counts[total]);
    for (const finding of findings) expect(TOTALS.filter((total) => isInTotal(finding, total))).toHaveLength(1);
  });

  test("a target: the features that stand against it or meet it, and those that nobody can tell of", () => {
    const measured = findings.filter((finding) => finding.measured !== null);
    expect(measured.length).toBeGreaterThan(5);
    for (const finding of measured) {
      const behind = behindTarget(listing, finding)!;
      const expected = [finding.measured!.behind.count, finding.measured!.unknown.count].filter((count) => count > 0);
      expect(behind.groups.map(({ count }) => count)).toEqual(expected);
      expect(linesOf(behind)).toHaveLength(expected.reduce((sum, count) => sum + count, 0));
    }
  });

  const everyGap = runAnalysis(coverageGaps, { ...GAP_QUESTION, limit: 100_000 }, [...snapshots.values()]);
  const gapNumbers = [...zoneGaps(listing, everyGap.summary), ...districtGaps(listing, everyGap.summary)];

  test("gaps of the cover: what is out of reach of each ledger and in each district, the farthest first", () => {
    expect(gapNumbers.slice(0, WATER_TARGETS.length).map(({ id }) => id)).toEqual(WATER_TARGETS);
    expect(gapNumbers.at(-1)!.id).toBe(IN_NO_DISTRICT);
    expect(new Set(gapNumbers.map(({ id }) => id)).size).toBe(gapNumbers.length);
    for (const number of gapNumbers) {
      const behind = behindGaps(listing, number, everyGap.findings);
      const counts = number.counts.flatMap(({ outside, cannotTell }) =>
        cannotTell > 0 ? [outside, cannotTell] : [outside],
      );
      expect(behind.groups.map(({ count }) => count)).toEqual(counts);
      const lines = linesOf(behind);
      expect(lines).toHaveLength(counts.reduce((sum, count) => sum + count, 0));
      expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
      expect(isPointable(number.id)).toBe(true);
    }
    const targets = behindGaps(listing, gapNumbers[0]!, everyGap.findings);
    const distancesM = linesOf(targets).map(
      ({ amount }) => Number.parseFloat(amount) * (amount.includes("km") ? 1000 : 1),
    );
    expect(distancesM).toEqual(distancesM.toSorted((a, b) => b - a));
    expect(Math.min(...distancesM)).toBeGreaterThanOrEqual(150);
  });

  test("gaps of which an answer holds the first only are counted whole, and the list says that it is not", () => {
    const buildings = gapNumbers.find(({ id }) => id === "buildings")!;
    const whole = behindGaps(listing, buildings, everyGap.findings);
    const behind = behindGaps(
      listing,
      buildings,
      everyGap.findings.filter(({ layer }) => layer === "buildings").slice(0, 7),
    );
    expect(behind.groups[0]).toMatchObject({ count: buildings.counts[0]!.outside, listed: 7 });
    expect(behind.value).toBe(whole.value);
    expect(behind.reading).toHaveLength(whole.reading.length + 1);
    expect(behind.reading.at(-1)).toContain("7 处");
  });

  test.each([UNUSABLE, OVERDUE])("$figure.id: named in the panel's order, each by itself too", (list) => {
    const all = behindSources(listing, list, list.figure.id)!;
    const counted = behindCount(listing, list.figure)!;
    expect(all.groups.map(({ count }) => count)).toEqual(counted.groups.map(({ count }) => count));
    const keysOf = (behind: Behind) => linesOf(behind).map(({ key }) => key);
    expect(keysOf(all).toSorted()).toEqual(keysOf(counted).toSorted());
    const sources = list.sourcesOf(listing);
    expect(sources.length).toBeGreaterThan(5);
    for (const [place, { id, value }] of sources.entries()) {
      const single = behindSources(listing, list, id)!;
      expect(linesOf(single)).toEqual([all.groups[0]!.lineOf(place)]);
      expect(single.value).toBe(value);
      expect(single.marked).toHaveLength(1);
    }
    expect(behindSources(listing, list, "no source")).toBeNull();
  });

  const houses = snapshots.get("houses")!;
  const tally = tallyHouseDeadline(houses, snapshots.get("districts"));
  const deadlines = deadlineNumbers(listing, tally, 514);

  test("the deadline: every dangerous house under the standing and the district that it counts for", () => {
    const listed = deadlines.map((number) => behindDeadline(listing, number, 514)!);
    for (const [place, behind] of listed.entries()) {
      const { id, value, groups } = deadlines[place]!;
      expect(behind.value).toBe(listing.number(value));
      expect(linesOf(behind)).toHaveLength(groups.reduce((sum, { ids }) => sum + ids.length, 0));
      expect(isPointable(id)).toBe(true);
    }
    const { value: open } = countFigure(LEDGER_FIGURES["houses-dangerous"], houses, TODAY);
    const openIn = deadlines.filter(({ id }) => id.endsWith("-open")).reduce((sum, { value }) => sum + value, 0);
    expect(openIn + (tally.elsewhere?.ids.open.length ?? 0)).toBe(open);
    const closed = listed.flatMap((behind, place) => (deadlines[place]!.id.endsWith("-late") ? [behind] : []));
    for (const { groups } of closed)
      for (let place = 0; place < groups[0]!.count; place++)
        expect(groups[0]!.lineOf(place).amount).toMatch(/^[CD] · 202[5-9]-\d\d-\d\d$/);
  });

  // Farther than on the wall: within 500 m the demonstration zone has none.
  const around = runAnalysis(
    buffer,
    {
      layer: "hazard-sources",
      ids: majorSources(snapshots.get("hazard-sources")!),
      radiiM: [2_000],
      layers: ["houses"],
      filters: { houses: PERHAPS_DANGEROUS },
      limit: 20_000,
    },
    [...snapshots.values()],
  );
  const near = sortNearHouses(around.findings, houses);
  const nearNumbers = nearGroups(near, {
    "too-near": near.dangerous.slice(0, 3),
    "cannot-tell": near.dangerous.slice(3, 5),
  });

  test("houses near hazards: the houses of each number, the nearest first, and each with its source", () => {
    expect(near.dangerous.length).toBeGreaterThan(5);
    expect(nearNumbers.map(({ houses: { length } }) => length)).toContain(3);
    for (const number of nearNumbers) {
      const behind = behindNear(listing, number)!;
      expect(behind.value).toBe(listing.number(number.houses.length));
      const [counted, unknown] = behind.groups;
      expect(counted).toMatchObject({ count: number.houses.length, listed: number.houses.length });
      expect(unknown?.count ?? 0).toBe(number.cannotTell.length);
      expect(
        linesOf(behind)
          .slice(0, number.houses.length)
          .map(({ key }) => key),
      ).toEqual(number.houses.map(({ id }) => `houses/${id}`));
    }
    for (const house of near.dangerous) {
      const keys = linesOf(behindNearHouse(listing, house)!).map(({ key }) => key);
      expect(keys).toEqual([`houses/${house.id}`, `hazard-sources/${house.origin}`]);
    }
  });

  test("no list names a person", () => {
    const personal = COUNTED.flatMap(({ id, attributes }) =>
      Object.keys(attributes)
        .filter((name) => attributes[name]!.personal)
        .flatMap((name) => (zone.layers[id] ?? []).map((feature) => feature.attributes[name]))
        .filter((value): value is string => typeof value === "string"),
    );
    expect(personal.length).toBeGreaterThan(10);
    const lists = [
      ...(Object.values(LEDGER_FIGURES) as CountFigure[]).map((figure) => behindCount(listing, figure)!),
      ...gapNumbers.map((number) => behindGaps(listing, number, everyGap.findings)),
      ...[UNUSABLE, OVERDUE].map((list) => behindSources(listing, list, list.figure.id)!),
      ...deadlines.map((number) => behindDeadline(listing, number, 514)!),
      ...nearNumbers.map((number) => behindNear(listing, number)!),
    ];
    const told = new Set(lists.flatMap(textOf));
    expect(findWithin(told, new Set([...told].slice(0, 1)))).not.toEqual([]);
    expect(findWithin(told, new Set(personal))).toEqual([]);
  });
});

/** Which of the values any of the texts contains, at whatever place. */
function findWithin(texts: Iterable<string>, values: ReadonlySet<string>): string[] {
  const lengths = [...new Set([...values].map(({ length }) => length))];
  const found = new Set<string>();
  for (const text of texts)
    for (const length of lengths)
      for (let from = 0; from + length <= text.length; from++) {
        const part = text.slice(from, from + length);
        if (values.has(part)) found.add(part);
      }
  return [...found];
}

describe("behind what feeds have brought", () => {
  const at = "2026-11-26T08:00:00+08:00";
  const now = Date.parse("2026-11-26T09:00:00+08:00");
  const sources = [{ title: "气象台", receivedAt: at }];
  const areas = snapshots.get("districts")!;
  const warning = (id: string, districts: string[]): WarningView => ({
    id,
    source: "weather",
    simulated: id === "made-up",
    kind: "gale",
    level: "yellow",
    grade: 3,
    areaName: "北部",
    districts,
    headline: "大风黄色预警",
    issuedAt: at,
    validFrom: at,
    validTo: "2026-11-26T20:00:00+08:00",
    receivedAt: at,
  });
  const code = zone.layers.districts![0]!.districtCode ?? zone.layers.districts![0]!.code;
  const messages = [warning("weather/1", [code]), warning("made-up", [])];

  test("warnings: all of them, and one with the districts that it is for", () => {
    const all = behindWarnings(listing, ALL_NEWS, { messages, sources, now })!;
    expect(all.value).toBe("2");
    expect(linesOf(all).map(({ key, isSimulated }) => [key, isSimulated])).toEqual([
      ["weather/1", false],
      ["made-up", true],
    ]);
    const one = behindWarnings(listing, "weather/1", { messages, sources, now })!;
    expect(one.groups.map(({ count }) => count)).toEqual([1, 1]);
    expect(one.marked).toEqual([{ layer: "districts", row: 0 }]);
    expect(areas.count).toBeGreaterThan(1);
    expect(one.reading.join()).toContain("气象台");
    expect(behindWarnings(listing, "made-up", { messages, sources, now })!.marked).toEqual([]);
    expect(behindWarnings(listing, "ended", { messages, sources, now })).toBeNull();
  });

  test("duty: everybody as the server shows them, no more of a name or a number", () => {
    const shift: DutyView = {
      id: "1",
      source: "roster",
      simulated: false,
      unit: "消防救援支队",
      role: null,
      name: "王**",
      phoneEnding: "12",
      from: at,
      to: "2026-11-26T20:00:00+08:00",
      receivedAt: at,
    };
    const behind = behindDuty(listing, { messages: [shift, { ...shift, id: "2", phoneEnding: null }], sources, now })!;
    expect(behind.value).toBe("2");
    expect(linesOf(behind).map(({ name, where }) => [name, where])).toEqual([
      ["消防救援支队", "王** 尾号 12"],
      ["消防救援支队", "王**"],
    ]);
    expect(behindDuty(listing, { messages: [], sources, now })).toBeNull();
  });
});
