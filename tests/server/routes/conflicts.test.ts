import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { localDayOf } from "#data/snapshot/freshness.ts";
import type { ConflictEvent, ConflictStatus, ConflictTotals } from "../../../server/conflicts/conflict.ts";
import { writeRun } from "../../../server/db/conflict-runs.ts";
import { listed, problemOf, startApi, type TestApi } from "../../support/api.ts";
import { readWorkbook, valuesOf } from "../../support/read-workbook.ts";
import { ruleOutcome, spacingFinding } from "../../support/spacing.ts";

interface Seen {
  id: string;
  revision: number;
  state: string;
  verdict: string;
  shortfallM: number;
  requiredM: number;
  rank: number;
  note: string | null;
  dueOn: string | null;
  finding: { hazard: { code: string } };
}
interface Page {
  conflicts: Seen[];
  totals: ConflictTotals;
  cursor: string | null;
}

let api: TestApi;
const NOWHERE = "018f0000-0000-7000-8000-000000000000";
const today = localDayOf(new Date());

const unsure = {
  verdict: "cannot-tell" as const,
  rules: [
    ruleOutcome({
      verdict: "cannot-tell",
      shortfallM: 0.5,
      measuredM: 59.5,
      reasons: [{ code: "position-error", values: { surveyM: 0.21 } }],
    }),
  ],
};
const findings = [
  spacingFinding(1, { people: 10 }),
  spacingFinding(2, { people: 500 }),
  spacingFinding(3, unsure),
  spacingFinding(4, { target: { ...spacingFinding(4).target, name: '=HYPERLINK("x")' } }),
];

beforeAll(async () => {
  api = await startApi();
  // The server's own run, on layers that are empty, comes first.
  const status = await listed(api);
  await writeRun(api.database.record.db, { ...status, findings, ruleEdition: "e1", tookMs: 3 });
});
afterAll(() => api.close());

const list = (query = "") => api.get<Page>(`/api/conflicts${query}`);
const codesOf = ({ conflicts }: Page) => conflicts.map(({ finding }) => finding.hazard.code);
const find = async (code: string) => (await list()).conflicts.find(({ finding }) => finding.hazard.code === code)!;
const decide = (id: string, body: unknown) => api.post(`/api/conflicts/${id}/decisions`, body);

test("lists the most urgent first, with totals of all", async () => {
  const page = await list();
  expect(codesOf(page)).toEqual(["H2", "H4", "H1", "H3"]);
  expect(page.conflicts[0]).toMatchObject({ verdict: "too-near", requiredM: 60, shortfallM: 20, rank: 10_000 });
  expect(page.totals).toMatchObject({ present: 4, tooNear: 3, cannotTell: 1, open: 4, new: 0, gone: 0 });
  expect(codesOf(await list("?verdict=cannot-tell"))).toEqual(["H3"]);
  expect((await list("?verdict=cannot-tell")).totals).toEqual(page.totals);
  expect(codesOf(await list(`?since=${today}&change=new`))).toHaveLength(4);
  expect(codesOf(await list(`?since=${today}&change=gone`))).toEqual([]);
  expect(codesOf(await list("?asOf=2026-01-01"))).toEqual([]);
  expect(codesOf(await list(`?asOf=${today}`))).toEqual(["H2", "H4", "H1", "H3"]);
});

test("pages follow one another", async () => {
  const first = await list("?limit=3");
  expect(codesOf(first)).toEqual(["H2", "H4", "H1"]);
  const last = await list(`?limit=3&cursor=${encodeURIComponent(first.cursor!)}`);
  expect([codesOf(last), last.cursor]).toEqual([["H3"], null]);
});

test("a word is kept with the conflict and in its history", async () => {
  const { id, revision } = await find("H1");
  const word = { state: "to-rectify", dueOn: "2027-03-01", owner: "化工厂", revision, by: "王工" };
  const answer = await decide(id, word);
  expect(answer.status).toBe(201);
  expect(await answer.json()).toMatchObject({ id, revision: revision + 1, state: "to-rectify", dueOn: "2027-03-01" });
  expect(codesOf(await list("?state=to-rectify"))).toEqual(["H1"]);
  const { events } = await api.get<{ events: ConflictEvent[] }>(`/api/conflicts/${id}`);
  expect(events).toMatchObject([
    { kind: "seen", ruleEdition: "e1" },
    { kind: "decision", state: "to-rectify", owner: "化工厂", decidedBy: "王工", revisions: null },
  ]);
  const late = await problemOf(await decide(id, word));
  expect(late).toMatchObject({ status: 409, code: "conflict", fields: ["revision"] });
  expect(late.errors[0]!.allowed).toBe(String(revision + 1));
});

