import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FeatureRecord } from "#data/layers/feature.ts";
import { localDayOf } from "#data/snapshot/freshness.ts";
import { allowedAfter, SPOT_STATES, type SpotState, WORD_KINDS } from "../../../server/black-spots/life-cycle.ts";
import type { BlackSpotFile, BlackSpotList } from "../../../server/black-spots/register.ts";
import { findEventRange, findEvents } from "../../../server/db/events.ts";
import { writeFeatures } from "../../../server/db/feature-writes.ts";
import { findFeature, findHistory } from "../../../server/db/features.ts";
import { problemOf, startApi, type TestApi } from "../../support/api.ts";
import { finding, LIFE, ledgerSpot, sayAll, spotOf } from "../../support/black-spots.ts";

let api: TestApi;
let serial = 0;
const today = localDayOf(new Date());
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const db = () => api.database.record.db;
/** Each test has a place of its own. */
const place = () => {
  const fromM = 1_000 * ++serial;
  return { site: { kind: "segment" as const, route: "G111", fromM, toM: fromM + 450 } };
};
const register = async (over = {}) => spotOf(await api.post("/api/black-spots", finding({ ...place(), ...over })));
const say = (id: string, word: object) => api.post(`/api/black-spots/${id}/events`, { by: "王警官", ...word });
const fileOf = (id: string) => api.get<BlackSpotFile>(`/api/black-spots/${id}`);
const list = (query = "") => api.get<BlackSpotList>(`/api/black-spots${query}`);
const featureOf = async (id: string): Promise<FeatureRecord> => (await findFeature(db(), "black-spots", id))!;
const deliver = async (...drafts: Parameters<typeof writeFeatures>[2][number][]) => {
  await writeFeatures(db(), "black-spots", drafts, { changedBy: "import" });
  const { entries } = await list();
  return drafts.map(({ code }) => entries.find((entry) => entry.code === code)!);
};

describe("a life from finding to evaluation", () => {
  let file: BlackSpotFile;
  beforeAll(async () => {
    const { entry } = await register();
    file = await sayAll(api, entry.id, LIFE);
  });

  test("the register keeps every word in its order, with who, day, paper, next date and state", () => {
    expect(file.events.map(({ kind, on, state }) => [kind, on, state])).toEqual([
      ["registered", "2026-04-10", "candidate"],
      ["confirmed", "2026-04-12", "confirmed"],
      ["listed", "2026-04-20", "listed"],
      ["treating", "2026-05-10", "treating"],
      ["extended", "2026-08-01", "treating"],
      ["treated", "2026-10-15", "treating"],
      ["closed", "2026-10-20", "closed"],
      ["evaluated", "2026-11-01", "evaluated"],
    ]);
    expect(file.events.every(({ id, by, at }) => id !== null && by === "王警官" && at !== null)).toBe(true);
    expect(file.events[1]).toMatchObject({ nextOn: "2026-05-01" });
    expect(file.events[2]).toMatchObject({ level: "city", dueOn: "2026-09-30", supervisor: "开发区住建局" });
    expect(file.events[3]!.measures).toEqual(["增设中央隔离护栏", "完善路口标志标线"]);
    expect(file.events[7]).toMatchObject({ result: { summary: { change: -0.42 } }, note: "事故下降42%" });
    expect(file.basis).toEqual(finding().basis);
  });

  test("the layer says the same, and its history has each state with who ended it", async () => {
    const { attributes, code, name } = await featureOf(file.entry.id);
    expect(code).toMatch(new RegExp(`^BS${today.slice(0, 4)}-\\d{4}$`));
    expect(name).toBe("G111 K812+000 – K812+450");
    expect(attributes).toMatchObject({
      state: "evaluated",
      level: "city",
      documentNumber: "通公交〔2026〕12号",
      listedOn: "2026-04-20",
      dueOn: "2026-10-31",
      treatment: "增设中央隔离护栏；完善路口标志标线",
      treatedOn: "2026-10-15",
      closedOn: "2026-10-20",
      evaluatedOn: "2026-11-01",
      accidents: 11,
      deaths: 4,
      injuries: 9,
      periodFrom: "2023-04-01",
      periodTo: "2026-03-31",
    });
    expect(attributes).not.toHaveProperty("nextOn");
    const states = (await findHistory(db(), "black-spots", file.entry.id)).map(({ attributes }) => attributes.state);
    expect(states.reverse()).toEqual([
      "candidate",
      "confirmed",
      "listed",
      "treating",
      "treating",
      "treating",
      "closed",
      "evaluated",
    ]);
  });

  test("what is said again of it starts from where it is: reopened, it has no deadline of before", async () => {
    const { entry } = await sayAll(api, file.entry.id, [{ kind: "reopened", on: today, note: "又发生2起死亡事故" }]);
    expect(entry).toMatchObject({ state: "confirmed", level: null, dueOn: null, closedOn: null, treatedOn: null });
    expect(entry.site).toEqual(file.entry.site);
  });
});

