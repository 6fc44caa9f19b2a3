import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { LAYERS } from "#data/layers/index.ts";
import type { ConflictStatus } from "../../server/conflicts/conflict.ts";
import { findRevisions } from "../../server/db/layer-revisions.ts";
import { describeError } from "../../server/http/log.ts";
import { openServices } from "../../server/open-services.ts";
import type { Services } from "../../server/services.ts";
import { createSite } from "../../server/site.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";

/** The whole HTTP face in process, on a database of its own. */
export interface TestApi {
  readonly database: FreshDatabase;
  readonly services: Services;
  readonly dataDir: string;
  /** Every line logged so far. */
  readonly log: readonly string[];
  readonly fetch: (request: Request) => Response | Promise<Response>;
  /** As a program on this machine would ask. */
  request(path: string, init?: RequestInit): Promise<Response>;
  /** The JSON of a 200. @throws Error with the body of any other answer. */
  get<T>(path: string): Promise<T>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Resolves when every layer's snapshot has reached the record's revision. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

interface ApiOptions {
  readonly shared?: FreshDatabase;
  /** Of another node, whose files it reads; it stays when this one closes. */
  readonly dataDir?: string;
  readonly webFolder?: string;
}

/** @param shared - another node on this database, which stays open when this one closes. */
export async function startApi({ shared, dataDir: given, webFolder = tmpdir() }: ApiOptions = {}): Promise<TestApi> {
  const database = shared ?? (await freshDatabase());
  const lines: string[] = [];
  const log = pino(
    { level: "trace", base: undefined, serializers: { err: describeError } },
    { write: (line) => lines.push(line) },
  );
  const dataDir = given ?? (await mkdtemp(join(tmpdir(), "api-test-")));
  const opened = await openServices(database.record, { dataDir, zoneCenter: undefined, zoneName: undefined }, log);
  const { services } = opened;
  const site = createSite({ services, log, webFolder });
  const request = async (path: string, init?: RequestInit) =>
    site.fetch(new Request(`http://127.0.0.1:8080${path}`, init));
  return {
    database,
    services,
    dataDir,
    log: lines,
    fetch: site.fetch,
    request,
    async get<T>(path: string) {
      const answer = await request(path);
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as T;
    },
    post: (path, body, headers = {}) =>
      request(path, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
    async settle() {
      const wanted = await findRevisions(database.record.db);
      await Promise.all(
        LAYERS.filter(({ id }) => wanted.has(id)).map(({ id }) => services.snapshots.findBuilt(id, wanted.get(id)!)),
      );
    },
    async close() {
      services.events.close();
      await opened.close();
      if (!shared) await database.close();
      if (!given) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Resolves when the list of conflicts is at the state of layers and rules. */
export async function listed({ services }: Pick<TestApi, "services">): Promise<ConflictStatus> {
  for (;;) {
    const at = services.events.position;
    const status = await services.conflicts.findStatus();
    if (!status.pending) return status;
    // Most runs are told of as an event; one that changes nothing is not.
    await services.events.news(at, 50, new AbortController().signal);
  }
}

/** A problem body, after the checks that hold for every problem. */
export interface SeenProblem {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly { field: string; message: string; allowed?: string }[];
  /** The fields named, in order. */
  readonly fields: readonly string[];
}

/** @throws Error when the answer is no well-formed problem. */
export async function problemOf(answer: Response): Promise<SeenProblem> {
  const text = await answer.text();
  if (answer.headers.get("content-type") !== "application/problem+json")
    throw new Error(`no problem: ${answer.status} ${answer.headers.get("content-type")} ${text.slice(0, 300)}`);
  const body = JSON.parse(text);
  const whole =
    body.status === answer.status &&
    [body.type, body.title, body.detail, body.code].every((field) => typeof field === "string" && field !== "") &&
    body.requestId === answer.headers.get("x-request-id");
  if (!whole) throw new Error(`an incomplete problem: ${text.slice(0, 300)}`);
  const errors = body.errors ?? [];
  return { ...body, errors, fields: errors.map(({ field }: { field: string }) => field) };
}
