import fc from "fast-check";
import { expect, test } from "vitest";
import { forEachBoxPair, forEachPointPair } from "#data/geometry/near-pairs.ts";

const metres = (size: number) => fc.integer({ min: -size * 2, max: size * 2 }).map((half) => half / 2);
const pointSets = fc
  .array(fc.tuple(metres(60), metres(60)), { maxLength: 60 })
  .map((positions) => Float64Array.from(positions.flat()));
/** Far strays among the others: an index that spans them must not lose or repeat anybody. */
const strays = fc
  .tuple(pointSets, fc.array(fc.constantFrom(2e7, -2e7, 1.5e6, 0), { maxLength: 4 }))
  .map(([set, far]) => Float64Array.of(...set, ...far.flatMap((each) => [each, -each])));
const reaches = fc.constantFrom(0.5, 1, 2.5, 5, 20, 500);

function pairsOf(a: Float64Array, b: Float64Array | null, reachM: number): string[] {
  const pairs: string[] = [];
  forEachPointPair(a, b, reachM, (i, j, squaredM2) => void pairs.push(`${i} ${j} ${squaredM2}`));
  return pairs.sort();
}

function everyPair(a: Float64Array, b: Float64Array | null, reachM: number): string[] {
  const others = b ?? a;
  const pairs: string[] = [];
  for (let i = 0; i < a.length / 2; i++)
    for (let j = b ? 0 : i + 1; j < others.length / 2; j++) {
      const squared = (others[j * 2]! - a[i * 2]!) ** 2 + (others[j * 2 + 1]! - a[i * 2 + 1]!) ** 2;
      if (squared <= reachM * reachM) pairs.push(`${i} ${j} ${squared}`);
    }
  return pairs.sort();
}

test("finds the same pairs of points as looking at every pair, each once", () => {
  fc.assert(
    fc.property(pointSets, pointSets, reaches, (a, b, reachM) => {
      expect(pairsOf(a, b, reachM)).toEqual(everyPair(a, b, reachM));
      expect(pairsOf(a, null, reachM)).toEqual(everyPair(a, null, reachM));
    }),
    { numRuns: 300 },
  );
});

test("finds them among strays at the other end of the world too", () => {
  fc.assert(
    fc.property(strays, strays, reaches, (a, b, reachM) => {
      expect(pairsOf(a, b, reachM)).toEqual(everyPair(a, b, reachM));
      expect(pairsOf(a, null, reachM)).toEqual(everyPair(a, null, reachM));
    }),
    { numRuns: 200 },
  );
});

test("counts a pair at exactly the reach, across the edge of two cells", () => {
  expect(pairsOf(Float64Array.of(0, 0, 120, 0, 240, 0), null, 120)).toEqual(["0 1 14400", "1 2 14400"]);
  expect(pairsOf(Float64Array.of(-0.1, 0), Float64Array.of(119.9, 0), 120)).toHaveLength(1);
});

test("finds every pair of points that stand on one spot", () => {
  const spot = new Float64Array(200).fill(7);
  expect(pairsOf(spot, null, 1)).toHaveLength((100 * 99) / 2);
});

test("has no pairs with nobody", () => {
  const none = new Float64Array(0);
  const some = Float64Array.of(1, 1, 2, 2);
  expect(pairsOf(none, some, 10)).toEqual([]);
  expect(pairsOf(some, none, 10)).toEqual([]);
  expect(pairsOf(none, null, 10)).toEqual([]);
  expect(pairsOf(some.subarray(0, 2), null, 10)).toEqual([]);
});

test("finds the pairs of boxes whose gaps are within reach along both axes", () => {
  const boxes = fc
    .array(fc.tuple(metres(40), metres(40), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })), {
      maxLength: 30,
    })
    .map((each) => Float64Array.from(each.flatMap(([x, y, w, h]) => [x, y, x + w, y + h])));
  const slow = (a: Float64Array, b: Float64Array | null, reachM: number) => {
    const others = b ?? a;
    const pairs: string[] = [];
    for (let i = 0; i < a.length; i += 4)
      for (let j = b ? 0 : i + 4; j < others.length; j += 4) {
        const gapX = Math.max(a[i]! - others[j + 2]!, others[j]! - a[i + 2]!);
        const gapY = Math.max(a[i + 1]! - others[j + 3]!, others[j + 1]! - a[i + 3]!);
        if (gapX <= reachM && gapY <= reachM) pairs.push(`${i / 4} ${j / 4}`);
      }
    return pairs.sort();
  };
  fc.assert(
    fc.property(boxes, boxes, fc.constantFrom(0, 0.5, 5, 25), (a, b, reachM) => {
      for (const other of [b, null]) {
        const pairs: string[] = [];
        forEachBoxPair(a, other, reachM, (i, j) => void pairs.push(`${i} ${j}`));
        expect(pairs.sort()).toEqual(slow(a, other, reachM));
      }
    }),
    { numRuns: 200 },
  );
});
