import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findFeatures } from "../../../server/db/features.ts";
import type { StagedRowView } from "../../../server/intake/draft.ts";
import { MOST_FILE_BYTES } from "../../../server/intake/formats/limits.ts";
import type { ImportReport } from "../../../server/intake/import-report.ts";
import type { DraftView, ImportView } from "../../../server/services.ts";
import { problemOf, startApi, type TestApi } from "../../support/api.ts";
import { SECRET } from "../../support/drafts.ts";
import { changeSettings, postJson, sendFile, settledDraft, upload } from "../../support/upload.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  for (const table of ["features", "feature_versions", "imports", "import_rows", "import_drafts", "import_mappings"])
    await api.database.record.pool.query(`delete from ${table}`);
});

const HEADER = "编号,名称,经度,纬度,鉴定等级,人数,产权人";
const ROWS = ["A1,甲院,122.26,43.62,D级,3,", "A2,乙院,122.27,43.62,C级,4,", "A3,丙院,122.28,43.62,A级,,"];
const bytesOf = (lines: readonly string[]) => new TextEncoder().encode(`${lines.join("\n")}\n`);
/** Confirmed: an empty map can say nothing about a datum. */
const SETTINGS = { layer: "houses", datum: "wgs84", datumConfirmed: true };

const deliver = (lines: readonly string[] = [HEADER, ...ROWS], settings: object = {}, fileName = "房屋.csv") =>
  upload(api.request, { fileName, bytes: bytesOf(lines), settings: { ...SETTINGS, ...settings } });
const rowsOf = async (id: string, query = "") =>
  (await api.get<{ rows: StagedRowView[] }>(`/api/imports/${id}/rows${query}`)).rows;