test("whoever follows hears which spot has changed, and nobody's name", async () => {
  const { latest } = await findEventRange(db());
  const { entry } = await register();
  await sayAll(api, entry.id, [LIFE[0]]);
  const told = (await findEvents(db(), latest, 10)).filter(({ type }) => type === "black-spots");
  expect(told.map(({ payload }) => payload)).toEqual([
    { id: entry.id, kind: "registered" },
    { id: entry.id, kind: "confirmed" },
  ]);
  expect(api.log.join("")).not.toContain("王警官");
});

describe("what does not follow a state", () => {
  const bodies: Record<string, object> = {
    ...Object.fromEntries(LIFE.map((word) => [word.kind, word])),
    rejected: { kind: "rejected", on: today, note: "里程桩号有误" },
    reopened: { kind: "reopened", on: today, note: "复查" },
    note: { kind: "note", on: today, note: "现场踏勘" },
  };

  test.each(SPOT_STATES)("of %s is refused with what does, and nothing is kept", async (state: SpotState) => {
    const [entry] = await deliver(
      ledgerSpot(`F-${state}`, { state, fromStakeM: ++serial * 1_000, toStakeM: serial * 1_000 + 9 }),
    );
    expect(entry!.allowed).toEqual(allowedAfter(state));
    const refused = WORD_KINDS.filter((kind) => !allowedAfter(state).includes(kind));
    expect(refused.length).toBeGreaterThan(3);
    for (const kind of refused) {
      const problem = await problemOf(await say(entry!.id, { ...bodies[kind], revision: entry!.revision }));
      expect(problem, kind).toMatchObject({ status: 409, code: "conflict", fields: ["kind"] });
      expect(problem.errors[0]!.allowed).toBe(allowedAfter(state).join(", "));
    }
    expect((await fileOf(entry!.id)).entry).toEqual(entry);
  });
});

describe("at the same time", () => {
  test("of several who speak of what they have read, one is heard and the others are told to read again", async () => {
    const { entry } = await register();
    const answers = await Promise.all(
      ["甲", "乙", "丙"].map((by) => say(entry.id, { ...LIFE[0], by, revision: entry.revision })),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([201, 409, 409]);
    const problem = await problemOf(answers.find(({ status }) => status === 409)!);
    expect(problem.errors).toEqual([
      { field: "revision", message: "is not that of the present state", allowed: String(entry.revision! + 2) },
    ]);
    expect((await fileOf(entry.id)).events.map(({ kind }) => kind)).toEqual(["registered", "confirmed"]);
  });

  test("one place is registered once, and numbers have no gap and no double", async () => {
    const same = finding(place());
    const answers = await Promise.all([
      ...Array.from({ length: 3 }, () => api.post("/api/black-spots", same)),
      ...Array.from({ length: 4 }, () => api.post("/api/black-spots", finding(place()))),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 201, 201, 409, 409]);
    const codes = (await list()).entries.map(({ code }) => code).filter((code) => code.startsWith("BS"));
    const numbers = codes.map((code) => Number(code.slice(-4))).sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, i) => i + 1));
  });

  test("a change of the feature by hand makes the entry another one", async () => {
    const { entry } = await register();
    const { revision } = await featureOf(entry.id);
    const edit = { revision, by: "李工", properties: { supervisor: "公路段" } };
    const changed = await api.request(`/api/layers/black-spots/features/${entry.id}`, {
      method: "PATCH",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(edit),
    });
    expect(changed.status).toBe(200);
    const problem = await problemOf(await say(entry.id, { ...LIFE[0], revision: entry.revision }));
    expect(problem).toMatchObject({ status: 409, fields: ["revision"] });
  });
});

