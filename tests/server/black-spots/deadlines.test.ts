import { afterAll, beforeAll, expect, test } from "vitest";
import { localDayOf } from "#data/snapshot/freshness.ts";
import type { BlackSpotList } from "../../../server/black-spots/register.ts";
import { writeFeatures } from "../../../server/db/feature-writes.ts";
import { startApi, type TestApi } from "../../support/api.ts";
import { finding, ledgerSpot, spotOf } from "../../support/black-spots.ts";

let api: TestApi;
const today = localDayOf(new Date());
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const list = (query = "") => api.get<BlackSpotList>(`/api/black-spots${query}`);
const deliver = (...drafts: Parameters<typeof writeFeatures>[2][number][]) =>
  writeFeatures(api.database.record.db, "black-spots", drafts, { changedBy: "import" });
const years = (n: number) => `${Number(today.slice(0, 4)) - n}${today.slice(4).replace("02-29", "02-28")}`;
const period = { periodFrom: "2021-01-01", periodTo: "2022-12-31" };

test("the most overdue stand first; what was treated in time is not overdue, however late it is struck off", async () => {
  await deliver(
    ledgerSpot("A", { state: "listed", dueOn: years(1) }),
    ledgerSpot("B", { state: "treating", dueOn: years(2) }),
    ledgerSpot("C", { state: "treating", dueOn: years(2), treatedOn: years(3) }),
    ledgerSpot("D", { state: "closed", dueOn: years(2) }),
    ledgerSpot("E", { state: "listed", dueOn: today, nextOn: years(1) }),
  );
  const { entries, totals, day } = await list();
  expect(day).toBe(today);
  expect(entries.slice(0, 3).map(({ code }) => code)).toEqual(["B", "A", "C"]);
  const overdue = Object.fromEntries(entries.map(({ code, overdueDays }) => [code, overdueDays]));
  expect(overdue).toMatchObject({ C: 0, D: 0, E: 0 });
  expect(overdue.A).toBeGreaterThanOrEqual(365);
  expect(overdue.A).toBeLessThanOrEqual(366);
  expect(totals).toMatchObject({ all: 5, overdue: 2, nextPassed: 1 });
  expect(totals.byState).toMatchObject({ listed: 2, treating: 2, closed: 1, candidate: 0 });
  expect((await list("?overdue=true")).entries.map(({ code }) => code)).toEqual(["B", "A"]);
  expect((await list("?overdue=false&state=listed")).entries.map(({ code }) => code)).toEqual(["E"]);
});

test("an evaluation is due when as long has passed after the treatment as the finding had before", async () => {
  await deliver(
    ledgerSpot("FULL", { state: "closed", treatedOn: years(2), ...period }),
    ledgerSpot("SHORT", { state: "closed", treatedOn: years(1), ...period }),
    ledgerSpot("DONE", { state: "evaluated", treatedOn: years(2), evaluatedOn: today, ...period }),
    ledgerSpot("UNKNOWN", { state: "closed", treatedOn: years(2) }),
  );
  const due = async (query = "") =>
    (await list(query)).entries.filter((each) => each.evaluationDue && each.code.length > 1).map(({ code }) => code);
  expect(await due()).toEqual(["FULL"]);
  expect((await due("?spanYears=1")).sort()).toEqual(["FULL", "SHORT", "UNKNOWN"]);
  expect(await due("?spanYears=3")).toEqual([]);
  const { entries } = await list();
  expect(entries.find(({ code }) => code === "FULL")!.evaluateFrom).toBe(today.replace("02-29", "02-28"));
});

test("the register of an earlier day is the one that was known then", async () => {
  const { entry } = await spotOf(await api.post("/api/black-spots", finding()));
  expect((await list("?asOf=2026-01-01")).entries).toEqual([]);
  const then = (await list(`?asOf=${today}`)).entries.find(({ id }) => id === entry.id);
  expect(then).toMatchObject({ revision: null, allowed: [], state: "candidate" });
});
