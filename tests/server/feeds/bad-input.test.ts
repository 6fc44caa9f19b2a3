import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Quarantined } from "../../../server/feeds/quarantined.ts";
import { MAX_FEED_BYTES } from "../../../server/http/feed-gate.ts";
import { problemOf, startApi, type TestApi } from "../../support/api.ts";
import {
  accident,
  ago,
  announcement,
  makeSource,
  reading,
  shift,
  type TestSource,
  warning,
} from "../../support/feeds.ts";

let api: TestApi;
let source: TestSource;

beforeAll(async () => {
  api = await startApi();
  source = await makeSource(api, "sensors");
  await source.send(announcement("G"));
});
afterAll(() => api.close());

const quarantineOf = ({ id }: TestSource) => api.get<Quarantined[]>(`/api/feeds/${id}/quarantine?limit=500`);
const postAs = (id: string, authorization: string, body: unknown = { messages: [reading("G", 1)] }) =>
  api.post(`/api/feeds/${id}`, body, authorization ? { authorization } : {});

describe("a token", () => {
  test("that is wrong, missing or of another source is 401, and a source that does not exist answers the same", async () => {
    const other = await makeSource(api, "sensors");
    const wrong = [
      "",
      "Bearer",
      "Bearer x",
      `Bearer ${other.token}`,
      `Basic ${source.token}`,
      `bearer ${source.token}x`,
    ];
    for (const authorization of wrong)
      for (const id of [source.id, "no-such-source"]) {
        const problem = await problemOf(await postAs(id, authorization));
        expect(problem, `${authorization} ${id}`).toMatchObject({ status: 401, code: "unauthorized" });
        expect(problem.detail).toBe("send Authorization: Bearer with the token of this source");
      }
    expect(await problemOf(await postAs("no-such-source", `Bearer ${source.token}`))).toMatchObject({ status: 401 });
    expect(await problemOf(await postAs("%00", `Bearer ${source.token}`))).toMatchObject({ status: 401 });
  });

  test("that was revoked is 403, whatever was under way, and one that was renewed is 401", async () => {
    const revoked = await makeSource(api, "sensors");
    const end = { method: "DELETE", body: JSON.stringify({ by: "王工", reason: "换设备" }) };
    const headers = { "content-type": "application/json" };
    expect((await api.request(`/api/feed-sources/${revoked.id}`, { ...end, headers })).status).toBe(200);
    expect(await problemOf(await revoked.post({ messages: [1] }))).toMatchObject({ status: 403, code: "forbidden" });
    expect(await problemOf(await api.request(`/api/feed-sources/${revoked.id}`, { ...end, headers }))).toMatchObject({
      status: 409,
    });
    const renewed = await makeSource(api, "sensors");
    const answer = await api.post(`/api/feed-sources/${renewed.id}/token`, { by: "王工" });
    const { token } = (await answer.json()) as { token: string };
    expect((await renewed.post({ messages: [1] })).status).toBe(401);
    expect((await postAs(renewed.id, `Bearer ${token}`)).status).toBe(200);
  });

  test("stands in no log, no answer but the first, and no table", async () => {
    await source.post({ messages: [reading("G", 1)] });
    expect(api.log.join("")).not.toContain(source.token);
    expect(JSON.stringify(await api.get("/api/feed-sources"))).not.toContain(source.token);
    const { rows } = await api.database.record.pool.query("select s::text from feed_sources s");
    expect(JSON.stringify(rows)).not.toContain(source.token);
  });
});

