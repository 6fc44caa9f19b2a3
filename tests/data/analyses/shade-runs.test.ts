import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeRuns, encodeRuns } from "#data/analyses/shade-runs.ts";

const runs = fc.array(fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 1, max: 3000 })), { maxLength: 40 });

test("cells come back as they were, and are counted", () => {
  fc.assert(
    fc.property(runs, (given) => {
      const cells = Uint8Array.from(given.flatMap(([value, length]) => new Array<number>(length).fill(value)));
      const { runs: text, counts } = encodeRuns(cells, 8);
      expect(decodeRuns(text, cells.length)).toEqual(cells);
      expect(counts).toEqual(Array.from({ length: 8 }, (_, value) => cells.filter((each) => each === value).length));
      expect(Buffer.from(text, "base64").toString("base64")).toBe(text);
    }),
  );
});

test("runs of another number of cells are refused", () => {
  const { runs: text } = encodeRuns(new Uint8Array(1000), 5);
  expect(() => decodeRuns(text, 999)).toThrow(RangeError);
  expect(() => decodeRuns(text, 1001)).toThrow(RangeError);
});
