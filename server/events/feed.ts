/** What happened, as the record keeps it. Ids rise in the order of commits. */
export interface RecordEvent {
  readonly id: number;
  readonly type: string;
  readonly payload: unknown;
  /** ISO 8601 instant. */
  readonly at: string;
}

/** The record's events, read in order. */
export interface EventLog {
  /** Events with an id above `id`, in order. */
  after(id: number, limit: number): Promise<readonly RecordEvent[]>;
  /** The ids still kept; both 0 when there are none. */
  range(): Promise<{ readonly oldest: number; readonly latest: number }>;
}

/** Everything that happens, for any number of readers, each at its own pace. */
export interface EventFeed {
  /** The newest id known here. */
  readonly position: number;
  readonly closed: boolean;
  /** Asks the log for news: call it whenever the record says that there are some. */
  refresh(): Promise<void>;
  /** Events above `id` up to `position`, or `null`: some of them are kept no longer, or `id` is of another record. */
  after(id: number): Promise<readonly RecordEvent[] | null>;
  /** Resolves when something is newer than `id`, when the feed closes, or after `ms`. */
  news(id: number, ms: number, signal: AbortSignal): Promise<void>;
  close(): void;
}

const PAGE = 500;
/** Kept in memory for readers who are up to date; those behind read the log. */
const TAIL = 1000;

/** Opens a feed at the log's present end. A slow reader costs nothing: nobody queues for it, it asks again. */
export async function createEventFeed(log: EventLog): Promise<EventFeed> {
  let position = (await log.range()).latest;
  let tail: RecordEvent[] = [];
  let tailStart = position;
  let closed = false;
  let waiting = new Set<() => void>();
  let reading: Promise<void> | null = null;
  let again = false;

  const wakeAll = () => {
    const woken = waiting;
    waiting = new Set();
    for (const wake of woken) wake();
  };

  async function readNews(): Promise<void> {
    do {
      again = false;
      for (;;) {
        const events = await log.after(position, PAGE);
        if (events.length === 0) break;
        position = events.at(-1)!.id;
        tail = [...tail, ...events];
        if (tail.length > TAIL) {
          const dropped = tail.splice(0, tail.length - TAIL);
          tailStart = dropped.at(-1)!.id;
        }
        wakeAll();
      }
    } while (again);
  }

  return {
    get position() {
      return position;
    },
    get closed() {
      return closed;
    },
    refresh() {
      // A call while reading may bring news that the reading has just missed.
      again = true;
      reading ??= readNews().finally(() => {
        reading = null;
      });
      return reading;
    },
    async after(id) {
      if (id === position) return [];
      if (id > position) return null;
      if (id >= tailStart) return tail.filter((event) => event.id > id);
      const { oldest } = await log.range();
      return id < oldest - 1 ? null : (await log.after(id, PAGE)).filter((event) => event.id <= position);
    },
    news(id, ms, signal) {
      if (closed || signal.aborted || position > id) return Promise.resolve();
      return new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer);
          waiting.delete(done);
          signal.removeEventListener("abort", done);
          resolve();
        };
        const timer = setTimeout(done, ms);
        signal.addEventListener("abort", done);
        waiting.add(done);
      });
    },
    close() {
      closed = true;
      wakeAll();
    },
  };
}
