import { createRoute, z } from "@hono/zod-openapi";
import { AppError } from "../errors.ts";
import type { RecordEvent } from "../events/feed.ts";
import { type AskingScreen, askingScreen } from "../http/screen-gate.ts";
import type { Services } from "../services.ts";
import { noQuery, problems, router } from "./router.ts";

/** Comments keep proxies from closing a silent line, and find out whether anybody still listens. */
const HEARTBEAT_MS = 15_000;
const RETRY_MS = 3_000;
/** Each follower holds a socket. */
const MAX_FOLLOWERS = 2_000;

const events = createRoute({
  method: "get",
  path: "/events",
  tags: ["Service"],
  summary: "What happens, as it happens (server-sent events)",
  description:
    "A new client is first told the present revision of every layer as `layer-revision` events, then whatever happens. " +
    "A client that comes back with `Last-Event-ID` gets exactly what it has missed. `reset`: the record is another one " +
    "than before; read everything again. The line of a screen ends when its token no longer lets it in.",
  middleware: noQuery,
  request: {
    headers: z.object({
      "last-event-id": z
        .string()
        .regex(/^\d{1,15}$/, "must be the id of an event")
        .optional(),
    }),
  },
  responses: {
    200: { description: "Events", content: { "text/event-stream": { schema: z.string() } } },
    ...problems(401),
  },
});

export function eventRoutes(services: Services) {
  let followers = 0;

  function follow(lastId: number | null, signal: AbortSignal, screen: AskingScreen | null): ReadableStream<Uint8Array> {
    const gone = new AbortController();
    const lines = linesFor(services, lastId, gone.signal, screen);
    followers++;
    const leave = () => {
      if (gone.signal.aborted) return;
      gone.abort();
      followers--;
    };
    signal.addEventListener("abort", leave, { once: true });
    const encoder = new TextEncoder();
    return new ReadableStream(
      {
        async pull(controller) {
          const { value, done } = await lines.next();
          if (!done) return controller.enqueue(encoder.encode(value));
          leave();
          controller.close();
        },
        cancel: leave,
      },
      // Nothing is read ahead: what a slow client has not taken stays in the record.
      { highWaterMark: 0 },
    );
  }

  return router().openapi(events, (c) => {
    const lastId = c.req.valid("header")["last-event-id"];
    if (followers >= MAX_FOLLOWERS) throw new AppError("unavailable", "too many clients follow the events just now");
    const headers = { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" };
    if (c.req.method === "HEAD") return c.body(null, 200, headers);
    return c.body(
      follow(lastId === undefined ? null : Number(lastId), c.req.raw.signal, askingScreen(c)),
      200,
      headers,
    );
  });
}

/** What one client reads, until it is gone, the server closes, or it is a screen that is no longer let in. */
async function* linesFor(
  { events: feed, record }: Services,
  lastId: number | null,
  gone: AbortSignal,
  screen: AskingScreen | null,
): AsyncGenerator<string, undefined> {
  yield `retry: ${RETRY_MS}\n\n`;
  // This node may not have heard yet of what the client has read already, here or from another node.
  if (lastId === null || lastId > feed.position) await feed.refresh();
  let id = lastId ?? feed.position;
  if (lastId === null)
    for (const [layer, revision] of await record.findRevisions())
      yield toLines(id, "layer-revision", { layer, revision });
  while (!gone.aborted && !feed.closed) {
    const news = await feed.after(id);
    if (news === null) {
      id = feed.position;
      yield toLines(id, "reset", {});
      continue;
    }
    if (screen && (news.length === 0 || news.some(isAbout(screen))) && !(await screen.isStillIn())) return;
    if (news.length > 0) {
      id = news.at(-1)!.id;
      // In one piece: where two hundred screens are told together, each of them hears of them all.
      yield news.map(linesOf).join("");
      continue;
    }
    await feed.news(id, Math.min(HEARTBEAT_MS, leftMs(screen)), gone);
    if (feed.position === id && !gone.aborted) yield ": still here\n\n";
  }
}

/** A token that is revoked and a screen that is taken down are told as events of the screen. */
const isAbout =
  ({ admission }: AskingScreen) =>
  ({ type, payload }: RecordEvent): boolean =>
    type === "screen" && (payload as { id: string }).id === admission.screenId;

/** Until a screen's token is out of time: then it is asked about again. */
const leftMs = (screen: AskingScreen | null): number =>
  screen?.admission.expiresAt ? Math.max(1, Date.parse(screen.admission.expiresAt) - Date.now()) : Infinity;

const written = new WeakMap<RecordEvent, string>();

/** Written once for all who follow. */
function linesOf(event: RecordEvent): string {
  const known = written.get(event);
  if (known !== undefined) return known;
  const lines = toLines(event.id, event.type, event.payload);
  written.set(event, lines);
  return lines;
}

/** JSON holds no line break, so the data is one line. */
const toLines = (id: number, type: string, payload: unknown): string =>
  `id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(payload)}\n\n`;
