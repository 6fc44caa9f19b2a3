import { expect, test } from "vitest";
import type { TokenRow } from "../../../server/db/screen-tokens.ts";
import { createKnownTokens } from "../../../server/wall/known-tokens.ts";

const rowOf = (id: string): TokenRow => ({
  id,
  screenId: "s",
  scenes: null,
  networks: [],
  madeBy: "王工",
  madeAt: "2026-01-01T00:00:00Z",
  expiresAt: null,
  revokedAt: null,
  revokedBy: null,
  lastUsedAt: null,
});

function setUp(read: (sha256: string) => Promise<TokenRow | null> = async (sha256) => rowOf(sha256)) {
  const asked: string[] = [];
  let now = 0;
  const tokens = createKnownTokens(
    (sha256) => {
      asked.push(sha256);
      return read(sha256);
    },
    () => now,
  );
  return { tokens, asked, pass: (ms: number) => (now += ms) };
}

test("a hundred requests of a screen ask the record once in two seconds", async () => {
  const { tokens, asked, pass } = setUp();
  await Promise.all(Array.from({ length: 100 }, () => tokens.find("a")));
  expect(asked).toEqual(["a"]);
  pass(2_000);
  await tokens.find("a");
  expect(asked).toEqual(["a"]);
  pass(1);
  await tokens.find("a");
  expect(asked).toEqual(["a", "a"]);
});

test("what is asked anew, or forgotten, is asked of the record", async () => {
  const { tokens, asked } = setUp();
  await tokens.find("a");
  await tokens.findAnew("a");
  tokens.forget();
  await tokens.find("a");
  expect(asked).toEqual(["a", "a", "a"]);
});

test("a record that did not answer is asked again", async () => {
  let isDown = true;
  const { tokens } = setUp(async (sha256) => {
    if (isDown) throw new Error("no connection");
    return rowOf(sha256);
  });
  await expect(tokens.find("a")).rejects.toThrow("no connection");
  isDown = false;
  expect(await tokens.find("a")).toMatchObject({ id: "a" });
});
