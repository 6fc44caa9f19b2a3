import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AppError } from "../../../server/errors.ts";
import { createBucket } from "../../../server/feeds/bucket.ts";
import { createDoorkeeper } from "../../../server/feeds/doorkeeper.ts";
import { hashToken, isToken, makeToken, readBearer } from "../../../server/feeds/token.ts";
import { createTurns } from "../../../server/feeds/turns.ts";

describe("a bucket", () => {
  test("is full at first, gives what it has, and says how long to wait for the rest", () => {
    const bucket = createBucket({ perSecond: 10, burst: 20 }, 0);
    expect(bucket.take(20, 0)).toBe(0);
    expect(bucket.take(5, 0)).toBe(500);
    expect(bucket.take(5, 499)).toBe(1);
    expect(bucket.take(5, 500)).toBe(0);
  });
  test("holds no more than its burst, however long it rests or is given back", () => {
    const bucket = createBucket({ perSecond: 10, burst: 20 }, 0);
    bucket.giveBack(100);
    expect(bucket.take(21, 3_600_000)).toBeGreaterThan(0);
    expect(bucket.take(20, 3_600_000)).toBe(0);
  });
  test("never gives more than burst and rate allow, in any window from its start", () => {
    const asks = fc.array(fc.record({ amount: fc.integer({ min: 1, max: 30 }), afterMs: fc.nat(900) }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(asks, (all) => {
        const bucket = createBucket({ perSecond: 10, burst: 20 }, 0);
        let [now, given] = [0, 0];
        for (const { amount, afterMs } of all) {
          now += afterMs;
          if (bucket.take(amount, now) === 0) given += amount;
          expect(given).toBeLessThanOrEqual(20 + (now / 1_000) * 10 + 1e-6);
        }
      }),
    );
  });
});

describe("the doorkeeper", () => {
  const { token, hash } = makeToken();
  const key = { id: "s", tokenHash: hash, isRevoked: false, perSecond: 100, burst: 2_000 };

  test("lets a source that sends too much and waits as told through, at its rate and no faster", async () => {
    let now = 0;
    const door = createDoorkeeper(
      async () => [key],
      () => now,
    );
    // A thousand messages of 140 bytes: most of them are owed.
    const caller = { source: "s", authorization: `Bearer ${token}`, contentLength: 140_000 };
    let [taken, refused] = [0, 0];
    while (taken < 30_000) {
      try {
        await door.admit(caller);
        await door.settle(caller, 1_000);
        taken += 1_000;
      } catch (error) {
        if (!(error instanceof AppError) || !error.retryAfterS) throw error;
        refused++;
        now += error.retryAfterS * 1_000;
      }
      // What is owed for the body let in last comes on top of burst and rate.
      expect(taken).toBeLessThanOrEqual(2_000 + (now / 1_000) * 100 + 1_000);
    }
    expect(refused).toBeLessThanOrEqual(30);
    expect(now / 1_000).toBeGreaterThan((30_000 - 3_000) / 100 - 1);
    expect(now / 1_000).toBeLessThan((30_000 / 100) * 1.1);
  });

  test("charges a body that does not say how long it is, and gives back what it did not need", async () => {
    const door = createDoorkeeper(
      async () => [{ ...key, burst: 70 }],
      () => 0,
    );
    const caller = { source: "s", authorization: `Bearer ${token}`, contentLength: null };
    for (let i = 0; i < 7; i++) {
      await door.admit(caller);
      await door.settle(caller, 1);
    }
    await expect(door.admit(caller)).rejects.toMatchObject({ code: "too-many-requests" });
  });
});

describe("turns", () => {
  test("take one piece of a source at a time, and go on after one that failed", async () => {
    const turns = createTurns({ atOnce: 4, waiting: 8 });
    const order: number[] = [];
    let inside = 0;
    const work = (i: number) => async () => {
      expect(++inside).toBe(1);
      await Promise.resolve();
      order.push(i);
      inside--;
      if (i === 1) throw new Error("broken");
    };
    const all = [0, 1, 2, 3].map((i) => turns.run("a", work(i))!);
    const settled = await Promise.allSettled(all);
    expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled"]);
    expect(order).toEqual([0, 1, 2, 3]);
  });

  test("let a source wait only so long a queue, and no source keep another out", async () => {
    const turns = createTurns({ atOnce: 1, waiting: 2 });
    let free = () => {};
    const held = new Promise<void>((resolve) => {
      free = resolve;
    });
    const first = turns.run("a", () => held);
    const rest = [turns.run("a", async () => "a2"), turns.run("a", async () => "a3")];
    expect(turns.run("a", async () => "a4")).toBeNull();
    const order: string[] = [];
    const other = turns.run("b", async () => order.push("b"))!;
    const second = rest[0]!.then((name) => order.push(name));
    free();
    await Promise.all([first, other, second, ...rest]);
    expect(order).toEqual(["b", "a2"]);
    expect(await turns.run("a", async () => "again")).toBe("again");
  });
});

test("a token is new each time, has 32 bytes, and is known by its digest alone", () => {
  const tokens = Array.from({ length: 100 }, () => makeToken());
  expect(new Set(tokens.map(({ token }) => token)).size).toBe(100);
  for (const { token, hash } of tokens) {
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    expect(hash.equals(hashToken(token))).toBe(true);
    expect(isToken(token, hash)).toBe(true);
    expect(isToken(`${token}x`, hash)).toBe(false);
    expect(isToken("", hash)).toBe(false);
    expect(readBearer(`Bearer ${token}`)).toBe(token);
  }
});

test("only a bearer token is read from a header", () => {
  for (const header of [
    undefined,
    "",
    "Bearer",
    "Bearer ",
    "Basic abc",
    "Bearer a b",
    "Bearer ä",
    `Bearer ${"x".repeat(201)}`,
  ])
    expect(readBearer(header)).toBeNull();
});
