import pg from "pg";

export interface Subscription {
  close(): Promise<void>;
}

export interface Listener {
  /** A notification as it was sent. */
  onNotification(channel: string, payload: string): void;
  /** Listening has begun, or begun again after a break: whatever happened before this moment must be read, not awaited. */
  onListening(): void;
  /** The connection broke, or could not be made; it is tried again. */
  onBreak?(error: Error): void;
}

const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 5_000;
/** A connection that silently died says so no later than this. */
const HEARTBEAT_MS = 30_000;

/** Listens on channels for as long as it is not closed, over as many connections as that takes. */
export function subscribe(connection: pg.ClientConfig, channels: readonly string[], listener: Listener): Subscription {
  let closed = false;
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let retryMs = FIRST_RETRY_MS;
  let settled: Promise<void> = Promise.resolve();

  function connect(): void {
    if (closed) return;
    const next = new pg.Client({
      ...connection,
      application_name: "zone-risk-map listener",
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    });
    client = next;
    let broken = false;
    const breakOff = (error: Error) => {
      if (broken) return;
      broken = true;
      clearInterval(heartbeat);
      next.end().catch(() => undefined);
      if (closed) return;
      listener.onBreak?.(error);
      timer = setTimeout(connect, retryMs);
      retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
    };
    const heartbeat = setInterval(() => void next.query("select 1").catch(breakOff), HEARTBEAT_MS);
    heartbeat.unref();
    next.on("error", breakOff);
    next.on("end", () => breakOff(new Error("the connection ended")));
    next.on("notification", ({ channel, payload }) => listener.onNotification(channel, payload ?? ""));
    settled = next
      .connect()
      .then(() => next.query(channels.map((channel) => `listen ${pg.escapeIdentifier(channel)}`).join("; ")))
      .then(() => {
        retryMs = FIRST_RETRY_MS;
        if (!closed) listener.onListening();
      })
      .catch(breakOff);
  }

  connect();
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      await settled;
      await client?.end().catch(() => undefined);
    },
  };
}
