import { describe, expect, test } from "vitest";
import { getTarget } from "#data/campaign/library.ts";
import { measureTarget } from "#data/campaign/measure-target.ts";
import { findMeasure } from "#data/campaign/measures/index.ts";
import { makeSnapshot, point } from "../../support/make-snapshot.ts";

type Attributes = Readonly<Record<string, string | number | boolean | null>>;

function ask(target: string, features: readonly Attributes[], today: string) {
  const measure = findMeasure(target)!;
  const rows = features.map((attributes) => ({ geometry: point(122.26, 43.62), attributes }));
  return measureTarget(getTarget(target), measure, makeSnapshot(measure.layer, rows), { today, limit: 10 });
}

describe("black spots listed every year", () => {
  const id = "s02-black-spots-listed-yearly";
  const listed = (listedOn: string): Attributes => ({ state: "listed", listedOn });
  const standing = (spots: readonly Attributes[], today: string) => ask(id, spots, today).standing;

  test("one listed on New Year's Day is the batch of the year; one of New Year's Eve was the one before", () => {
    expect(standing([listed("2026-01-01")], "2026-01-01")).toEqual({
      kind: "running",
      period: { from: "2026-01-01", to: "2026-12-31" },
      daysLeft: 364,
      reached: "yes",
      before: { from: "2025-01-01", to: "2025-12-31", reached: "no" },
    });
    expect(standing([listed("2025-12-31")], "2026-01-01")).toMatchObject({
      reached: "no",
      before: { reached: "yes" },
    });
    expect(standing([listed("2025-12-31")], "2025-12-31")).toMatchObject({ reached: "yes", daysLeft: 0 });
  });

  test("the year before the campaign is not asked about", () => {
    expect(standing([listed("2023-05-01")], "2024-02-01")).toMatchObject({ reached: "no", before: null });
  });

  test("a spot that was listed on an unknown day may be the one", () => {
    expect(standing([{ state: "treating" }], "2026-06-01")).toMatchObject({
      reached: "unknown",
      before: { reached: "unknown" },
    });
    expect(standing([{ state: "treating" }, listed("2026-02-01")], "2026-06-01")).toMatchObject({ reached: "yes" });
    expect(ask(id, [{ state: "treating" }, listed("2026-02-01")], "2026-06-01").measured.value).toEqual({
      low: 1,
      high: 2,
    });
  });

  test("a candidate was never listed, and a listing to come is none yet", () => {
    expect(standing([{ state: "candidate" }, listed("2026-12-01")], "2026-06-01")).toMatchObject({ reached: "no" });
  });

  test("an empty register proves nothing", () => {
    expect(standing([], "2026-06-01")).toEqual({ kind: "no-data", reason: "no-feature", daysLeft: null });
  });
});

describe("the spot that the ministry listed, due on 31 October 2024", () => {
  const id = "s02-ministry-listed-spot-fixed";
  const due = "2024-10-31";
  const spot = (more: Attributes): Attributes => ({
    level: "ministry",
    listedOn: "2024-03-01",
    state: "treating",
    ...more,
  });
  const standing = (spots: readonly Attributes[], today: string) => ask(id, spots, today).standing;

  test("counts down, is late, is done and done late at its last day", () => {
    const fixed = (closedOn: string | null) => spot({ state: "closed", closedOn });
    expect(standing([spot({})], "2024-10-31")).toEqual({ kind: "countdown", due, daysLeft: 0, reached: "no" });
    expect(standing([spot({})], "2024-11-01")).toMatchObject({
      kind: "late",
      daysOver: 1,
      features: { low: 1, high: 1 },
    });
    expect(standing([fixed("2024-10-31")], "2026-01-01")).toEqual({ kind: "done", due, on: due, inTime: true });
    expect(standing([fixed("2024-11-01")], "2026-01-01")).toMatchObject({ kind: "done-late", daysOver: 1 });
    expect(standing([fixed(null)], "2026-01-01")).toEqual({ kind: "done", due, on: null, inTime: null });
  });

  test("with two closed, it was done on the day of the first", () => {
    const two = ["2024-12-02", "2024-09-01"].map((closedOn) => spot({ state: "evaluated", closedOn }));
    expect(standing(two, "2026-01-01")).toMatchObject({ kind: "done", on: "2024-09-01" });
  });

  test("one that the ministry listed after the last day is another", () => {
    expect(standing([spot({ listedOn: "2024-11-01" })], "2025-01-01")).toMatchObject({ kind: "no-data" });
  });

  test("cannot tell when no level is stated of a spot that was listed", () => {
    expect(standing([spot({}), spot({ level: null, state: "closed" })], "2025-01-01").kind).toBe("cannot-tell");
    expect(standing([spot({}), spot({ level: null, state: "candidate", listedOn: null })], "2025-01-01").kind).toBe(
      "late",
    );
  });
});

describe("fire-water sources serviced every year", () => {
  const id = "s22-water-source-service-yearly";
  const reached = (serviced: readonly (string | null)[], today: string) =>
    ask(
      id,
      serviced.map((servicedOn) => ({ servicedOn })),
      today,
    ).standing;

  test("a service holds for twelve months, the day that completes them included", () => {
    expect(reached(["2025-11-26"], "2026-11-26")).toMatchObject({
      reached: "yes",
      period: { from: "2025-11-26", to: "2026-11-26" },
      before: null,
    });
    expect(reached(["2025-11-26"], "2026-11-27")).toMatchObject({ reached: "no" });
  });

  test("one serviced on a leap day is due on the last of February", () => {
    expect(reached(["2024-02-29"], "2025-02-28")).toMatchObject({ reached: "yes" });
    expect(reached(["2024-02-29"], "2025-03-01")).toMatchObject({ reached: "no" });
    expect(reached(["2023-02-28"], "2024-02-29")).toMatchObject({ reached: "no" });
  });

  test("no day, or one to come, is never a service", () => {
    expect(reached([null, "2026-06-01"], "2026-11-26")).toMatchObject({ reached: "unknown" });
    expect(reached(["2026-11-27"], "2026-11-26")).toMatchObject({ reached: "unknown" });
    expect(reached([null, "2024-06-01"], "2026-11-26")).toMatchObject({ reached: "no" });
    const { value, unknown } = ask(id, [{}, { servicedOn: "2026-06-01" }], "2026-11-26").measured;
    expect([value, unknown.count]).toEqual([{ low: 0.5, high: 1 }, 1]);
    expect(reached([], "2026-11-26").kind).toBe("no-data");
  });
});

