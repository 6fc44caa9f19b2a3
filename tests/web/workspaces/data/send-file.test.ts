import { describe, expect, test, vi } from "vitest";
import type { DraftView } from "../../../../web/api.ts";
import { type Sender, sendFile } from "../../../../web/workspaces/data/upload/send-file.ts";

const FILE = new Blob([Uint8Array.from({ length: 25 }, (_, i) => i)]);
const PIECE = 10;

class Refusal extends Error {
  readonly status: number;
  constructor(status: number) {
    super(String(status));
    this.status = status;
  }
}
const silence = () => new Refusal(0);

/** A server that keeps what comes in order, and may lose what `fails` says, by the number of the attempt. */
function server(fails: (attempt: number) => "before" | "after" | null = () => null, from = 0) {
  const kept = Array.from({ length: from }, (_, i) => i);
  let attempts = 0;
  const stop = new AbortController();
  const now = () =>
    ({ received: kept.length, state: kept.length === FILE.size ? "judging" : "receiving" }) as unknown as DraftView;
  const sender: Sender = {
    signal: stop.signal,
    async send(offset, piece) {
      const failure = fails(++attempts);
      if (failure === "before") throw silence();
      if (offset !== kept.length) throw new Refusal(409);
      kept.push(...new Uint8Array(await piece.arrayBuffer()));
      if (failure === "after") throw silence();
      return now();
    },
    ask: async () => now(),
    mayPass: (error) => error instanceof Refusal && [0, 409].includes(error.status),
    pause: async () => undefined,
    onSent: vi.fn(),
  };
  return { kept, stop, sender };
}

const whole = Array.from({ length: FILE.size }, (_, i) => i);

describe("a file on its way to the server", () => {
  test("arrives in pieces, in order, and tells how far it is", async () => {
    const { kept, sender } = server();
    await expect(sendFile(FILE, 0, sender, PIECE)).resolves.toMatchObject({ state: "judging" });
    expect(kept).toEqual(whole);
    expect(vi.mocked(sender.onSent).mock.calls).toEqual([[10], [20]]);
  });

  test.each(["before", "after"] as const)("is whole although the line broke %s each second piece", async (when) => {
    const { kept, sender } = server((attempt) => (attempt % 2 === 0 ? when : null));
    await sendFile(FILE, 0, sender, PIECE);
    expect(kept).toEqual(whole);
  });

  test("goes on where the server is", async () => {
    const { kept, sender } = server(undefined, 20);
    await sendFile(FILE, 20, sender, PIECE);
    expect(kept).toEqual(whole);
  });

  test("gives up when the server stays silent, and at once when it refuses", async () => {
    await expect(sendFile(FILE, 0, server(() => "before").sender, PIECE)).rejects.toMatchObject({ status: 0 });
    const refusing = server();
    refusing.sender.send = vi.fn().mockRejectedValue(new Refusal(413));
    await expect(sendFile(FILE, 0, refusing.sender, PIECE)).rejects.toMatchObject({ status: 413 });
    expect(refusing.sender.send).toHaveBeenCalledTimes(1);
  });

  test("stops when the person stops it", async () => {
    const { kept, stop, sender } = server((attempt) => {
      if (attempt === 2) stop.abort();
      return attempt === 2 ? "before" : null;
    });
    await expect(sendFile(FILE, 0, sender, PIECE)).rejects.toThrow();
    expect(kept).toHaveLength(PIECE);
  });
});
