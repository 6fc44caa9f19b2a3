import { setTimeout as pause } from "node:timers/promises";
import type { DraftView } from "../../server/services.ts";

/** Asks a server, wherever it is: a path and what `fetch` takes. */
export type Ask = (path: string, init?: RequestInit) => Promise<Response>;

/** As a page sends them. */
const PART_BYTES = 8 * 1024 * 1024;

export interface Delivered {
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly settings: Readonly<Record<string, unknown>>;
}

const asJson = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

async function answerOf<T>(answer: Response): Promise<T> {
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** Announces a file and sends it, part by part. The judging has begun when this returns. */
export async function sendFile(ask: Ask, { fileName, bytes, settings }: Delivered, by = "tester"): Promise<string> {
  const announced = { fileName, bytes: bytes.length, settings, by };
  const { id } = await answerOf<DraftView>(await ask("/api/imports", asJson("POST", announced)));
  for (let offset = 0; offset < bytes.length; offset += PART_BYTES) {
    const body = bytes.slice(offset, offset + PART_BYTES);
    const headers = { "content-type": "application/octet-stream" };
    await answerOf(await ask(`/api/imports/${id}/file?offset=${offset}`, { method: "PUT", headers, body }));
  }
  return id;
}

export const findDraft = async (ask: Ask, id: string): Promise<DraftView> => {
  const { draft } = await answerOf<{ draft: DraftView | null }>(await ask(`/api/imports/${id}`));
  if (!draft) throw new Error(`${id} is no draft any more`);
  return draft;
};

/** Resolves when a draft is ready, has failed, or was cancelled. */
export async function settledDraft(ask: Ask, id: string, limitMs = 60_000): Promise<DraftView> {
  const until = performance.now() + limitMs;
  for (;;) {
    const draft = await findDraft(ask, id);
    if (draft.state !== "judging") return draft;
    if (performance.now() > until)
      throw new Error(`draft ${id} is still being judged: ${JSON.stringify(draft.progress)}`);
    await pause(20);
  }
}

export const upload = async (ask: Ask, file: Delivered): Promise<DraftView> =>
  settledDraft(ask, await sendFile(ask, file));

/** Other settings, judged to the end. */
export async function changeSettings(ask: Ask, id: string, settings: object): Promise<DraftView> {
  await answerOf(await ask(`/api/imports/${id}`, asJson("PATCH", { settings })));
  return settledDraft(ask, id);
}

export const postJson = async <T>(ask: Ask, path: string, body: unknown): Promise<T> =>
  answerOf<T>(await ask(path, asJson("POST", body)));
