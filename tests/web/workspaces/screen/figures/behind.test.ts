import { describe, expect, test, vi } from "vitest";
import { campaign } from "#data/analyses/campaign.ts";
import { LAYERS } from "#data/layers/index.ts";
import type { Snapshot } from "#data/snapshot/snapshot.ts";
import { gradeDistricts } from "#data/wall/district-risk.ts";
import { type CountFigure, countFigure } from "#data/wall/figure.ts";
import { LEDGER_FIGURES } from "#data/wall/ledger-figures.ts";
import { FILTER_WORDS } from "../../../../../web/messages/filters.ts";
import { SCREEN_LIST_WORDS } from "../../../../../web/messages/screen-list.ts";
import { formatNumber } from "../../../../../web/ui/quantities.ts";
import { isInTotal, TOTALS, totalsOf } from "../../../../../web/workspaces/screen/campaign/totals.ts";
import type { Behind } from "../../../../../web/workspaces/screen/figures/behind.ts";
import type { Listing } from "../../../../../web/workspaces/screen/figures/listing.ts";
import { substanceTotals } from "../../../../../web/workspaces/screen/hazards/substance-totals.ts";
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

const TODAY = "2026-11-26";
/** What the panels that are listed here count. */
const COUNTED = LAYERS.filter(
  ({ role, id }) => id !== "accidents" && (role === "ledger" || id === "protection-targets" || id === "districts"),
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

  test("no list names a person", () => {
    const personal = COUNTED.flatMap(({ id, attributes }) =>
      Object.keys(attributes)
        .filter((name) => attributes[name]!.personal)
        .flatMap((name) => (zone.layers[id] ?? []).map((feature) => feature.attributes[name]))
        .filter((value): value is string => typeof value === "string"),
    );
    expect(personal.length).toBeGreaterThan(10);
    const told = (Object.values(LEDGER_FIGURES) as CountFigure[])
      .flatMap((figure) => linesOf(behindCount(listing, figure)!))
      .map(({ name, code, where, amount }) => [name, code, where, amount].join(" "))
      .join("\n");
    for (const value of new Set(personal)) expect(told).not.toContain(value);
  });
});
