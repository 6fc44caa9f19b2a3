import { describe, expect, test } from "vitest";
import { campaign } from "#data/analyses/campaign.ts";
import { TARGETS } from "#data/campaign/library.ts";
import { MEASURES } from "#data/campaign/measures/index.ts";
import { countFigure } from "#data/wall/figure.ts";
import { LEDGER_FIGURES } from "#data/wall/ledger-figures.ts";
import { makeSnapshot, point } from "../../support/make-snapshot.ts";
import { zone } from "../demo/zone.ts";
import { refusalOf, runAnalysis, schemaRefusals } from "./run-analysis.ts";

const houses = makeSnapshot("houses", [
  { geometry: point(122.26, 43.62), attributes: { grade: "D", state: "open" }, observedOn: "2026-10-01" },
]);

test("has a finding for every target of the plans asked for, and reads only their layers", () => {
  expect(campaign.layers(campaign.parameters.parse({ today: "2026-11-26", sectors: [6] }))).toEqual(["houses"]);
  const { findings, summary } = runAnalysis(campaign, { today: "2026-11-26", sectors: [6, 18] }, [houses]);
  expect(findings.map(({ id }) => id)).toEqual(TARGETS.filter(({ id }) => /^s(06|18)/.test(id)).map(({ id }) => id));
  expect(summary.sectors.map(({ sector, targets, measurable }) => [sector, targets, measurable])).toEqual([
    [6, 12, 3],
    [18, 6, 0],
  ]);
  expect(summary.total).toMatchObject({ targets: 18, measurable: 3 });
});

test("says from which ledger, revision and day a number is", () => {
  const { findings } = runAnalysis(campaign, { today: "2026-11-26", sectors: [6] }, [houses]);
  expect(findings.find(({ id }) => id === "s06-house-campaign-complete")).toMatchObject({
    due: { day: "2025-06-30", precision: "month-end" },
    standing: { kind: "late", daysOver: 514 },
    measured: { layer: "houses", revision: 1, dataDate: "2026-10-01", value: { low: 0, high: 0 } },
  });
});

test("says of a target without data which columns it would take, and how long it has still", () => {
  const { findings } = runAnalysis(campaign, { today: "2026-11-26", sectors: [5] }, []);
  const zero = findings.find(({ id }) => id === "s05-dynamic-zero")!;
  expect(zero.standing).toEqual({ kind: "no-data", reason: "not-kept", daysLeft: 35 });
  expect(zero.measured).toBeNull();
  expect(zero.needs[1]).toEqual({
    column: "danger-ledger.due_on",
    title: { zh: "整改期限", en: "Due on" },
    layer: "danger-ledger",
    layerTitle: { zh: "隐患台账", en: "Ledger of hidden dangers" },
    isKept: false,
  });
});

test("the next last day is the nearest that lies ahead or is today", () => {
  const nextOn = (today: string) => runAnalysis(campaign, { today, sectors: [16] }, []).summary.total.next;
  expect(nextOn("2026-11-30")).toMatchObject({ due: "2026-11-30", daysLeft: 0 });
  expect(nextOn("2026-12-01")).toMatchObject({ due: "2026-12-31", daysLeft: 30 });
  expect(nextOn("2027-01-01")).toBeNull();
});

test("with empty ledgers nothing is done and nothing late", () => {
  const { summary } = runAnalysis(campaign, { today: "2026-11-26" }, []);
  expect(summary.total.standings).toMatchObject({ "no-data": TARGETS.length, done: 0, late: 0, running: 0 });
});

test("refuses what is no day, no plan or no number", () => {
  expect(refusalOf(() => runAnalysis(campaign, { today: "2026-02-30" }, [])).field).toBe("today");
  expect(schemaRefusals(campaign, {})).toEqual(["today invalid_type"]);
  expect(schemaRefusals(campaign, { today: "2026-11-26", sectors: [23] })).toEqual(["sectors.0 too_big ≤ 22"]);
  expect(schemaRefusals(campaign, { today: "2026-11-26", sectors: [] })).toHaveLength(1);
  expect(schemaRefusals(campaign, { today: "2026-11-26", limit: -1 })).toHaveLength(1);
});

describe("the demonstration zone", () => {
  const snapshots = [...new Set(MEASURES.map(({ layer }) => layer))].map((id) => makeSnapshot(id, zone.layers[id]!));
  const { findings, summary } = runAnalysis(campaign, { today: zone.today, limit: 5 }, snapshots);
  const measured = (id: string) => findings.find((finding) => finding.id === id)!.measured!;
  const counted = (figure: "houses-dangerous" | "houses-in-use") =>
    countFigure(LEDGER_FIGURES[figure], snapshots.find(({ layer }) => layer === "houses")!, zone.today).value;

  test("has every standing accounted for", () => {
    const { targets, standings } = summary.total;
    expect(targets).toBe(298);
    expect(Object.values(standings).reduce((sum, count) => sum + count)).toBe(targets);
    expect(summary.sectors.reduce((sum, sector) => sum + sector.measurable, 0)).toBe(MEASURES.length);
  });

  test("counts houses as the wall does", () => {
    expect(measured("s06-house-campaign-complete").behind.count).toBe(counted("houses-dangerous"));
    expect(measured("s06-no-people-in-dangerous-houses").behind.count).toBe(counted("houses-in-use"));
  });

  test("counts completely and lists up to the limit", () => {
    for (const { measured } of findings) {
      if (!measured) continue;
      expect(measured.behind.listed).toHaveLength(Math.min(5, measured.behind.count));
      expect(measured.unknown.listed).toHaveLength(Math.min(5, measured.unknown.count));
    }
  });
});
