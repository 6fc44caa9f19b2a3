import { expect, test, vi } from "vitest";
import { createAnswerKeeper, type Outcome } from "../../../../web/workspaces/screen/answer-keeper.ts";

type Answer = Outcome<number, string>;

const good = (answer: number) => async (): Promise<Answer> => ({ answer });
const refused = async (): Promise<Answer> => ({ refused: "no roads" });

function makeKeeper() {
  let clock = 0;
  const onFailure = vi.fn();
  return { askOrKeep: createAnswerKeeper({ now: () => ++clock, onFailure }), onFailure };
}

test("the last good answer stays while a later one is refused or fails, and says when it was good", async () => {
  const { askOrKeep, onFailure } = makeKeeper();
  const bug = new Error("no such column");
  expect(await askOrKeep("one", refused)).toEqual({ answer: null, refused: "no roads", lastGoodAt: null });
  expect(await askOrKeep("one", good(7))).toEqual({ answer: 7, refused: null, lastGoodAt: null });
  await askOrKeep("two", good(1));
  expect(await askOrKeep("one", refused)).toEqual({ answer: 7, refused: "no roads", lastGoodAt: 1 });
  expect(await askOrKeep<number, string>("one", () => Promise.reject(bug))).toEqual({
    answer: 7,
    refused: null,
    lastGoodAt: 1,
  });
  expect(onFailure).toHaveBeenCalledExactlyOnceWith(bug);
  expect(await askOrKeep("one", good(8))).toEqual({ answer: 8, refused: null, lastGoodAt: null });
});

test("what was not answered for the longest is forgotten first", async () => {
  const { askOrKeep } = makeKeeper();
  await askOrKeep("oldest", good(1));
  for (let n = 0; n < 40; n++) await askOrKeep(`filler ${n}`, good(n));
  expect((await askOrKeep("oldest", refused)).answer).toBeNull();
  expect((await askOrKeep("filler 39", refused)).answer).toBe(39);
});
