import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { crashesOf } from "#data/traffic/crashes.ts";
import { findRuleSet } from "#data/traffic/rule-sets/index.ts";
import type { RuleSettings } from "#data/traffic/rule-sets/rule-set.ts";
import { createJudge } from "#data/traffic/screening/judge.ts";
import { mergeWindows } from "#data/traffic/screening/merge-windows.ts";
import type { RoutePiece } from "#data/traffic/screening/route-pieces.ts";
import { makeSnapshot, point } from "../../../support/make-snapshot.ts";
import "../../../support/property-seed.ts";

const ROAD_M = 5_000;

interface Crash {
  readonly stakeM: number;
  readonly fatal: boolean;
  readonly form: string;
}

/** Stretches of a road 5 km long (or a ring of that length) as `from-to: stakes of its crashes`. */
function stretchesOf(crashes: readonly Crash[], over: Partial<RuleSettings> = {}, isRing = false) {
  const settings = { ...findRuleSet("proposed-500")!.settings, ...over };
  const { unit } = settings;
  if (unit.kind !== "window") throw new RangeError("no window");
  const snapshot = makeSnapshot(
    "accidents",
    crashes.map(({ fatal, form }) => ({
      geometry: point(122.26, 43.62),
      attributes: { severity: fatal ? "fatal" : "injury", deaths: fatal ? 1 : 0, injuries: fatal ? 0 : 1, form },
    })),
  );
  const rows = Uint32Array.from(crashes.keys()).sort((a, b) => crashes[a]!.stakeM - crashes[b]!.stakeM);
  const piece: RoutePiece = {
    route: 0,
    fromM: 0,
    toM: ROAD_M,
    turnM: isRing ? ROAD_M : null,
    rows,
    stakesM: Float64Array.from(rows, (row) => crashes[row]!.stakeM),
  };
  const judge = createJudge(crashesOf(snapshot), settings);
  const stretches = mergeWindows(piece, { lengthM: unit.lengthM, leastM: unit.stepM }, judge, (set) =>
    judge.findHit(set.running, set.rows, set.first, set.last),
  );
  return stretches.map(({ fromM, toM, rows: own }) => ({
    fromM,
    toM,
    stakesM: Array.from(own, (row) => crashes[row]!.stakeM),
    rows: [...own],
  }));
}

const fatals = (...stakes: number[]): Crash[] => stakes.map((stakeM) => ({ stakeM, fatal: true, form: "angle" }));

describe("a stretch", () => {
  test("reaches from its first crash to its last, whole metres, not to where a window happens to begin", () => {
    expect(stretchesOf(fatals(1_010.4, 1_200, 1_300.2))).toMatchObject([{ fromM: 1_010, toM: 1_301 }]);
  });

  test("of crashes at one stake is as long as a step, and stays on the road", () => {
    expect(stretchesOf(fatals(1_000, 1_000, 1_000))).toMatchObject([{ fromM: 975, toM: 1_025 }]);
    expect(stretchesOf(fatals(0, 0, 0))).toMatchObject([{ fromM: 0, toM: 25 }]);
    expect(stretchesOf(fatals(ROAD_M, ROAD_M, ROAD_M))).toMatchObject([{ fromM: 4_975, toM: ROAD_M }]);
  });

  test("takes three fatal crashes exactly a window apart, and not a centimetre more", () => {
    expect(stretchesOf(fatals(1_000, 1_200, 1_500))).toHaveLength(1);
    expect(stretchesOf(fatals(1_000, 1_200, 1_500.01))).toHaveLength(0);
  });

  test("is one where windows share a crash, and two where they share none", () => {
    expect(stretchesOf(fatals(100, 300, 500, 900, 1_000)).map(({ stakesM }) => stakesM)).toEqual([
      [100, 300, 500, 900, 1_000],
    ]);
    expect(stretchesOf(fatals(100, 200, 300, 601, 700, 800)).map(({ stakesM }) => stakesM)).toEqual([
      [100, 200, 300, 601, 700, 800],
    ]);
    expect(stretchesOf(fatals(100, 200, 300, 850, 900, 950)).map(({ stakesM }) => stakesM)).toEqual([
      [100, 200, 300],
      [850, 900, 950],
    ]);
  });
});

