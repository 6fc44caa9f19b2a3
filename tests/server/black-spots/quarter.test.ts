import { afterAll, beforeAll, expect, test } from "vitest";
import { localDayOf } from "#data/snapshot/freshness.ts";
import { quarterOf, quarterOfDay } from "../../../server/black-spots/days.ts";
import { writeFeatures } from "../../../server/db/feature-writes.ts";
import { writeSetting } from "../../../server/db/settings.ts";
import { problemOf, startApi, type TestApi } from "../../support/api.ts";
import { finding, LIFE, ledgerSpot, sayAll, spotOf } from "../../support/black-spots.ts";
import { readWorkbook, valuesOf } from "../../support/read-workbook.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
  const { entry } = await spotOf(await api.post("/api/black-spots", finding({ code: "BS-A" })));
  await sayAll(api, entry.id, [
    ...LIFE,
    // Said in November of a day in May: it belongs to the second quarter, and its state is that of May.
    { kind: "note", on: "2026-05-20", note: "补记：5月20日现场会" },
  ]);
  await writeFeatures(
    api.database.record.db,
    "black-spots",
    [
      ledgerSpot("L-OLD", { state: "closed", level: "ministry", listedOn: "2025-02-01", closedOn: "2026-05-05" }),
      ledgerSpot("L-NEW", { state: "candidate" }),
    ],
    { changedBy: "import" },
  );
});
afterAll(() => api.close());

type Cell = string | number | null;

async function tableOf(query: string) {
  const answer = await api.request(`/api/black-spots/quarter?${query}`);
  expect(answer.status).toBe(200);
  const sheets = readWorkbook(new Uint8Array(await answer.arrayBuffer()));
  const [header, ...rows] = valuesOf(sheets[0]!);
  const cell = (code: string, title: string): Cell =>
    rows.find((row) => row[1] === code)?.[header!.indexOf(title)] ?? null;
  const totals = Object.fromEntries(valuesOf(sheets[1]!).slice(1)) as Record<string, number>;
  return { sheets, codes: rows.map((row) => row[1]), cell, totals, disposition: answer.headers };
}

/** As spreadsheets count days. */
const serialOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;

test("has each spot as it stood when the quarter ended, with what happened in it by the days themselves", async () => {
  const { codes, cell } = await tableOf("quarter=2026Q2");
  expect(codes).toEqual(["L-OLD", "BS-A", "L-NEW"]);
  expect(cell("BS-A", "季末状态")).toBe("治理中");
  expect(cell("BS-A", "治理期限")).toBe(serialOf("2026-09-30"));
  expect(cell("BS-A", "起点桩号")).toBe("K812+000");
  expect(String(cell("BS-A", "本季度进展")).split("\n")).toEqual([
    "2026-04-10 登记为待确认",
    "2026-04-12 确认：下次办理2026-05-01",
    "2026-04-20 挂牌督办：市级；通公交〔2026〕12号；治理期限2026-09-30",
    "2026-05-10 开始治理：增设中央隔离护栏；完善路口标志标线",
    "2026-05-20 记录：补记：5月20日现场会",
  ]);
  expect(cell("BS-A", "销号日期")).toBeNull();
  expect(cell("L-OLD", "季末状态")).toBe("已销号");
  expect(cell("L-OLD", "本季度进展")).toBe("2026-05-05 销号");
});

test("an earlier quarter has what a ledger's days say of it, and not what came later", async () => {
  const { codes, cell } = await tableOf("quarter=2025Q3");
  expect(codes).toEqual(["L-OLD"]);
  expect(cell("L-OLD", "季末状态")).toBe("挂牌督办");
  expect(cell("L-OLD", "本季度进展")).toBeNull();
  expect((await tableOf("quarter=2024Q4")).codes).toEqual([]);
});

test("the totals add up: what stood at the beginning, came and went, and stands at the end", async () => {
  const { totals } = await tableOf("quarter=2026Q2");
  expect(totals).toMatchObject({
    "季初：登记在册": 2,
    "季初：挂牌督办": 1,
    本季度登记为待确认: 1,
    本季度确认: 1,
    本季度挂牌督办: 1,
    本季度开始治理: 1,
    本季度治理完成: 0,
    本季度销号: 1,
    "季末：登记在册": 3,
    "季末：治理中": 1,
    "季末：已销号": 1,
    "季末：待确认": 1,
  });
  const later = await tableOf("quarter=2026Q4");
  expect(later.totals).toMatchObject({ 本季度治理完成: 1, 本季度销号: 1, 本季度效果评估: 1 });
});

test("in English, with the demonstration's mark in the file and in its name", async () => {
  await writeSetting(api.database.record.db, "demo", { seed: 1, edition: "1" }, "tester");
  const { sheets, cell, disposition } = await tableOf("quarter=2026Q2&lang=en");
  expect(cell("BS-A", "State at the end")).toBe("Under treatment");
  expect(valuesOf(sheets[2]!).flat().join("\n")).toContain("Demonstration data");
  expect(disposition.get("content-disposition")).toContain("demonstration_Quarterly-table-of-black-spots_2026Q2.xlsx");
});

test("a quarter that runs is told up to today; one that has not begun, or is none, is refused", async () => {
  const present = quarterOfDay(localDayOf(new Date()));
  const { sheets } = await tableOf(`quarter=${present.name}`);
  expect(valuesOf(sheets[2]!).flat()).toContain(present.name);
  const next = `${Number(present.name.slice(0, 4)) + 1}Q1`;
  for (const quarter of ["", "2026", "2026Q5", "2026Q0", "2026q1", "1899Q4", "9999Q4", next]) {
    const problem = await problemOf(await api.request(`/api/black-spots/quarter?quarter=${quarter}`));
    expect(problem, quarter).toMatchObject({ status: 400, fields: ["quarter"] });
    expect(problem.errors[0]!.allowed).toBe(`1900Q1 to ${present.name}`);
  }
});

test("quarters begin and end on their days, leap years too", () => {
  expect(quarterOf(2024, 1)).toEqual({ name: "2024Q1", from: "2024-01-01", to: "2024-03-31" });
  expect(quarterOf(2026, 4)).toEqual({ name: "2026Q4", from: "2026-10-01", to: "2026-12-31" });
  for (const [day, name] of [
    ["2026-03-31", "2026Q1"],
    ["2026-04-01", "2026Q2"],
    ["2026-12-31", "2026Q4"],
  ] as const)
    expect(quarterOfDay(day).name).toBe(name);
});
