import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ScreenSession } from "../../../server/wall/admittance.ts";
import type { ScreenEntry, TokenEntry } from "../../../server/wall/wall.ts";
import { problemOf, startApi, type TestApi } from "../../support/api.ts";
import { announcement, makeSource, reading, shift } from "../../support/feeds.ts";

const BY = { by: "值班员" };
const REPORT = {
  revision: 1,
  scene: "overview",
  version: "1",
  widthPx: 1920,
  heightPx: 1080,
  medianFrameMs: null,
  worstFrameMs: null,
  heapMb: null,
  contextLosses: 0,
  errors: 0,
};

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const post = (path: string, body: unknown, headers: Record<string, string> = {}) => api.post(path, body, headers);
const remove = (path: string) =>
  api.request(path, { method: "DELETE", body: JSON.stringify(BY), headers: { "content-type": "application/json" } });

let hung = 0;
async function hang(): Promise<ScreenEntry> {
  return (await (await post("/api/screens", { name: `屏幕 ${++hung}`, ...BY })).json()) as ScreenEntry;
}

/** A screen with a token of its own. */
async function entrance(wanted: object = {}) {
  const screen = await hang();
  const made = await post(`/api/screens/${screen.id}/tokens`, { ...wanted, ...BY });
  expect(made.status).toBe(201);
  const { token, entry } = (await made.json()) as { token: string; entry: TokenEntry };
  const revoke = () => remove(`/api/screens/${screen.id}/tokens/${entry.id}`);
  return { screen, token, entry, revoke, cookie: { cookie: `screen-token=${token}` } };
}

const logIn = (token: unknown, headers: Record<string, string> = {}) => post("/api/screen-session", { token }, headers);
const sessionOf = async (answer: Response) => ((await answer.json()) as { session: ScreenSession | null }).session;
const expire = (entry: TokenEntry, seconds: number) =>
  api.database.record.pool.query(
    "update screen_tokens set expires_at = clock_timestamp() + make_interval(secs => $2) where id = $1",
    [entry.id, seconds],
  );
const eventsOf = async (screen: ScreenEntry) => {
  const { rows } = await api.database.record.pool.query(
    "select kind, by, details from screen_events where screen_id = $1 order by id",
    [screen.id],
  );
  return rows as { kind: string; by: string; details: Record<string, unknown> }[];
};

