import { expect, test } from "vitest";
import { batched } from "../../../server/wall/batched.ts";

/** Queries that are answered when the test says so. */
function start() {
  const asked: { ids: readonly string[]; answer(): void; fail(): void }[] = [];
  const find = batched<string>(
    (ids) =>
      new Promise((resolve, reject) => {
        asked.push({
          ids,
          answer: () => resolve(new Map(ids.filter((id) => id !== "gone").map((id) => [id, `${id}!`]))),
          fail: () => reject(new Error("no record")),
        });
      }),
  );
  return { asked, find };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test("what is asked while a query runs is one query after it", async () => {
  const { asked, find } = start();
  const first = find("a");
  await turn();
  const later = ["b", "c", "b", "gone"].map(find);
  await turn();
  expect(asked.map(({ ids }) => ids)).toEqual([["a"]]);
  asked[0]!.answer();
  expect(await first).toBe("a!");
  await turn();
  expect(asked.map(({ ids }) => ids)).toEqual([["a"], ["b", "c", "gone"]]);
  asked[1]!.answer();
  expect(await Promise.all(later)).toEqual(["b!", "c!", "b!", null]);
});

test("an answer is never older than its question", async () => {
  const { asked, find } = start();
  const before = find("a");
  await turn();
  const after = find("a");
  asked[0]!.answer();
  await before;
  await turn();
  expect(asked).toHaveLength(2);
  asked[1]!.answer();
  expect(await after).toBe("a!");
});

test("a query that fails is the trouble of those who asked it, and of nobody after them", async () => {
  const { asked, find } = start();
  const failing = find("a");
  await turn();
  const next = find("b");
  asked[0]!.fail();
  await expect(failing).rejects.toThrow("no record");
  await turn();
  asked[1]!.answer();
  expect(await next).toBe("b!");
});