const commit = (id: string, by = "王工") => postJson<ImportReport>(api.request, `/api/imports/${id}/commit`, { by });
const send = (method: string, path: string, body?: unknown) =>
  api.request(path, {
    method,
    ...(body !== undefined && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
const stored = async () => (await findFeatures(api.database.record.db, { layer: "houses", limit: 100 })).features;
const decide = (id: string, decisions: object[]) =>
  postJson<{ rows: number; draft: DraftView }>(api.request, `/api/imports/${id}/decisions`, { decisions });

describe("a file that comes in", () => {
  test("is judged, looked at, written, and taken back: nothing of it is left", async () => {
    const draft = await deliver();
    expect(draft).toMatchObject({ state: "ready", problem: null, facts: { format: "csv", before: null } });
    expect(draft.preview).toMatchObject({
      rows: 3,
      counts: { new: 3, changed: 0, unchanged: 0, refused: 0, suspicious: 0, leftOut: 0 },
      mapping: { code: ["编号"], lon: ["经度"], grade: ["鉴定等级"], owner: ["产权人"] },
    });
    expect(await stored()).toEqual([]);

    const report = await commit(draft.id);
    expect(report).toMatchObject({ added: 3, changed: 0, importId: draft.id, sha256: draft.facts!.sha256 });
    expect(await stored()).toMatchObject([
      { code: "A1", name: "甲院", attributes: { grade: "D", people: 3 }, source: "房屋.csv", changedBy: "王工" },
      { code: "A2" },
      { code: "A3" },
    ]);
    const { drafts, imports } = await api.get<{ drafts: DraftView[]; imports: ImportView[] }>("/api/imports");
    expect(drafts).toEqual([]);
    expect(imports).toMatchObject([
      { id: draft.id, fileName: "房屋.csv", added: 3, createdBy: "王工", undoneAt: null },
    ]);

    const undone = await (await send("DELETE", `/api/imports/${draft.id}?by=李工`)).json();
    expect(undone).toMatchObject({ undone: { removed: 3, restored: 0, kept: [] } });
    expect(await stored()).toEqual([]);
    expect(await problemOf(await send("DELETE", `/api/imports/${draft.id}?by=李工`))).toMatchObject({ status: 409 });
  });

  test("changes what it says and nothing else, old and new shown; an empty cell empties, a missing column does not", async () => {
    await commit((await deliver()).id);
    const draft = await deliver(["编号,经度,纬度,人数,鉴定等级", "A1,122.26,43.62,,B级", "A2,122.27,43.62,4,C级"]);
    expect(draft.preview!.counts).toMatchObject({ new: 0, changed: 1, unchanged: 1 });
    const [row] = await rowsOf(draft.id, "?kind=changed");
    expect(row).toMatchObject({ row: 2, code: "A1", before: { attributes: { people: 3, grade: "D" } } });
    expect(row!.changes.toSorted()).toEqual(["grade", "people"]);
    await commit(draft.id);
    expect((await stored())[0]).toMatchObject({ code: "A1", name: "甲院", attributes: { grade: "B" } });
    expect((await stored())[0]!.attributes).not.toHaveProperty("people");
  });

  test("need not say where things are that are there already", async () => {
    await commit((await deliver()).id);
    const draft = await deliver(["编号,人数", "A1,9", "A9,9"]);
    expect(draft.preview!.counts).toMatchObject({ changed: 1, refused: 1 });
    const [refused] = await rowsOf(draft.id, "?kind=refused");
    expect(refused!.remarks).toMatchObject([{ row: 3, code: "A9", reason: "needed-for-new", severity: "refusal" }]);
    await commit(draft.id);
    expect((await stored())[0]).toMatchObject({ attributes: { people: 9, grade: "D" } });
  });

  test("that came in before changes nothing, says so, and leaves no second import", async () => {
    const first = await deliver();
    await commit(first.id);
    const again = await deliver();
    expect(again.facts!.before).toMatchObject({ importId: first.id, by: "王工", layer: "houses" });
    expect(again.preview!.counts).toMatchObject({ new: 0, changed: 0, unchanged: 3 });
    expect(await commit(again.id)).toMatchObject({ importId: null, unchanged: 3, revision: null });
    expect((await api.get<{ imports: ImportView[] }>("/api/imports")).imports).toHaveLength(1);
    // Under another name it is the same delivery still.
    expect((await deliver(undefined, {}, "copy of 房屋.csv")).preview!.counts.unchanged).toBe(3);
  });

  test("keeps what it delivered beside what it means", async () => {
    const gcj02 = await deliver([HEADER, "G1,甲院,122.26646,43.62166,D级,3,"], { datum: "gcj02" });
    await commit(gcj02.id);
    const { rows } = await api.database.record.pool.query(
      "select source_datum, length(source_geometry) as bytes from features where code = 'G1'",
    );
    expect(rows).toEqual([{ source_datum: "gcj02", bytes: 21 }]);
  });

  test("is read as a person says, and remembered under a name for the next with the same columns", async () => {
    const lines = ["ref,wo,E,N,stufe", "A1,甲院,122.26,43.62,D"];
    const failed = await deliver(lines);
    expect(failed).toMatchObject({ state: "failed", problem: { code: "mapping" } });
    const mapping = { code: "ref", name: "wo", lon: "E", lat: "N", grade: "stufe" };
    const draft = await changeSettings(api.request, failed.id, { mapping });
    expect(draft).toMatchObject({ state: "ready", preview: { counts: { new: 1 } } });
    const saved = { columns: draft.facts!.tables[0]!.columns, settings: { mapping, source: "住建局" }, by: "王工" };
    expect((await send("PUT", "/api/import-mappings/houses/住建局月报", saved)).status).toBe(200);

    const next = await deliver(lines);
    expect(next).toMatchObject({
      state: "ready",
      settings: { mapping, source: "住建局", savedMapping: "住建局月报" },
      preview: { counts: { new: 1 } },
    });
    expect((await send("DELETE", "/api/import-mappings/houses/住建局月报")).status).toBe(200);
    expect((await send("DELETE", "/api/import-mappings/houses/住建局月报")).status).toBe(404);
    expect((await deliver(lines)).state).toBe("failed");
  });
});

describe("rows that something is the matter with", () => {
  const FAULTY = [
    HEADER,
    "B1,甲院,43.62,122.26,D级,3,",
    "B2,乙院,122.27,43.62,E级,4,",
    "B2,又是乙院,122.27,43.62,C级,4,",
    "B4,丁院,0,0,C级,4,",
    "B5,戊院,122.29,43.62,C级,4,",
  ];

  test("are named by line, column, value, reason and fix; a fix is taken row by row or for all alike", async () => {
    const draft = await deliver(FAULTY);
    const refused = await rowsOf(draft.id, "?kind=refused");
    expect(
      refused.map(({ row, remarks }) => [row, remarks.find(({ severity }) => severity === "refusal")!.reason]),
    ).toEqual([
      [2, "lon-lat-swapped"],
      [4, "duplicate-code"],
      [5, "position-sentinel"],
    ]);
    const [swapped] = refused;
    expect(swapped!.remarks[0]!.fix).toEqual({ kind: "swap-lon-lat", edits: { 经度: "122.26", 纬度: "43.62" } });
    const groups = draft.preview!.groups.map(({ reason, rows }) => [reason, rows]);
    expect(groups).toContainEqual(["lon-lat-swapped", 1]);

    const byRow = await changeSettings(api.request, draft.id, {
      edits: Object.entries(swapped!.remarks[0]!.fix!.edits).map(([column, value]) => ({ row: 2, column, value })),
    });
    expect(byRow.preview!.counts).toMatchObject({ refused: 2 });
    const forAll = await changeSettings(api.request, draft.id, { edits: [], acceptedFixes: ["swap-lon-lat"] });
    expect(forAll.preview!.counts).toMatchObject({ refused: 2 });
    expect((await rowsOf(draft.id, "?after=1&limit=1"))[0]).toMatchObject({
      row: 2,
      after: { geometry: { coordinates: [122.26, 43.62] } },
    });
  });

  test("a value that cannot be read leaves what is there as it is", async () => {
    await commit((await deliver()).id);
    const draft = await deliver(["编号,经度,纬度,鉴定等级,人数", "A1,122.26,43.62,Z级,7"]);
    await commit(draft.id);
    expect((await stored())[0]).toMatchObject({ attributes: { grade: "D", people: 7 } });
  });

  test("codes that a spreadsheet rounded to one number keep all their rows out", async () => {
    const draft = await deliver([HEADER, ...[1, 2, 3].map((n) => `1.50502E+17,院${n},122.2${n},43.62,C级,1,`)]);
    expect(draft.preview!.counts).toMatchObject({ new: 0, refused: 3 });
    const [first] = await rowsOf(draft.id, "?kind=refused&limit=1");
    expect(first!.remarks.map(({ reason }) => reason)).toContain("code-shared");
  });

  test("rows without a code wait for a word where they may be something that is there, and keep its code", async () => {
    await commit((await deliver()).id);
    const draft = await deliver([
      "名称,经度,纬度,人数",
      "甲院,122.26,43.62,5",
      "乙院,122.29,43.62,6",
      "新院,122.30,43.65,7",
    ]);
    expect(draft.preview!.counts).toMatchObject({ changed: 1, suspicious: 1, new: 1 });
    const [doubtful] = await rowsOf(draft.id, "?kind=suspicious");
    expect(doubtful).toMatchObject({ row: 3, candidates: [{ code: "A2", name: "乙院" }] });
    const foreign = { row: 3, decision: "accept", match: "A3" };
    expect(
      await problemOf(await send("POST", `/api/imports/${draft.id}/decisions`, { decisions: [foreign] })),
    ).toMatchObject({ status: 422, fields: ["match"] });
    const { draft: decided } = await decide(draft.id, [{ row: 3, decision: "accept", match: "A2" }]);
    expect(decided.preview!.counts).toMatchObject({ changed: 2, suspicious: 0, new: 1 });
    await commit(draft.id);
    expect((await stored()).filter(({ code }) => /^A[12]$/.test(code)).map((each) => each.attributes.people)).toEqual([
      5, 6,
    ]);
  });

  test("two rows cannot be decided to be one feature", async () => {
    await commit((await deliver()).id);
    const draft = await deliver(["名称,经度,纬度,人数", "乙院,122.29,43.62,6", "乙院,122.295,43.62,7"]);
    await decide(draft.id, [
      { row: 2, decision: "accept", match: "A2" },
      { row: 3, decision: "accept", match: "A2" },
    ]);
    const problem = await problemOf(await send("POST", `/api/imports/${draft.id}/commit`, { by: "王工" }));
    expect(problem).toMatchObject({ status: 422, fields: ["decisions"] });
    expect(problem.detail).toContain("rows 2, 3");
  });

  test("a word for all rows alike is a word for each, and can be taken back", async () => {
    const lines = [
      HEADER,
      ...[1, 2].map((n) => `C${n},院${n},121.0${n},43.62,C级,1,`),
      ...ROWS,
      ...ROWS.map((row) => `${row.replace("A", "E")}`),
    ];
    await api.database.record.pool.query(
      `insert into settings (key, value, changed_by) values ('zone', '{"center": [122.26, 43.62]}', 'test') on conflict do nothing`,
    );
    const draft = await deliver(lines);
    expect(draft.preview!.counts).toMatchObject({ suspicious: 2, new: 6 });
    const [group] = draft.preview!.groups;
    expect(group).toMatchObject({ reason: "out-of-zone", severity: "suspicion", rows: 2 });
    const word = { reason: group!.reason, column: group!.column };
    expect((await decide(draft.id, [{ ...word, decision: "reject" }])).draft.preview!.counts).toMatchObject({
      leftOut: 2,
    });
    expect((await decide(draft.id, [{ ...word, decision: "accept" }])).draft.preview!.counts).toMatchObject({ new: 8 });
    expect((await decide(draft.id, [{ ...word, decision: null }])).draft.preview!.counts).toMatchObject({
      suspicious: 2,
    });
  });
});

describe("all or nothing", () => {
  test("a write that breaks off leaves the record and the draft as they were", async () => {
    const draft = await deliver();
    const { pool } = api.database.record;
    await pool.query(`create function refuse_a3() returns trigger language plpgsql as $$
      begin if new.code = 'A3' then raise exception 'broken off'; end if; return new; end $$`);
    await pool.query("create trigger break_off before insert on features for each row execute function refuse_a3()");
    try {
      expect((await send("POST", `/api/imports/${draft.id}/commit`, { by: "王工" })).status).toBe(500);
    } finally {
      await pool.query("drop trigger break_off on features");
      await pool.query("drop function refuse_a3");
    }
    expect(await stored()).toEqual([]);
    expect(await commit(draft.id)).toMatchObject({ added: 3 });
  });

  test("a layer that changed since the preview asks for another look", async () => {
    const draft = await deliver();
    await commit((await deliver([HEADER, "A1,别处来的,122.26,43.62,D级,3,"], {}, "other.csv")).id);
    const problem = await problemOf(await send("POST", `/api/imports/${draft.id}/commit`, { by: "王工" }));
    expect(problem).toMatchObject({ status: 409, code: "conflict" });
    expect(problem.detail).toContain("new 3 → 2");
    await changeSettings(api.request, draft.id, {});
    expect(await commit(draft.id)).toMatchObject({ added: 2, changed: 1 });
  });

  test("an undo leaves what somebody has changed since, and names it before and after", async () => {
    const draft = await deliver();
    await commit(draft.id);
    await commit((await deliver(["编号,人数", "A2,77"], {}, "later.csv")).id);
    const { import: entry } = await api.get<{ import: ImportView & { touchedSince: string[] } }>(
      `/api/imports/${draft.id}`,
    );
    expect(entry.touchedSince).toEqual(["A2"]);
    expect(await (await send("DELETE", `/api/imports/${draft.id}?by=李工`)).json()).toMatchObject({
      undone: { removed: 2, kept: ["A2"] },
    });
    expect(await stored()).toMatchObject([{ code: "A2", attributes: { people: 77 } }]);
  });

  test("an undo restores what the import had changed", async () => {
    await commit((await deliver()).id);
    const before = await stored();
    const draft = await deliver([HEADER, "A1,改名,122.3,43.7,A级,1,"], {}, "later.csv");
    await commit(draft.id);
    await send("DELETE", `/api/imports/${draft.id}?by=李工`);
    const same = ({ revision: _, validFrom: __, changedBy: ___, ...content }: (typeof before)[number]) => content;
    expect((await stored()).map(same)).toEqual(before.map(same));
  });

  test("two commits of one draft write it once", async () => {
    const draft = await deliver();
    const answers = await Promise.all(
      [1, 2].map(() => send("POST", `/api/imports/${draft.id}/commit`, { by: "王工" })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, expect.any(Number)]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await stored()).toHaveLength(3);
  });
});

describe("the datum", () => {
  test("is asked for where nobody has said it and nothing on the map tells", async () => {
    const draft = await deliver(undefined, { datum: null, datumConfirmed: false });
    expect(draft.preview!.datum).toMatchObject({
      id: "wgs84",
      from: "assumed",
      ask: true,
      evidence: { verdict: "cannot-tell" },
    });
    const problem = await problemOf(await send("POST", `/api/imports/${draft.id}/commit`, { by: "王工" }));
    expect(problem).toMatchObject({ status: 409, fields: ["settings.datum"] });
    await changeSettings(api.request, draft.id, { datum: "cgcs2000", datumConfirmed: true });
    expect(await commit(draft.id)).toMatchObject({ added: 3, datum: "cgcs2000" });
  });

  test("that does not exist fails with those that there are", async () => {
    const draft = await deliver(undefined, { datum: "EPSG:9" });
    expect(draft).toMatchObject({ state: "failed", problem: { code: "unknown-datum" } });
    expect(draft.problem!.detail).toContain("gcj02");
  });
});

describe("bytes", () => {
  const announce = (over: object = {}) =>
    send("POST", "/api/imports", { fileName: "a.csv", bytes: 10, by: "王工", settings: SETTINGS, ...over });
  const put = (
    id: string,
    offset: number | string,
    text: string,
    headers = { "content-type": "application/octet-stream" },
  ) => api.request(`/api/imports/${id}/file?offset=${offset}`, { method: "PUT", headers, body: text });

  test("are taken in their order, and no more than were announced", async () => {
    const { id } = (await (await announce()).json()) as DraftView;
    expect(await problemOf(await put(id, 3, "abc"))).toMatchObject({
      status: 409,
      fields: ["offset"],
      errors: [{ allowed: "0" }],
    });
    expect(await (await put(id, 0, "编")).json()).toMatchObject({ state: "receiving", received: 3 });
    expect(await problemOf(await put(id, 0, "编"))).toMatchObject({ status: 409, errors: [{ allowed: "3" }] });
    expect(await problemOf(await put(id, 3, "x".repeat(8)))).toMatchObject({ status: 409 });
    expect(await problemOf(await put(id, "many", "x"))).toMatchObject({ status: 400, fields: ["offset"] });
  });

  test("of a file beyond the limit are refused before any arrives", async () => {
    const problem = await problemOf(await announce({ bytes: 2 * 1024 ** 3 }));
    expect(problem).toMatchObject({ status: 413, fields: ["bytes"], errors: [{ allowed: `0 to ${MOST_FILE_BYTES}` }] });
  });

  test.each([
    ["fileName", { fileName: "" }],
    ["by", { by: " " }],
    ["by", { by: "x".repeat(61) }],
    ["bytes", { bytes: -1 }],
    ["settings.layer", { settings: { layer: "nowhere" } }],
    ["settings.dateOrder", { settings: { ...SETTINGS, dateOrder: "random" } }],
    ["settings.observedOn", { settings: { ...SETTINGS, observedOn: "2025-02-30" } }],
    ["settings.acceptedFixes[0]", { settings: { ...SETTINGS, acceptedFixes: ["magic"] } }],
    ["settings.headerRow", { settings: { ...SETTINGS, headerRow: 0 } }],
  ])("announced with a wrong %s are refused, naming it", async (field, over) => {
    expect(await problemOf(await announce(over))).toMatchObject({ status: 400, code: "bad-body", fields: [field] });
  });

  test("that are missing keep a draft from everything else", async () => {
    const { id } = (await (await announce()).json()) as DraftView;
    expect(await problemOf(await send("PATCH", `/api/imports/${id}`, { settings: { merge: true } }))).toMatchObject({
      status: 409,
    });
    expect(await problemOf(await send("POST", `/api/imports/${id}/commit`, { by: "王工" }))).toMatchObject({
      status: 409,
    });
    expect(await (await send("DELETE", `/api/imports/${id}?by=王工`)).json()).toEqual({ undone: null });
    expect(await problemOf(await send("GET", `/api/imports/${id}`))).toMatchObject({ status: 404 });
  });

  test("of an empty file fail with a sentence", async () => {
    const draft = await deliver([], {}, "empty.csv");
    expect(draft.state).toBe("failed");
    expect(draft.problem!.detail).not.toBe("");
  });
});

test("a judging that is cancelled writes nothing and can begin anew", async () => {
  const many = Array.from({ length: 60_000 }, (_, i) => `A${i},院${i},122.26,43.62,D级,3,`);
  const id = await sendFile(api.request, {
    fileName: "many.csv",
    bytes: bytesOf([HEADER, ...many]),
    settings: SETTINGS,
  });
  expect(await (await send("POST", `/api/imports/${id}/cancel`)).json()).toMatchObject({ state: "cancelled" });
  expect(await problemOf(await send("POST", `/api/imports/${id}/commit`, { by: "王工" }))).toMatchObject({
    status: 409,
  });
  expect((await settledDraft(api.request, id)).state).toBe("cancelled");
  const anew = await changeSettings(api.request, id, {});
  expect(anew).toMatchObject({ state: "ready", preview: { counts: { new: 60_000 } } });
  expect(await stored()).toEqual([]);
});

describe("a server that ends", () => {
  const another = () => startApi({ shared: api.database, dataDir: api.dataDir });

  test("while it judges takes the file up again at the next start", async () => {
    const draft = await deliver();
    await api.database.record.pool.query("update import_drafts set state = 'judging', preview = null, facts = null");
    await api.database.record.pool.query("delete from import_rows");
    const next = await another();
    try {
      expect(await settledDraft(next.request, draft.id)).toMatchObject({
        state: "ready",
        preview: { counts: { new: 3 } },
      });
    } finally {
      await next.close();
    }
  });

  test("after a crash of its database reads again what that forgot, and clears away what nobody holds", async () => {
    const draft = await deliver();
    const { pool } = api.database.record;
    await pool.query("update import_rows set draft_id = '01800000-0000-7000-8000-000000000000'");
    const next = await another();
    try {
      expect((await settledDraft(next.request, draft.id)).state).toBe("ready");
      expect((await pool.query("select distinct draft_id from import_rows")).rows).toEqual([{ draft_id: draft.id }]);
    } finally {
      await next.close();
    }
  });
});

test("personal values are in no answer and no log: only that they change", async () => {
  await commit((await deliver([HEADER, `A1,甲院,122.26,43.62,D级,3,${SECRET}0`])).id);
  const draft = await deliver([HEADER, `A1,甲院,122.26,43.62,D级,3,${SECRET}1`], {}, "later.csv");
  const rows = await rowsOf(draft.id);
  expect(rows[0]!.changes).toEqual(["source", "owner"]);
  expect(JSON.stringify([draft, rows, await commit(draft.id), await api.get("/api/imports")])).not.toContain(SECRET);
  expect(api.log.join("")).not.toContain(SECRET);
});
