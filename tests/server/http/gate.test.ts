import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { AppError } from "../../../server/errors.ts";
import { gate } from "../../../server/http/gate.ts";

const app = new Hono()
  .use(gate)
  .all("/", (c) => c.text("in"))
  .onError((error, c) => c.text(error.message, error instanceof AppError ? error.status : 500));

const status = async (url: string, init?: RequestInit) => (await app.request(url, init)).status;

describe("names of this machine", () => {
  test("are answered, on any port", async () => {
    for (const host of ["127.0.0.1:8080", "localhost", "LOCALHOST:1", "[::1]:8080", "127.9.9.9"])
      expect(await status(`http://${host}/`), host).toBe(200);
  });

  test("are the only ones, so that a foreign name that resolves here reads nothing", async () => {
    for (const host of ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "192.168.1.5", "0.0.0.0"])
      expect(await status(`http://${host}/`), host).toBe(403);
  });
});

describe("a request that starts something", () => {
  const post = (headers: Record<string, string>) => status("http://127.0.0.1:8080/", { method: "POST", headers });

  test("is answered from our own pages and from programs", async () => {
    expect(await post({})).toBe(200);
    expect(await post({ origin: "http://127.0.0.1:8080" })).toBe(200);
    expect(await post({ "sec-fetch-site": "same-origin", origin: "https://map.behind-a-proxy.example" })).toBe(200);
  });

  test("is refused from pages of other sites", async () => {
    for (const origin of ["http://evil.example", "http://127.0.0.1:9090", "https://127.0.0.1", "null", "nonsense"])
      expect(await post({ origin }), origin).toBe(403);
    for (const site of ["cross-site", "same-site"]) expect(await post({ "sec-fetch-site": site }), site).toBe(403);
  });
});