describe("checks led by the head, every quarter", () => {
  const id = "s20-head-check-quarterly";
  const unit = (headCheckOn: string | null, sector: string | null = "20"): Attributes => ({ sector, headCheckOn });
  const standing = (units: readonly Attributes[], today: string) => ask(id, units, today).standing;

  test("begin anew with the quarter", () => {
    expect(standing([unit("2026-09-30")], "2026-09-30")).toMatchObject({ reached: "yes", daysLeft: 0 });
    expect(standing([unit("2026-09-30")], "2026-10-01")).toMatchObject({
      reached: "no",
      daysLeft: 91,
      before: { from: "2026-07-01", to: "2026-09-30", reached: "yes" },
    });
    expect(standing([unit("2026-06-30")], "2026-10-01")).toMatchObject({ before: { reached: "no" } });
  });

  test("one in this quarter hides whether there was one in the last", () => {
    expect(standing([unit("2026-10-01")], "2026-10-05")).toMatchObject({
      reached: "yes",
      before: { reached: "unknown" },
    });
  });

  test("a unit that no plan is named for may be one, a unit of another plan is not", () => {
    expect(standing([unit("2026-10-01"), unit("2026-01-01", null)], "2026-10-05")).toMatchObject({
      reached: "unknown",
    });
    expect(standing([unit("2026-10-01"), unit("2026-01-01", "14")], "2026-10-05")).toMatchObject({ reached: "yes" });
  });
});

test("where a part is not kept, failing proves, and passing does not", () => {
  const drill = (drillOn: string): Attributes => ({ kind: "elderly-care", drillOn });
  const reached = (drillOn: string) => ask("s03-drill-yearly", [drill(drillOn)], "2026-11-26").standing;
  expect(reached("2026-03-01")).toMatchObject({ kind: "running", reached: "unknown" });
  expect(reached("2025-03-01")).toMatchObject({ kind: "running", reached: "no" });
});

test("carriers are those that are marked, and those of the transport plan that may be", () => {
  const ask7 = (unit: Attributes) =>
    ask("s07-drill-yearly", [{ drillOn: "2026-05-01", transport: "freight" }, unit], "2026-11-26");
  expect(ask7({ transport: "dangerous-goods", sector: "13" }).measured.of).toEqual({ low: 2, high: 2 });
  expect(ask7({ transport: "bus-taxi", sector: "7" }).measured.of).toEqual({ low: 1, high: 1 });
  expect(ask7({ sector: "7" }).measured.of).toEqual({ low: 1, high: 2 });
  expect(ask7({ sector: "14" }).measured.of).toEqual({ low: 1, high: 1 });
});

test("granaries with chemicals drill every half year, those of which nobody knows may have to", () => {
  const unit = (hazardousChemicals: boolean | null): Attributes => ({
    sector: "19",
    hazardousChemicals,
    drillOn: "2026-06-30",
  });
  const standing = (chemicals: boolean | null) =>
    ask("s19-drill-half-yearly-hazchem", [{ ...unit(true), drillOn: "2026-07-01" }, unit(chemicals)], "2026-07-01")
      .standing;
  expect(standing(true)).toMatchObject({ reached: "no" });
  expect(standing(null)).toMatchObject({ reached: "unknown" });
  expect(standing(false)).toMatchObject({ reached: "yes" });
});

test("monitoring keeps no day: after the last one it is done, and nobody knows whether in time", () => {
  const id = "s13-mhs-monitoring-connected-2025";
  const source = (level: string | null, monitored: boolean | null): Attributes => ({ level, monitored });
  const on = (sources: readonly Attributes[], today: string) => ask(id, sources, today).standing;
  expect(on([source("1", true), source("none", false)], "2026-01-01")).toEqual({
    kind: "done",
    due: "2025-12-31",
    on: null,
    inTime: null,
  });
  expect(on([source("1", true)], "2025-12-31")).toMatchObject({ kind: "done", inTime: true });
  expect(on([source("1", true), source("4", false)], "2026-01-01")).toMatchObject({ kind: "late", daysOver: 1 });
  expect(on([source("1", true), source("4", null)], "2026-01-01").kind).toBe("cannot-tell");
  expect(on([source("1", true), source(null, false)], "2026-01-01").kind).toBe("cannot-tell");
});

test("a direction is shown and never judged", () => {
  const { standing, measured } = ask("s22-urban-facilities-2026", [{ state: "ok" }, { state: "broken" }], "2027-01-01");
  expect(standing).toEqual({ kind: "direction", due: "2026-12-31", daysLeft: null });
  expect(measured.value).toEqual({ low: 0.5, high: 0.5 });
});

test("refuses a snapshot of another layer", () => {
  const target = getTarget("s06-house-campaign-complete");
  const asked = { today: "2026-01-01", limit: 1 };
  expect(() => measureTarget(target, findMeasure(target.id)!, makeSnapshot("roads", []), asked)).toThrow(RangeError);
});