describe("a login", () => {
  test("says who the screen is, and sets a cookie that no script reads and no other site sends", async () => {
    const { screen, token } = await entrance({ scenes: ["overview"] });
    const answer = await logIn(token);
    expect(answer.status).toBe(200);
    const cookie = answer.headers.get("set-cookie")!;
    expect(cookie).toMatch(/^screen-token=[\w-]{43}; /);
    for (const part of ["HttpOnly", "SameSite=Strict", "Path=/"]) expect(cookie.split("; ")).toContain(part);
    expect(cookie).not.toContain("Secure");
    const session = await sessionOf(answer);
    expect(session).toEqual({ screen: { id: screen.id, name: screen.name }, scenes: ["overview"], expiresAt: null });
    const [shown] = cookie.split(";");
    const seen = await api.request("/api/screen-session", { headers: { cookie: shown! } });
    expect(await sessionOf(seen)).toEqual(session);
  });

  test("the cookie lives no longer than the token, and travels over TLS only where the proxy has it", async () => {
    const { token } = await entrance({ expiresAt: new Date(Date.now() + 3_600_000).toISOString() });
    const cookie = (await logIn(token, { "x-forwarded-proto": "https" })).headers.get("set-cookie")!;
    const maxAge = Number(/Max-Age=(\d+)/.exec(cookie)![1]);
    expect(maxAge).toBeGreaterThan(3_500);
    expect(maxAge).toBeLessThanOrEqual(3_600);
    expect(cookie).toContain("Secure");
  });

  test("a token that nobody made is refused, and says nothing more", async () => {
    for (const token of ["x", "A".repeat(43), "令牌", "' or 1=1 --", "a b"]) {
      const answer = await logIn(token);
      expect(answer.headers.get("set-cookie")).toBeNull();
      expect(await problemOf(answer)).toMatchObject({
        status: 401,
        code: "unauthorized",
        errors: [{ field: "token", message: "unknown" }],
      });
    }
  });

  test.each([
    [{}],
    [{ token: 5 }],
    [{ token: "" }],
    [{ token: "x".repeat(201) }],
    [{ token: "x", screen: "y" }],
  ])("the body %j is refused by field", async (body) => {
    expect(await problemOf(await post("/api/screen-session", body))).toMatchObject({ status: 400, code: "bad-body" });
  });

  test("one that was revoked, is out of time, or comes from elsewhere is told so", async () => {
    const { token, revoke } = await entrance();
    await revoke();
    expect((await problemOf(await logIn(token))).errors).toEqual([{ field: "token", message: "revoked" }]);
    const late = await entrance();
    await expire(late.entry, -1);
    expect((await problemOf(await logIn(late.token))).errors).toEqual([{ field: "token", message: "expired" }]);
    const bound = await entrance({ networks: ["10.1.2.0/24", "fd00::/8"] });
    for (const address of ["10.1.3.9", "", "10.1.2.9, 10.1.3.9"])
      expect((await problemOf(await logIn(bound.token, { "x-forwarded-for": address }))).errors).toEqual([
        { field: "token", message: "address" },
      ]);
    expect((await problemOf(await logIn(bound.token))).status).toBe(401);
    for (const address of ["10.1.2.9", "fd12::1", "10.9.9.9, 10.1.2.9:4000"])
      expect((await logIn(bound.token, { "x-forwarded-for": address })).status, address).toBe(200);
  });

  test("is kept in the screen's history, and one that is tried again and again is kept once", async () => {
    const { screen, token, entry, revoke } = await entrance({ networks: ["10.1.2.0/24"] });
    const from = { "x-forwarded-for": "10.1.2.9" };
    for (let i = 0; i < 3; i++) await logIn(token, from);
    for (let i = 0; i < 3; i++) await logIn(token);
    await revoke();
    await logIn(token, from);
    const details = { token: entry.id, address: "10.1.2.9" };
    const said = (await eventsOf(screen)).filter(({ kind }) => kind === "admitted" || kind === "refused");
    expect(said).toEqual([
      { kind: "admitted", by: screen.name, details },
      { kind: "refused", by: screen.name, details: { token: entry.id, address: "127.0.0.1", reason: "address" } },
      { kind: "refused", by: screen.name, details: { ...details, reason: "revoked" } },
    ]);
    expect(JSON.stringify(await eventsOf(screen))).not.toContain(token);
    expect(api.log.join("")).not.toContain(token);
  });

  test("without one nobody is logged in; forgotten, the browser is as before", async () => {
    expect(await sessionOf(await api.request("/api/screen-session"))).toBeNull();
    const { cookie, revoke } = await entrance();
    await revoke();
    const left = await api.request("/api/screen-session", { method: "DELETE", headers: cookie });
    expect(left.status).toBe(204);
    expect(left.headers.get("set-cookie")).toMatch(/^screen-token=; Max-Age=0; Path=\/; HttpOnly; SameSite=Strict$/);
  });
});

