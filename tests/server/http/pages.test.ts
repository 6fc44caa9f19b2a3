import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { Hono } from "hono";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AppError } from "../../../server/errors.ts";
import { PAGES, pages } from "../../../server/http/pages.ts";

const SCRIPT = `console.log(${JSON.stringify("x".repeat(5000))});`;
let outside: string;
let app: Hono;

beforeAll(() => {
  outside = mkdtempSync(join(tmpdir(), "pages-"));
  const folder = join(outside, "web");
  mkdirSync(join(folder, "assets"), { recursive: true });
  writeFileSync(join(outside, "secret.txt"), "secret");
  writeFileSync(join(folder, ".sources"), "secret");
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>map</title>");
  writeFileSync(join(folder, "assets", "main-a1B2c3D4.js"), SCRIPT);
  writeFileSync(join(folder, "assets", "font-a1B2c3D4.woff2"), new Uint8Array([1, 2, 3]));
  const page = pages(folder);
  app = new Hono()
    .get("*", (c) => page(c))
    .onError((error, c) => c.text(error.message, error instanceof AppError ? error.status : 500));
});
afterAll(() => rmSync(outside, { recursive: true }));

const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });

test("every page of the product is the same document, checked anew each time", async () => {
  const opinion = "/planning/opinion/01a215b1-b383-7fcd-ab8b-9e7d9742d05b";
  for (const path of [...PAGES, "/planning/", opinion]) {
    const answer = await get(path);
    expect(answer.status, path).toBe(200);
    expect(answer.headers.get("content-type")).toContain("text/html");
    expect(answer.headers.get("cache-control")).toBe("no-cache");
    expect(await answer.text()).toContain("<title>map</title>");
  }
});

test("files named by their content are kept for ever, compressed for those who accept it", async () => {
  const plain = await get("/assets/main-a1B2c3D4.js");
  expect(plain.headers.get("cache-control")).toContain("immutable");
  expect(plain.headers.get("content-encoding")).toBeNull();
  expect(await plain.text()).toBe(SCRIPT);
  const packed = await get("/assets/main-a1B2c3D4.js", { "accept-encoding": "gzip, br" });
  expect(packed.headers.get("content-encoding")).toBe("gzip");
  expect(packed.headers.get("vary")).toBe("accept-encoding");
  expect(packed.headers.get("etag")).not.toBe(plain.headers.get("etag"));
  expect(gunzipSync(await packed.arrayBuffer()).toString()).toBe(SCRIPT);
});

test("what is compressed already stays as it is", async () => {
  const font = await get("/assets/font-a1B2c3D4.woff2", { "accept-encoding": "gzip" });
  expect(font.headers.get("content-type")).toBe("font/woff2");
  expect(font.headers.get("content-encoding")).toBeNull();
  expect(new Uint8Array(await font.arrayBuffer())).toEqual(new Uint8Array([1, 2, 3]));
});

test("a client that has the file already gets no body", async () => {
  for (const headers of [{ "accept-encoding": "identity" }, { "accept-encoding": "gzip" }]) {
    const first = await get("/", headers);
    const again = await get("/", { ...headers, "if-none-match": first.headers.get("etag")! });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
  }
});

test("a wrong address shows the product to a person and a plain 404 to a program", async () => {
  const person = await get("/plannnig", { accept: "text/html,*/*" });
  expect(person.status).toBe(404);
  expect(await person.text()).toContain("<title>map</title>");
  expect((await get("/assets/none.js", { accept: "*/*" })).status).toBe(404);
});

test("nothing outside of the folder and nothing hidden is ever shown", async () => {
  const tricks = [
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/assets/..%2f..%2fsecret.txt",
    "/.sources",
  ];
  tricks.push("/%2esources", "/..%5csecret.txt", "/%00", "/assets", "/%", "/%ff%fe", "//etc/passwd");
  for (const path of tricks) {
    const answer = await get(path);
    expect(answer.status, path).toBe(404);
  }
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom("..", "%2e", ".", "/", "%2f", "\\", "%5c", "secret.txt", "%00")),
      async (parts) => {
        const text = await (await get(`/${parts.join("")}`)).text();
        expect(text).not.toBe("secret");
      },
    ),
  );
});
