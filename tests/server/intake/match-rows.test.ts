import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { geodesicDestination } from "#data/geodesy/geodesic.ts";
import { createMatcher, type KnownFeature } from "../../../server/intake/match-rows.ts";

const HERE = [122.26, 43.62] as const;
const away = (distanceM: number, bearingDeg = 70) => geodesicDestination(...HERE, bearingDeg, distanceM);
let ids = 0;
const known = (name: string, [lon, lat]: readonly [number, number] = HERE): KnownFeature => {
  const code = `K${++ids}`;
  return { id: `id-${code}`, code, name, lon, lat };
};

describe("a row without a code", () => {
  test("is the feature of its name at its place", () => {
    const feature = known("北源化工有限公司");
    const match = createMatcher([feature, known("南山粮油有限公司", away(30))]);
    expect(match("北源化工（有限公司）", away(12))).toEqual({ sure: feature, doubtful: [] });
  });

  test("is something new where no name and no place is alike", () => {
    const match = createMatcher([known("北源化工", away(30))]);
    expect(match("西辽河面粉厂", HERE)).toEqual({ sure: null, doubtful: [] });
    expect(createMatcher([])("北源化工", HERE)).toEqual({ sure: null, doubtful: [] });
  });

  test("is doubtful where the name stands somewhere else, with the distance said", () => {
    const { sure, doubtful } = createMatcher([known("北源化工", away(3_000))])("北源化工", HERE);
    expect(sure).toBeNull();
    expect(doubtful).toHaveLength(1);
    expect(doubtful[0]!.distanceM).toBeCloseTo(3_000, 3);
  });

  test("is doubtful between two of one name side by side, the nearer one first", () => {
    const [near, far] = [known("北源化工", away(5)), known("北源化工", away(25, 250))];
    const { sure, doubtful } = createMatcher([far, near])("北源化工", HERE);
    expect(sure).toBeNull();
    expect(doubtful.map(({ code }) => code)).toEqual([near.code, far.code]);
  });

  test("without a name is doubtful at the place of another nameless thing, and new elsewhere", () => {
    const match = createMatcher([known("")]);
    expect(match("", away(3)).doubtful).toHaveLength(1);
    expect(match("", away(120)).doubtful).toHaveLength(0);
  });
});

test("finds the candidates that looking at every feature finds", () => {
  const names = fc.constantFrom("北源化工", "北源化工厂", "北源面粉", "南山粮油", "");
  const place = fc.tuple(fc.integer({ min: 0, max: 359 }), fc.integer({ min: 0, max: 200 }));
  const features = fc.array(fc.tuple(names, place), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(features, names, (some, name) => {
      const all = some.map(([each, [turn, far]]) => known(each, away(far, turn)));
      const together = createMatcher(all)(name, HERE);
      const found = together.sure ? [together.sure.code] : together.doubtful.map(({ code }) => code);
      const alone = all.flatMap((each) => {
        const { sure, doubtful } = createMatcher([each])(name, HERE);
        return sure ? [sure.code] : doubtful.map(({ code }) => code);
      });
      for (const code of found) expect(alone).toContain(code);
      expect(found.length).toBe(together.sure ? 1 : Math.min(5, alone.length));
    }),
  );
});