describe("a screen", () => {
  test("reads, asks analyses and reports of itself", async () => {
    const { screen, cookie, token } = await entrance();
    const bearer = { authorization: `Bearer ${token}` };
    for (const headers of [cookie, bearer]) {
      expect((await api.request("/api/layers/houses/features", { headers })).status).toBe(200);
      expect((await api.request("/api/screens", { method: "HEAD", headers })).status).toBe(200);
      const asked = await post("/api/analyses/near-pairs", { layer: "houses", distanceM: 50 }, headers);
      expect(asked.status).toBe(200);
      expect((await post(`/api/screens/${screen.id}/report`, REPORT, headers)).status).toBe(204);
    }
  });

  test("does nothing else, and speaks for no other screen", async () => {
    const { screen, cookie } = await entrance();
    const other = await hang();
    const asked = async (method: string, path: string, body: unknown = BY) =>
      problemOf(
        await api.request(path, {
          method,
          body: method === "GET" ? null : JSON.stringify(body),
          headers: { ...cookie, "content-type": "application/json" },
        }),
      );
    const refused = [
      await asked("POST", `/api/screens/${other.id}/report`, REPORT),
      await asked("POST", "/api/screens", { name: "新", ...BY }),
      await asked("PATCH", `/api/screens/${screen.id}`, { name: "新", ...BY }),
      await asked("DELETE", `/api/screens/${screen.id}`),
      await asked("POST", "/api/screens/tell", { screens: "all", command: { action: "freeze" }, ...BY }),
      await asked("POST", `/api/screens/${screen.id}/tokens`),
      await asked("GET", `/api/screens/${screen.id}/tokens`),
      await asked("GET", `/api/screens/${other.id}/tokens`),
      await asked("PUT", "/api/scenes/overview"),
      await asked("POST", "/api/feed-sources"),
      await asked("POST", "/api/analyses/near-pairs/x"),
      await asked("POST", "/api/imports"),
      await asked("POST", "/api/layers/houses/features"),
      await asked("POST", "/api/nowhere"),
      await asked("PUT", "/api/analyses/near-pairs"),
    ];
    for (const problem of refused) expect(problem).toMatchObject({ status: 403, code: "forbidden" });
    expect((await api.get<{ screens: ScreenEntry[] }>("/api/screens")).screens).toContainEqual(
      expect.objectContaining({ id: screen.id, name: screen.name, revision: 1 }),
    );
  });

  test("may name a letter of its id in another case, as the path does", async () => {
    const { screen, cookie } = await entrance();
    expect((await post(`/api/screens/${screen.id.toUpperCase()}/report`, REPORT, cookie)).status).toBe(204);
  });

  test("sees the same masks as everybody, and feeds have tokens of their own", async () => {
    const { cookie } = await entrance();
    const source = await makeSource(api, "sensors");
    expect((await source.post({ messages: [announcement("G-1"), reading("G-1", 3)] }, cookie)).status).toBe(200);
    const roster = await makeSource(api, "roster");
    await roster.send(shift({ name: "王某某", phone: "13900001234" }));
    const seen = await (await api.request("/api/duty", { headers: cookie })).text();
    expect(seen).toContain("王**");
    expect(seen).not.toMatch(/王某某|13900001234/);
  });

  test("that shows what lets nobody in is 401 on every path, whatever it asks", async () => {
    const shown: readonly Record<string, string>[] = [
      { cookie: "screen-token=" },
      { cookie: "screen-token=nonsense" },
      { cookie: "a=b; screen-token=%E0%A4%A" },
      { authorization: "Bearer nonsense" },
    ];
    for (const headers of shown) {
      expect((await problemOf(await api.request("/api/layers", { headers }))).status).toBe(401);
      expect((await problemOf(await api.request("/api/events", { headers }))).status).toBe(401);
      expect((await problemOf(await api.request("/api/screen-session", { headers }))).status).toBe(401);
      expect((await problemOf(await post("/api/screens", { name: "新", ...BY }, headers))).status).toBe(401);
    }
  });

  test("notes its use at most once a minute, however much it reads", async () => {
    const { entry, cookie } = await entrance();
    for (let i = 0; i < 20; i++) await api.request("/api/zone", { headers: cookie });
    const { rows } = await api.database.record.pool.query("select uses from screen_tokens where id = $1", [entry.id]);
    expect(rows).toEqual([{ uses: 1 }]);
  });

  test("is known again after a restart of the server, by its cookie alone", async () => {
    const { screen, token } = await entrance();
    const [cookie] = (await logIn(token)).headers.get("set-cookie")!.split(";");
    const restarted = await startApi({ shared: api.database });
    try {
      const seen = await restarted.request("/api/screen-session", { headers: { cookie: cookie! } });
      expect((await sessionOf(seen))?.screen.id).toBe(screen.id);
    } finally {
      await restarted.close();
    }
  });
});

