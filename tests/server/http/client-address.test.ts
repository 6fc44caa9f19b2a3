import { Hono } from "hono";
import { expect, test } from "vitest";
import { clientAddress } from "../../../server/http/client-address.ts";

const app = new Hono().get("/", (c) => c.text(clientAddress(c)));

/** What the server takes for the address of who asks. */
async function seen(peer: string | undefined, forwarded?: string): Promise<string> {
  const headers: HeadersInit = forwarded === undefined ? {} : { "x-forwarded-for": forwarded };
  const answer = await app.request("/", { headers }, { incoming: { socket: { remoteAddress: peer } } });
  return answer.text();
}

test("without a proxy it is the other end of the connection", async () => {
  expect(await seen("127.0.0.1")).toBe("127.0.0.1");
  expect(await seen("10.1.2.3")).toBe("10.1.2.3");
  expect(await seen(undefined)).toBe("unknown");
});

test("of what a proxy on this machine says, only the hop that it wrote itself counts", async () => {
  expect(await seen("127.0.0.1", "10.1.2.3")).toBe("10.1.2.3");
  expect(await seen("::1", "192.168.0.1, 10.9.9.9 ,10.1.2.3")).toBe("10.1.2.3");
  expect(await seen("::ffff:127.0.0.1", "fd00::7")).toBe("fd00::7");
  expect(await seen("127.0.0.1", "10.1.2.3:5678")).toBe("10.1.2.3");
  expect(await seen("127.0.0.1", "[fd00::7]:5678")).toBe("fd00::7");
  expect(await seen("127.0.0.1", "[fd00::7]")).toBe("fd00::7");
});

test("another machine may claim what it likes", async () => {
  expect(await seen("10.1.2.3", "127.0.0.1")).toBe("10.1.2.3");
  expect(await seen("::ffff:10.1.2.3", "10.9.9.9")).toBe("::ffff:10.1.2.3");
});

test("what is no address is none of ours, and in no range", async () => {
  for (const nonsense of ["", "unknown", "10.1.2.3,", "10.1.2", "10.1.2.3.4", "_hidden", "10.1.2.3:99999999", "[::1"])
    expect(await seen("127.0.0.1", nonsense), nonsense).toBe("unknown");
});
