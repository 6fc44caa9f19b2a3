import { describe, expect, test } from "vitest";
import { lackOfRoom } from "../../../../web/workspaces/screen/lack-of-room.ts";
import { LINE_EM, linesThatFit } from "../../../../web/workspaces/screen/lines-that-fit.ts";

const TYPE_PX = 20;
const LINE_PX = LINE_EM * TYPE_PX;

/** Draws a list until nothing changes, as the place of a panel does. @returns lines listed, and what it lacks. */
function drawn({
  lines,
  heightEm,
  footPx,
  least = 0,
}: Record<"lines" | "heightEm" | "footPx", number> & { least?: number }) {
  let lackEm = 0;
  let last = null;
  for (let times = 1; times < 40; times++) {
    const listed = Math.max(least, linesThatFit(heightEm - lackEm, lines));
    const contentPx = (listed + (listed < lines ? 1 : 0)) * LINE_PX;
    const now = { contentPx, roomPx: heightEm * TYPE_PX - footPx };
    const next = lackOfRoom(lackEm, last, now, TYPE_PX);
    if (next === lackEm) return { listed, lackEm, times };
    [lackEm, last] = [next, now];
  }
  throw new Error("told of less without end");
}

describe("lackOfRoom", () => {
  test("a list that fits keeps its height", () => {
    expect(drawn({ lines: 5, heightEm: 12, footPx: 0 })).toEqual({ listed: 5, lackEm: 0, times: 1 });
  });

  test("a foot that wraps costs as many lines as it takes, and the line that counts the others stays", () => {
    const { listed } = drawn({ lines: 22, heightEm: 24, footPx: 2.6 * TYPE_PX });
    // 21.4 em hold 14 lines, the last of which says how many more there are.
    expect(listed).toBe(13);
  });

  test("what cannot draw less is not told of less without end", () => {
    expect(drawn({ lines: 6, least: 6, heightEm: 9, footPx: 6 }).times).toBeLessThan(5);
  });

  test("a shorter foot gives the lines back", () => {
    expect(lackOfRoom(3, { contentPx: 200, roomPx: 200 }, { contentPx: 200, roomPx: 226 }, TYPE_PX)).toBe(0);
  });
});