describe("a token that ends", () => {
  /** A line on which the server tells what happens. */
  async function follow(headers: Record<string, string>, node = api) {
    const answer = await node.request("/api/events", { headers });
    expect(answer.status).toBe(200);
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    /** Reads on until something was told, or the line has ended. */
    const readTo = async (wanted: string | null): Promise<string> => {
      while (wanted === null || !text.includes(wanted)) {
        const { value, done } = await reader.read();
        if (done) return wanted === null ? text : `ended before ${wanted}: ${text}`;
        text += value;
      }
      return text;
    };
    await readTo("retry:");
    return { ended: () => readTo(null), hears: readTo, leave: () => reader.cancel() };
  }

  test("by a person's word lets nobody in from the next request on, and ends the line of its screen only", async () => {
    const { revoke, cookie, screen } = await entrance();
    const stays = await entrance();
    const line = await follow(cookie);
    const other = await follow(stays.cookie);
    expect((await api.request("/api/zone", { headers: cookie })).status).toBe(200);
    await revoke();
    expect((await problemOf(await api.request("/api/zone", { headers: cookie }))).errors[0]!.message).toBe("revoked");
    expect(await line.ended()).not.toContain(screen.id);
    const late = await hang();
    expect(await other.hears(late.id)).not.toContain("ended before");
    await other.leave();
  });

  test("ends the line on another node too", async () => {
    const { revoke, cookie } = await entrance();
    const node = await startApi({ shared: api.database });
    try {
      const line = await follow(cookie, node);
      await revoke();
      await line.ended();
    } finally {
      await node.close();
    }
  });

  test("with its screen ends the line", async () => {
    const { screen, cookie } = await entrance();
    const line = await follow(cookie);
    await remove(`/api/screens/${screen.id}`);
    await line.ended();
    expect((await problemOf(await api.request("/api/events", { headers: cookie }))).status).toBe(401);
  });

  test("by its time ends the line at that moment", async () => {
    const { entry, cookie } = await entrance();
    await expire(entry, 0.4);
    const line = await follow(cookie);
    await line.ended();
    expect((await problemOf(await api.request("/api/zone", { headers: cookie }))).errors[0]!.message).toBe("expired");
  });
});

describe("a token is made", () => {
  test("for scenes that exist, until a moment that is to come", async () => {
    const { id } = await hang();
    const ask = async (wanted: object) => problemOf(await post(`/api/screens/${id}/tokens`, { ...wanted, ...BY }));
    expect(await ask({ scenes: ["overview", "moon"] })).toMatchObject({ status: 422, fields: ["scenes"] });
    expect(await ask({ expiresAt: "2020-01-01T00:00:00+08:00" })).toMatchObject({ status: 422, fields: ["expiresAt"] });
    expect(await ask({ networks: ["10.1.2.0/24", "here"] })).toMatchObject({ status: 400, fields: ["networks[1]"] });
  });

  test("twenty times for a screen, and again when one is revoked", async () => {
    const { id } = await hang();
    const make = () => post(`/api/screens/${id}/tokens`, BY);
    const made: Response[] = [];
    for (let i = 0; i < 20; i++) made.push(await make());
    expect((await problemOf(await make())).status).toBe(409);
    const { entry } = (await made[0]!.json()) as { entry: TokenEntry };
    await remove(`/api/screens/${id}/tokens/${entry.id}`);
    expect((await make()).status).toBe(201);
  });
});