describe("a body", () => {
  test("that is no JSON, such as one with NaN, is 400 and nothing of it is taken", async () => {
    const text = JSON.stringify({ messages: [reading("G", 1)] }).replace('"value":1', '"value":NaN');
    expect(await problemOf(await source.post(text))).toMatchObject({ status: 400, code: "bad-body" });
  });

  test("of no messages, too many, or with a field of its own is 400 and names the field", async () => {
    for (const [body, field] of [
      [{ messages: [] }, "messages"],
      [{ messages: Array(1_001).fill(1) }, "messages"],
      [{ messages: {} }, "messages"],
      [{ messages: [1], speed: 1 }, "speed"],
      [{}, "messages"],
    ] as const)
      expect(await problemOf(await source.post(body))).toMatchObject({ status: 400, fields: [field] });
  });

  test("for another kind of source is 400", async () => {
    const problem = await problemOf(await source.post({ kind: "weather", messages: [warning()] }));
    expect(problem).toMatchObject({ status: 400, fields: ["kind"] });
    expect(problem.errors[0]!.allowed).toBe("sensors");
  });

  test("of 10 MB is 413, whether it says so beforehand or not, and before its token costs anything", async () => {
    const large = new Uint8Array(10 * MAX_FEED_BYTES).fill(32);
    const headers = { "content-type": "application/json", authorization: `Bearer ${source.token}` };
    const told = { ...headers, "content-length": String(large.length) };
    const path = `/api/feeds/${source.id}`;
    const fresh = await makeSource(api, "sensors");
    const own = { ...told, authorization: `Bearer ${fresh.token}` };
    expect(
      await problemOf(await api.request(`/api/feeds/${fresh.id}`, { method: "POST", body: large, headers: own })),
    ).toMatchObject({ status: 413, code: "body-too-large" });
    const silent = { method: "POST", body: new Blob([large]).stream(), headers, duplex: "half" };
    expect(await problemOf(await api.request(path, silent as RequestInit))).toMatchObject({ status: 413 });
    const stranger = { ...told, authorization: "Bearer x" };
    expect((await api.request(path, { method: "POST", body: large, headers: stranger })).status).toBe(401);
  });
});

describe("a message keeps none of the others back, and is kept aside with its reason and field", () => {
  test.each([
    ["a clock in the future", () => reading("G", 1, { observedAt: ago(-180) }), "future", "observedAt"],
    ["NaN as text", () => reading("G", "NaN"), "malformed", "value"],
    ["null", () => reading("G", null), "malformed", "value"],
    ["an unknown sensor", () => reading("nobody", 1), "unknown-sensor", "sensor"],
    ["another unit", () => reading("G", 1, { unit: "ppm" }), "unit-mismatch", "unit"],
    ["a value its unit cannot have", () => reading("G", -3), "impossible-value", "value"],
    [
      "a negative threshold",
      () => announcement("N", { rule: { thresholds: [{ grade: 1, side: "high", at: -5 }] } }),
      "alarm-rule",
      "rule.thresholds[0].at",
    ],
    [
      "disordered thresholds",
      () =>
        announcement("N", {
          rule: {
            thresholds: [
              { grade: 1, side: "high", at: 20 },
              { grade: 3, side: "high", at: 50 },
            ],
          },
        }),
      "alarm-rule",
      "rule.thresholds[1].at",
    ],
    ["another kind of message", () => warning(), "malformed", "type"],
    ["no object", () => "x", "malformed", null],
  ])("with %s", async (_, make, reason, field) => {
    const results = await source.send(make(), reading("G", 2, { observedAt: ago(0) }));
    expect(results[0]).toMatchObject({ outcome: "quarantined", reason, field, detail: expect.any(String) });
    expect(results[1]!.outcome).not.toBe("quarantined");
    expect((await quarantineOf(source))[0]).toMatchObject({ reason, field });
  });

  test("with 1e999, which JSON takes for infinity", async () => {
    const text = JSON.stringify({ messages: [reading("G", 777)] }).replace("777", "1e999");
    const answer = (await (await source.post(text)).json()) as { results: unknown[] };
    expect(answer.results).toMatchObject([{ reason: "malformed", field: "value" }]);
  });

  test("with an id that was used for something else", async () => {
    const first = reading("G", 1, { observedAt: ago(0) });
    await source.send(first);
    expect(await source.send({ ...first, value: 2 })).toMatchObject([{ reason: "id-reused", field: "id" }]);
    expect(await source.send({ ...first, id: "twice" }, { ...first, id: "twice", value: 3 })).toMatchObject([
      {},
      { reason: "id-reused" },
    ]);
  });

  test("of old news, where it is not a reading", async () => {
    const old = { observedAt: ago(25 * 3_600) };
    const weather = await makeSource(api, "weather");
    expect(await weather.send(warning(old))).toMatchObject([{ reason: "too-old", field: "observedAt" }]);
  });
});