test("no word that was said can be changed, by whatever statement", async () => {
  await register();
  const { pool } = api.database.record;
  for (const table of ["black_spot_events", "black_spot_photographs"])
    for (const statement of [`update ${table} set by = 'x'`, `delete from ${table}`, `truncate ${table}`])
      await expect(pool.query(statement), statement).rejects.toThrow(`${table} is only added to`);
});

describe("a spot that came with a ledger", () => {
  const CLOSED = {
    state: "closed",
    level: "county",
    listedOn: "2025-03-01",
    dueOn: "2025-12-31",
    documentNumber: "通公交〔2025〕3号",
    treatedOn: "2025-10-20",
    closedOn: "2025-11-05",
  };

  test("has the days that the ledger states, and a line that says where they are from", async () => {
    const [entry] = await deliver(ledgerSpot("L-1", CLOSED));
    const { events, basis } = await fileOf(entry!.id);
    expect(basis).toBeNull();
    expect(events.map(({ kind, on, by, id, at }) => [kind, on, by, id, at])).toEqual([
      ["listed", "2025-03-01", "交警大队台账", null, null],
      ["treated", "2025-10-20", "交警大队台账", null, null],
      ["closed", "2025-11-05", "交警大队台账", null, null],
      ["taken-over", "2026-03-31", "交警大队台账", null, null],
    ]);
    expect(entry!.site).toEqual({ kind: "segment", route: "S304", fromM: 1_000, toM: 1_400 });
  });

  test("keeps what the ledger said with the first word on it", async () => {
    const [entry] = await deliver(ledgerSpot("L-2", CLOSED));
    const before = (await fileOf(entry!.id)).events;
    const { events } = await sayAll(api, entry!.id, [
      { kind: "reopened", on: "2026-05-01", note: "改造后仍发生3起伤人事故" },
    ]);
    expect(events.slice(0, 3)).toEqual(before.slice(0, 3));
    expect(events.map(({ kind }) => kind)).toEqual(["listed", "treated", "closed", "taken-over", "reopened"]);
    expect(events[3]!.id).not.toBeNull();
  });

  test("that a later delivery says otherwise stands in it as a line of its own", async () => {
    const [entry] = await deliver(ledgerSpot("L-3", { state: "confirmed" }));
    await sayAll(api, entry!.id, [{ kind: "rejected", on: "2026-05-01", note: "重复登记" }]);
    await deliver(ledgerSpot("L-3", { state: "treating" }));
    const kinds = async () => (await fileOf(entry!.id)).events.map(({ kind, state }) => [kind, state]);
    expect(await kinds()).toEqual([
      ["taken-over", "confirmed"],
      ["rejected", "rejected"],
      ["ledger-changed", "treating"],
    ]);
    await sayAll(api, entry!.id, [{ kind: "note", on: today, note: "台账与登记不一致，已核实" }]);
    expect((await kinds()).slice(0, 3)).toEqual([
      ["taken-over", "confirmed"],
      ["rejected", "rejected"],
      ["ledger-changed", "treating"],
    ]);
  });
});
