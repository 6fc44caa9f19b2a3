import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { root } from "../../server/commands/install.mjs";

/** The built server, as its own process. */
interface Run {
  readonly child: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** The address, once it is printed. */
  readonly url: Promise<string>;
  readonly code: Promise<number | null>;
}

// Every test starts whole servers, some of them four.
vi.setConfig({ testTimeout: 240_000 });

const folders: string[] = [];
const runs: Run[] = [];

afterEach(async () => {
  for (const { child, code } of runs.splice(0)) {
    child.kill("SIGKILL");
    await code;
  }
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "serve-"));
  folders.push(folder);
  return folder;
}

function start(env: Record<string, string>): Run {
  const child = spawn(process.execPath, ["dist/server/main.js"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, HOST: "", PORT: "0", DATABASE_URL: "", DEMO: "0", LOG_LEVEL: "", ...env },
  });
  let [stdout, stderr] = ["", ""];
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  const url = new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(stdout)?.[0];
      if (address) resolve(address);
    });
    child.on("exit", () => reject(new Error(`ended before it served:\n${stderr}`)));
  });
  url.catch(() => undefined);
  const code = once(child, "exit").then(([status]) => status as number | null);
  const run = { child, stdout: () => stdout, stderr: () => stderr, url, code };
  runs.push(run);
  return run;
}

async function occupy(): Promise<{ server: Server; port: number }> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  return { server, port: (server.address() as AddressInfo).port };
}

describe("a start that cannot go on ends in one clear line and exit code 1", () => {
  const refused = async (env: Record<string, string>, pattern: RegExp) => {
    const run = start({ DATA_DIR: newFolder(), ...env });
    expect(await run.code).toBe(1);
    expect(run.stdout()).toBe("");
    expect(run.stderr().trim().split("\n"), run.stderr()).toHaveLength(1);
    expect(run.stderr()).toMatch(pattern);
  };

  test("a wrong value", async () => {
    await refused({ PORT: "99999" }, /PORT .*0 to 65535/);
    await refused({ LOG_LEVEL: "loud" }, /LOG_LEVEL .*info/);
    await refused({ HOST: "0.0.0.0" }, /HOST .*127\.0\.0\.1/);
  });

  test("a port that another program uses", async () => {
    const { server, port } = await occupy();
    await refused({ PORT: String(port) }, new RegExp(`port ${port} .*another program`));
    server.close();
  });

  test("a database that does not answer", async () => {
    const { server, port } = await occupy();
    server.close();
    await refused({ DATABASE_URL: `postgresql://u:secret@127.0.0.1:${port}/d` }, /^DATABASE_URL cannot be reached/);
  });

  test("a data folder that another server uses", async () => {
    const DATA_DIR = newFolder();
    await start({ DATA_DIR }).url;
    await refused({ DATA_DIR }, /another server uses/);
  });
});

test("prints its real address when it serves, and ends in order when told to, open streams included", async () => {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    const run = start({ DATA_DIR: newFolder() });
    const url = await run.url;
    expect((await fetch(`${url}/api/health`)).status).toBe(200);
    const events = await fetch(`${url}/api/events`);
    const stream = events.text();
    run.child.kill(signal);
    expect(await run.code, run.stderr()).toBe(0);
    expect(await stream).toContain("retry:");
    await expect(fetch(`${url}/api/health`)).rejects.toThrow();
  }
});

test("told to stop, it answers what it has begun, and takes nothing new", async () => {
  const run = start({ DATA_DIR: newFolder() });
  const url = await run.url;
  const { hostname, port } = new URL(url);
  const body = JSON.stringify({ layer: "moon", distanceM: 100 });
  const socket = connect(Number(port), hostname);
  let answer = "";
  const heard = (text: string) => expect.poll(() => answer, { timeout: 20_000, interval: 5 }).toContain(text);
  socket.on("data", (chunk) => {
    answer += chunk;
  });
  const head = ["POST /api/analyses/near-pairs HTTP/1.1", `Host: ${hostname}:${port}`, "Expect: 100-continue"];
  head.push("Content-Type: application/json", `Content-Length: ${body.length}`);
  socket.write(`${head.join("\r\n")}\r\n\r\n`);
  await heard("100 Continue");
  run.child.kill("SIGTERM");
  await expect.poll(run.stderr, { timeout: 20_000, interval: 5 }).toContain('"why":"SIGTERM"');
  socket.write(body);
  await heard('"field":"layer"');
  await expect(fetch(`${url}/api/zone`)).rejects.toThrow();
  expect(await run.code, run.stderr()).toBe(0);
});

test("an empty record gets the demonstration zone once, and only when it may", async () => {
  const DATA_DIR = newFolder();
  const look = async (env: Record<string, string>) => {
    const run = start({ DATA_DIR, ...env });
    const url = await run.url;
    const zone = (await (await fetch(`${url}/api/zone`)).json()) as { demo: boolean; center: unknown };
    const layers = (await (await fetch(`${url}/api/layers`)).json()) as { count: number; revision: number }[];
    run.child.kill("SIGTERM");
    expect(await run.code, run.stderr()).toBe(0);
    return { ...zone, counts: layers.map(({ count }) => count), revisions: layers.map(({ revision }) => revision) };
  };
  const empty = await look({ DEMO: "0" });
  expect(empty).toMatchObject({ demo: false, center: null });
  expect(Math.max(...empty.counts)).toBe(0);
  const first = await look({ DEMO: "1" });
  expect(first.demo).toBe(true);
  expect(Math.min(...first.counts)).toBeGreaterThan(0);
  expect(first.revisions).toEqual(first.counts.map(() => 1));
  expect(await look({ DEMO: "1" })).toEqual(first);
  expect(await look({ DEMO: "0" })).toEqual(first);
});

test("what cannot be made a request is refused, and the server goes on", async () => {
  const run = start({ DATA_DIR: newFolder() });
  const { hostname, port } = new URL(await run.url);
  const raw = (text: string) =>
    new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname);
      let answer = "";
      socket.on("data", (chunk) => {
        answer += chunk;
      });
      socket.on("close", () => resolve(answer.split("\r\n")[0]!));
      socket.on("error", reject);
      socket.write(text);
    });
  const head = (line: string, host = `127.0.0.1:${port}`) => `${line}\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;
  expect(await raw(head("GET /api/zone HTTP/1.1"))).toContain("200");
  expect(await raw(head("GET /api/zone HTTP/1.1", "evil.example"))).toContain("403");
  expect(await raw(head("GET /api/zone HTTP/1.1", "a b"))).toContain("400");
  expect(await raw(head("GET http://evil.example/api/zone HTTP/1.1"))).toContain("403");
  expect(await raw(head("GET * HTTP/1.1"))).toContain("400");
  expect(await raw(head("GET /api\\..\\zone HTTP/1.1"))).toContain("400");
  expect(await raw("nonsense\r\n\r\n")).toContain("400");
  expect(await raw(head(`GET /${"a".repeat(20_000)} HTTP/1.1`))).toContain("431");
  expect((await fetch(`${await run.url}/api/health`)).status).toBe(200);
});