describe("a quarantine", () => {
  test("counts what is the same and keeps the newest 500", async () => {
    const other = await makeSource(api, "sensors", { burst: 10_000 });
    const same = reading("nobody", 1);
    await other.send(same, same);
    await other.send(same);
    expect(await quarantineOf(other)).toMatchObject([{ count: 3, reason: "unknown-sensor", messageId: same.id }]);
    for (let i = 0; i < 2; i++) await other.send(...Array.from({ length: 400 }, () => reading("nobody", 1)));
    const kept = await quarantineOf(other);
    expect(kept).toHaveLength(500);
    expect(kept.some(({ messageId }) => messageId === same.id)).toBe(false);
    const [listed] = (await api.get<{ id: string; quarantined: number }[]>("/api/feed-sources")).filter(
      ({ id }) => id === other.id,
    );
    expect(listed!.quarantined).toBe(803);
  });

  test("keeps a message's first 2 KB, whole characters, also of what a table cannot hold", async () => {
    const other = await makeSource(api, "sensors");
    await other.send({ text: "危".repeat(2_000), nul: "\0", half: "\ud800" });
    const [{ excerpt }] = (await quarantineOf(other)) as [Quarantined];
    expect(Buffer.byteLength(excerpt)).toBeLessThanOrEqual(2_048);
    expect(Buffer.byteLength(excerpt)).toBeGreaterThan(2_044);
    expect(excerpt.replaceAll("危", "")).not.toContain("\ufffd\ufffd");
  });

  test("keeps nothing of a person", async () => {
    const roster = await makeSource(api, "roster");
    const wrong = [
      shift({ to: ago(9_999) }),
      shift({ mobile: "13911112222", id: "13900001234" }),
      shift({ role: "13900001234 值班" }),
      { ...shift(), unit: null, 王某某: 1 },
      "王某某 13900001234",
      ["王某某"],
    ];
    await roster.send(...wrong);
    const kept = JSON.stringify(await quarantineOf(roster));
    expect(kept).not.toMatch(/王某某|1390000|1391111/);
    expect(api.log.join("")).not.toMatch(/王某某|1390000/);
  });

  test("of a source that does not exist is 404", async () => {
    expect((await api.request("/api/feeds/nobody/quarantine")).status).toBe(404);
  });
});

describe("a source that sends too fast", () => {
  test("is 429 with the time to wait, while another goes on", async () => {
    const fast = await makeSource(api, "sensors", { perSecond: 1, burst: 70 });
    await fast.send(announcement("F"));
    let refused: Response | null = null;
    for (let i = 0; i < 20 && !refused; i++) {
      const answer = await fast.post({ messages: Array.from({ length: 10 }, () => reading("F", 1)) });
      if (answer.status === 429) refused = answer;
    }
    expect(Number(refused!.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await problemOf(refused!)).toMatchObject({ status: 429, code: "too-many-requests" });
    expect(await source.send(reading("G", 1, { observedAt: ago(0) }))).toHaveLength(1);
  });

  test("in one body is 413 when it could never be taken", async () => {
    const small = await makeSource(api, "sensors", { perSecond: 10, burst: 5 });
    const problem = await problemOf(await small.post({ messages: Array(6).fill(1) }));
    expect(problem).toMatchObject({ status: 413 });
  });
});

test("an accident that the ledger does not take names the field, and the others are in", async () => {
  const police = await makeSource(api, "accidents");
  const results = await police.send(
    accident({ happenedAt: "2026-02-30T08:10" }),
    accident({ form: "nonsense" }),
    accident({ position: [181, 43] }),
    accident({ happenedAt: "2999-01-01T00:00" }),
    accident(),
  );
  expect(results).toMatchObject([
    { reason: "refused", field: "happenedAt" },
    { reason: "refused", field: "form" },
    { reason: "malformed", field: "position[0]" },
    { reason: "malformed", field: "happenedAt" },
    { outcome: "accepted" },
  ]);
});