test("the status says what the list was made of", async () => {
  const status = await api.get<ConflictStatus>("/api/conflicts/status");
  expect(status).toMatchObject({ pairs: expect.any(Number), ranAt: expect.any(String) });
});

describe("the workbook", () => {
  const open = async (query: string) => {
    const answer = await api.request(`/api/conflicts/export${query}`);
    expect(answer.status).toBe(200);
    return { answer, sheets: readWorkbook(new Uint8Array(await answer.arrayBuffer())) };
  };

  test("has the list in its order, in the reader's words, and what it was made of", async () => {
    const { answer, sheets } = await open("");
    expect(decodeURIComponent(answer.headers.get("content-disposition")!)).toContain(`间距冲突清单_${today}.xlsx`);
    const [list, facts] = sheets;
    const [heading, ...rows] = valuesOf(list!);
    const column = (title: string) => rows.map((row) => row[heading!.indexOf(title)]);
    expect(column("危险源编码")).toEqual(["H2", "H4", "H1", "H3"]);
    expect(column("结论")).toEqual(["距离不足", "距离不足", "距离不足", "无法判定"]);
    expect(column("欠缺距离(m)")).toEqual([20, 20, 20, 0.5]);
    expect(column("依据条款")[0]).toBe("园区安全控制线规定 2026 第3条");
    expect(column("说明")[3]).toContain("0.21 m");
    expect(valuesOf(facts!).map(([item]) => item)).toContain("规则版本");
  });

  test("has no cell that a spreadsheet would compute", async () => {
    const { sheets } = await open("?lang=en");
    for (const { rows } of sheets) for (const row of rows) for (const cell of row) expect(cell?.formula ?? "").toBe("");
    expect(valuesOf(sheets[0]!).flat()).toContain('=HYPERLINK("x")');
  });

  test("holds what the filter lets through", async () => {
    const { sheets } = await open("?verdict=cannot-tell&lang=en");
    expect(valuesOf(sheets[0]!)).toHaveLength(2);
  });
});

describe("refused by field", () => {
  const word = { state: "accepted", note: "防火墙", revision: 1, by: "王工" };
  test.each([
    [{ ...word, state: "fixed" }, "state"],
    [{ ...word, state: undefined }, "state"],
    [{ ...word, note: undefined }, "note"],
    [{ ...word, note: " " }, "note"],
    [{ ...word, note: "x".repeat(2001) }, "note"],
    [{ ...word, by: "" }, "by"],
    [{ ...word, revision: 0 }, "revision"],
    [{ ...word, revision: "1" }, "revision"],
    [{ ...word, revision: undefined }, "revision"],
    [{ ...word, owner: 7 }, "owner"],
    [{ ...word, dueOn: "2027-02-30" }, "dueOn"],
    [{ ...word, state: "to-rectify" }, "dueOn"],
    [{ ...word, state: "to-rectify", dueOn: "soon" }, "dueOn"],
    [{ ...word, state: "false", dueOn: "2027-01-01" }, "dueOn"],
    [{ ...word, verdict: "clear" }, "verdict"],
  ])("the word %j", async (body, field) => {
    const { id, revision } = await find("H2");
    expect(await problemOf(await decide(id, body))).toMatchObject({ status: 400, code: "bad-body", fields: [field] });
    expect((await find("H2")).revision).toBe(revision);
  });

  test.each([
    ["verdict=clear", "verdict", "too-near, cannot-tell"],
    ["state=gone", "state", "open"],
    ["since=2026-02-30", "since", `YYYY-MM-DD, up to ${today}`],
    ["asOf=9999-01-01", "asOf", `YYYY-MM-DD, up to ${today}`],
    ["change=new", "change", "since"],
    ["since=2026-03-01&asOf=2026-02-01", "since", "up to 2026-02-01"],
    ["limit=0", "limit", ""],
    ["limit=1001", "limit", ""],
    ["limit=x", "limit", ""],
    ["cursor=x", "cursor", ""],
    ["cursor=%00", "cursor", ""],
    [`cursor=${btoa(`1e999 ${NOWHERE}`).replaceAll("=", "")}`, "cursor", ""],
  ])("the question %s", async (query, field, allowed) => {
    const problem = await problemOf(await api.request(`/api/conflicts?${query}`));
    expect(problem).toMatchObject({ status: 400, code: "bad-parameter", fields: [field] });
    expect(`${problem.errors[0]!.allowed} ${problem.errors[0]!.message}`).toContain(allowed);
  });

  test("a conflict that there never was", async () => {
    expect(await problemOf(await api.request(`/api/conflicts/${NOWHERE}`))).toMatchObject({ status: 404 });
    expect(await problemOf(await decide(NOWHERE, word))).toMatchObject({ status: 404 });
    expect(await problemOf(await api.request("/api/conflicts/x"))).toMatchObject({ status: 400, fields: ["id"] });
  });
});