describe("a ring", () => {
  test("has no end at its zero: the stretch goes on counting", () => {
    expect(stretchesOf(fatals(4_900, 50, 150))).toEqual([]);
    expect(stretchesOf(fatals(4_900, 50, 150), {}, true)).toMatchObject([
      { fromM: 4_900, toM: 5_150, stakesM: [4_900, 50, 150] },
    ]);
  });

  test("that is dense all round is one stretch, each crash in it once", () => {
    const all = fatals(...Array.from({ length: 50 }, (_, i) => i * 100));
    const [whole, ...others] = stretchesOf(all, {}, true);
    expect(others).toEqual([]);
    expect(new Set(whole!.rows).size).toBe(50);
    expect(whole!.rows).toHaveLength(50);
  });
});

describe("against every window there is", () => {
  const crashes = fc.array(
    fc.record({
      stakeM: fc.integer({ min: 0, max: ROAD_M - 1 }),
      fatal: fc.boolean(),
      form: fc.constantFrom("angle", "rear-end", "head-on", "other"),
    }),
    { maxLength: 40 },
  );
  const rules: readonly Partial<RuleSettings>[] = [
    {},
    {
      unit: { kind: "window", lengthM: 300, stepM: 50 },
      criteria: [{ id: "regular", crashes: "any", atLeast: 4, regular: true }],
      patternHours: 1,
    },
    {
      unit: { kind: "window", lengthM: 700, stepM: 50 },
      criteria: [{ id: "regular", crashes: "fatal", atLeast: 3, regular: true }],
      patternHours: 1,
      patternMinShare: 0.7,
    },
  ];

  /** Whether crashes meet the rule, told from its words. */
  function meets(held: readonly Crash[], over: Partial<RuleSettings>): boolean {
    const settings = { ...findRuleSet("proposed-500")!.settings, ...over };
    return settings.criteria.some(({ crashes: kind, atLeast, regular }) => {
      const counted = held.filter(({ fatal }) => (kind === "fatal" ? fatal : true));
      if (counted.length < atLeast) return false;
      if (!regular) return true;
      return ["angle", "rear-end", "head-on"].some((form) => {
        const sharing = counted.filter((each) => each.form === form).length;
        return sharing >= 2 && sharing / counted.length >= settings.patternMinShare;
      });
    });
  }

  test.each([false, true])("finds the crashes of all windows that meet the rule and no others, ring: %s", (isRing) => {
    fc.assert(
      fc.property(crashes, fc.constantFrom(...rules), (list, over) => {
        const found = stretchesOf(list, over, isRing);
        const lengthM = (over.unit as { lengthM: number } | undefined)?.lengthM ?? 500;
        const wanted = new Set<number>();
        for (let fromM = -lengthM; fromM <= ROAD_M; fromM += 0.5) {
          const isHeld = ({ stakeM }: Crash) =>
            [stakeM, ...(isRing ? [stakeM + ROAD_M, stakeM - ROAD_M] : [])].some(
              (each) => each >= fromM && each <= fromM + lengthM,
            );
          if (isRing && fromM < 0) continue;
          const held = list.flatMap((crash, row) => (isHeld(crash) ? [row] : []));
          const crashesHeld = held.map((row) => list[row]!);
          if (!meets(crashesHeld, over)) continue;
          for (const row of held) wanted.add(row);
          // Whatever a window holds that meets the rule is in one stretch.
          expect(found.filter(({ rows }) => held.some((row) => rows.includes(row)))).toHaveLength(1);
        }
        const rows = found.flatMap((stretch) => stretch.rows);
        expect(new Set(rows).size).toBe(rows.length);
        expect(new Set(rows)).toEqual(wanted);
      }),
      { numRuns: 60 },
    );
  });
});
