import type { MessageResult, ReceivedBody } from "../../server/feeds/message-result.ts";
import type { TestApi } from "./api.ts";

/** An instant so many seconds ago, or ahead where negative. */
export const ago = (seconds: number): string => new Date(Date.now() - seconds * 1_000).toISOString();

let made = 0;
/** An id that no message of this run has. */
export const nextId = (): string => `m${++made}`;

/** A source with its token, ready to send. */
export interface TestSource {
  readonly id: string;
  readonly token: string;
  /** The whole answer. */
  post(body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** What became of each message. @throws Error when the body as a whole is refused. */
  send(...messages: readonly unknown[]): Promise<readonly MessageResult[]>;
}

export async function makeSource(api: TestApi, kind: string, more: Record<string, unknown> = {}): Promise<TestSource> {
  const wanted = { id: `${kind}-${++made}`, kind, title: "罐区网关", by: "王工", ...more };
  const answer = await api.post("/api/feed-sources", wanted);
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
  const { token } = (await answer.json()) as { token: string };
  const post = (body: unknown, headers = {}) =>
    api.post(`/api/feeds/${wanted.id}`, body, { authorization: `Bearer ${token}`, ...headers });
  return {
    id: wanted.id,
    token,
    post,
    async send(...messages) {
      const sent = await post({ messages });
      if (sent.status !== 200) throw new Error(`${sent.status} ${await sent.text()}`);
      return ((await sent.json()) as ReceivedBody).results;
    },
  };
}

/** A combustible gas detector: III at 20, I at 50 %LEL, dead band 5, without delay. */
export const announcement = (sensor: string, more: Record<string, unknown> = {}) => ({
  type: "sensor",
  id: nextId(),
  observedAt: ago(3_600),
  sensor,
  title: { zh: "罐区可燃气体" },
  place: { position: [122.26, 43.62] },
  unit: "%LEL",
  intervalS: 600,
  rule: {
    thresholds: [
      { grade: 3, side: "high", at: 20 },
      { grade: 1, side: "high", at: 50 },
    ],
    hysteresis: 5,
    holdS: 0,
  },
  ...more,
});

export const reading = (sensor: string, value: unknown, more: Record<string, unknown> = {}) => ({
  type: "reading",
  id: nextId(),
  observedAt: ago(1),
  sensor,
  value,
  unit: "%LEL",
  ...more,
});

export const warning = (more: Record<string, unknown> = {}) => ({
  type: "warning",
  id: nextId(),
  observedAt: ago(1),
  kind: "gale",
  level: "orange",
  area: { name: "全区" },
  headline: "大风橙色预警",
  issuedAt: ago(1),
  validFrom: ago(1),
  validTo: ago(-3_600),
  ...more,
});

export const shift = (more: Record<string, unknown> = {}) => ({
  type: "shift",
  id: nextId(),
  observedAt: ago(1),
  unit: "消防救援站",
  name: "王某某",
  phone: "13900001234",
  from: ago(3_600),
  to: ago(-3_600),
  ...more,
});

export const accident = (more: Record<string, unknown> = {}) => ({
  id: nextId(),
  observedAt: ago(1),
  happenedAt: "2026-05-01T08:10",
  position: [122.26, 43.62],
  severity: "injury",
  deaths: 0,
  injuries: 2,
  ...more,
});
