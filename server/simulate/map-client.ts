import type { FeedKind } from "#data/wall/feeds/message.ts";
import type { ReceivedBody } from "../feeds/message-result.ts";
import type { FeedSource } from "../feeds/source.ts";

/** The server cannot be spoken with, or does not take what was sent: one line for the person at the shell. */
export class SimulationProblem extends Error {}

export interface MapClient {
  get<T>(path: string): Promise<T>;
  /** @returns the status, and the body of what is 2xx. */
  ask<T>(
    method: "POST" | "DELETE",
    path: string,
    body: unknown,
  ): Promise<{ status: number; body: T | null; said: string }>;
  /** Sends messages with a source's token; waits where the server says that it was too fast. */
  send(source: string, token: string, messages: readonly unknown[]): Promise<ReceivedBody>;
}

const LONGEST_WAIT_S = 30;

/** @param url - of the server, without a slash at its end. */
export function createMapClient(url: string): MapClient {
  async function call(path: string, init: RequestInit): Promise<Response> {
    try {
      return await fetch(url + path, { ...init, signal: AbortSignal.timeout(15_000) });
    } catch {
      throw new SimulationProblem(`no server answers at ${url}: start it with npm start, or name it with --url`);
    }
  }
  const write = (method: string, body: unknown, headers: Record<string, string> = {}): RequestInit => ({
    method,
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", ...headers },
  });
  const detailOf = async (answer: Response): Promise<string> => {
    const text = await answer.text();
    try {
      const problem = JSON.parse(text) as { detail?: unknown };
      return typeof problem.detail === "string" ? problem.detail : `status ${answer.status}`;
    } catch {
      return `status ${answer.status}`;
    }
  };

  return {
    async get<T>(path: string) {
      const answer = await call(path, {});
      if (!answer.ok) throw new SimulationProblem(`${path}: ${await detailOf(answer)}`);
      return (await answer.json()) as T;
    },
    async ask<T>(method: "POST" | "DELETE", path: string, body: unknown) {
      const answer = await call(path, write(method, body));
      return answer.ok
        ? { status: answer.status, body: (await answer.json()) as T, said: "" }
        : { status: answer.status, body: null, said: await detailOf(answer) };
    },
    async send(source, token, messages) {
      const request = write("POST", { messages }, { authorization: `Bearer ${token}` });
      for (;;) {
        const answer = await call(`/api/feeds/${source}`, request);
        if (answer.ok) return (await answer.json()) as ReceivedBody;
        const waitS = Number(answer.headers.get("retry-after"));
        if (answer.status !== 429 || !(waitS <= LONGEST_WAIT_S))
          throw new SimulationProblem(`${source}: ${await detailOf(answer)}`);
        await answer.arrayBuffer();
        await new Promise((resolve) => setTimeout(resolve, waitS * 1_000));
      }
    },
  };
}

const BY = "simulate";
const TITLES: Readonly<Record<FeedKind, string>> = {
  sensors: "危险源监测",
  weather: "气象预警",
  accidents: "交通事故",
  roster: "值班表",
};

/** A source of each kind that is marked as simulation, with a fresh token: made, or taken over from an earlier run. */
export async function openSources(
  client: MapClient,
): Promise<Readonly<Record<FeedKind, { id: string; token: string }>>> {
  const there = new Map((await client.get<FeedSource[]>("/api/feed-sources")).map((source) => [source.id, source]));
  const open = async (kind: FeedKind) => {
    let id = `sim-${kind}`;
    for (let more = 2; isAnothers(there.get(id), kind); more++) id = `sim-${kind}-${more}`;
    const { body, said } = there.has(id)
      ? await client.ask<{ token: string }>("POST", `/api/feed-sources/${id}/token`, { by: BY })
      : await client.ask<{ token: string }>("POST", "/api/feed-sources", {
          ...{ id, kind, title: TITLES[kind], by: BY },
          // What it names is made up.
          ...{ simulated: true, showNames: kind === "roster" },
        });
    if (!body) throw new SimulationProblem(`the source ${id} cannot be opened: ${said}`);
    return { id, token: body.token };
  };
  return {
    sensors: await open("sensors"),
    weather: await open("weather"),
    accidents: await open("accidents"),
    roster: await open("roster"),
  };
}

const isAnothers = (source: FeedSource | undefined, kind: FeedKind): boolean =>
  source !== undefined && (source.revokedAt !== null || !source.simulated || source.kind !== kind);

interface AccidentPage {
  readonly features: readonly {
    readonly id: string;
    readonly properties: { readonly source: string; readonly revision: number };
  }[];
}

/** Revokes every source that simulates and takes their accidents out of the ledger. @returns how many of each. */
export async function removeSimulation(
  client: MapClient,
  isSimulated: (sourceName: string) => boolean,
  markPattern: string,
): Promise<{ sources: number; accidents: number }> {
  const sources = (await client.get<FeedSource[]>("/api/feed-sources")).filter(
    ({ simulated, revokedAt }) => simulated && revokedAt === null,
  );
  for (const { id } of sources) {
    const { body, said } = await client.ask("DELETE", `/api/feed-sources/${id}`, {
      by: BY,
      reason: "simulation removed",
    });
    if (!body) throw new SimulationProblem(`the source ${id} cannot be revoked: ${said}`);
  }
  let accidents = 0;
  for (;;) {
    const filter = encodeURIComponent(`source LIKE '${markPattern}'`);
    const { features } = await client.get<AccidentPage>(`/api/layers/accidents/features?limit=500&filter=${filter}`);
    const own = features.filter(({ properties }) => isSimulated(properties.source));
    if (own.length === 0) return { sources: sources.length, accidents };
    for (const { id, properties } of own) {
      const word = { by: BY, reason: "simulation removed", revision: properties.revision };
      const { body, said } = await client.ask("DELETE", `/api/layers/accidents/features/${id}`, word);
      if (!body) throw new SimulationProblem(`a simulated accident cannot be removed: ${said}`);
      accidents++;
    }
  }
}
