import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { WatchFinding } from "#data/analyses/black-spot-results.ts";
import { blackSpots } from "#data/analyses/black-spots.ts";
import { watchList } from "#data/analyses/watch-list.ts";
import { DAY_MS, formatLocalDay, parseLocalTime } from "#data/snapshot/local-time.ts";
import { idOf, makeSnapshot, type Row } from "../../support/make-snapshot.ts";
import { accidentOn, roadRows, type SceneRoad } from "../../support/road-scene.ts";
import { refusalOf, runAnalysis } from "./run-analysis.ts";
import "../../support/property-seed.ts";

/** They cross at K1+000 of both. */
const G111: SceneRoad = { code: "G111", start: [-1_000, 0], lengthM: 3_000 };
const S985: SceneRoad = { code: "S985", start: [0, -1_000], lengthM: 3_000, north: true };
const roads = makeSnapshot("roads", [G111, S985].flatMap(roadRows));

const on = (day: string, attributes: Row["attributes"]): Row["attributes"] => ({
  happenedAt: `${day}T08:30`,
  ...attributes,
});
const fatal = (day: string, deaths = 1) => on(day, { severity: "fatal", deaths, injuries: 0 });
const injury = (day: string) => on(day, { severity: "injury", deaths: 0, injuries: 1 });

const watch = (accidents: readonly Row[], parameters: object = {}) =>
  runAnalysis(watchList, { ruleSet: "proposed-500", to: "2026-01-01", ...parameters }, [
    roads,
    makeSnapshot("accidents", accidents),
  ]);
const screen = (accidents: readonly Row[], parameters: object) =>
  runAnalysis(blackSpots, { ruleSet: "proposed-500", ...parameters }, [roads, makeSnapshot("accidents", accidents)]);

describe("a site that one more crash tips", () => {
  const two = [accidentOn(G111, 400, fatal("2023-06-10")), accidentOn(G111, 700, fatal("2024-03-01"))];

  test("says which crash, until when, and where it is densest", () => {
    const { findings, summary } = watch(two);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      place: { route: { code: "G111" } },
      accidentIds: [idOf(0), idOf(1)],
      oneMore: [
        {
          criterion: "fatal",
          crashes: "fatal",
          minDeaths: null,
          counted: 2,
          needed: 3,
          pattern: null,
          until: "2026-06-09",
        },
      ],
      until: "2026-06-09",
      lastAccidentOn: "2024-03-01",
    });
    expect(findings[0]!.place.fromM).toBeCloseTo(400, -0.5);
    expect(findings[0]!.place.toM).toBeCloseTo(700, -0.5);
    expect(summary).toMatchObject({ found: 1, listed: 1, by: "2026-01-02", lapsing: 0 });
  });

  test("is one on the last day it names, and not on the next", () => {
    const withCrash = (day: string) => [...two, accidentOn(G111, 700, fatal(day))];
    expect(screen(withCrash("2026-06-09"), { to: "2026-06-10" }).findings).toHaveLength(1);
    expect(screen(withCrash("2026-06-10"), { to: "2026-06-11" }).findings).toEqual([]);
  });

  test("is listed by a day until which it holds; later it is told as lapsing", () => {
    expect(watch(two, { by: "2026-06-10" }).summary).toMatchObject({ found: 1, lapsing: 0, by: "2026-06-10" });
    expect(watch(two, { by: "2026-06-11" }).summary).toMatchObject({ found: 0, lapsing: 1 });
    expect(refusalOf(() => watch(two, { by: "2026-01-01" }))).toEqual({ field: "by", allowed: "after 2026-01-01" });
  });

  test("of a period with both its ends given holds for as many days", () => {
    // 1096 days before 2026-06-10 (excluded) is 2023-06-10.
    expect(watch(two, { from: "2023-01-01" }).findings[0]!.until).toBe("2026-06-09");
    expect(watch(two, { from: "2023-06-01" }).findings[0]!.until).toBe("2026-01-09");
  });

  test("is no longer listed once it is a black spot, nor are its neighbours that share its crashes", () => {
    expect(watch([...two, accidentOn(G111, 650, fatal("2024-05-01"))]).findings).toEqual([]);
    const beside = accidentOn(G111, 1_150, fatal("2024-05-01"));
    expect(watch([...two, accidentOn(G111, 650, fatal("2024-05-01")), beside]).findings).toEqual([]);
  });

  test("may be tipped by several kinds, the mildest first", () => {
    const nine = Array.from({ length: 7 }, (_, i) => accidentOn(G111, 450 + i, injury("2025-02-01")));
    expect(
      watch([...two, ...nine]).findings[0]!.oneMore.map(({ criterion, until }) => `${criterion} ${until}`),
    ).toEqual(["casualty 2026-06-09", "fatal 2026-06-09"]);
  });

  test("may be a junction, or a place astride its edge", () => {
    const junction = [accidentOn(G111, 960, fatal("2024-03-01")), accidentOn(S985, 1_030, fatal("2024-03-01"))];
    expect(watch(junction).findings.map(({ place }) => place.site.kind)).toEqual(["junction"]);
    const astride = [accidentOn(G111, 960, fatal("2024-03-01")), accidentOn(G111, 1_200, fatal("2024-03-01"))];
    expect(watch(astride).findings.map(({ place, counts }) => [place.site.kind, counts.fatal])).toEqual([
      ["segment", 2],
    ]);
  });

  test("may lack one that kills three", () => {
    const [site] = watch([accidentOn(G111, 900, { ...fatal("2025-03-01", 3), roadFactor: false })], {
      ruleSet: "city-2008",
    }).findings;
    expect(site!.oneMore).toMatchObject([{ criterion: "three-deaths-twice", minDeaths: 3, counted: 1, needed: 2 }]);
  });

  test("may be a circle without roads", () => {
    const damage = on("2025-08-01", { severity: "damage", deaths: 0, injuries: 0 });
    const accidents = [0, 20, 40, 60].map((aside) => accidentOn(G111, 900 + aside, damage));
    const { findings } = runAnalysis(watchList, { ruleSet: "molit-kr-all" }, [makeSnapshot("accidents", accidents)]);
    expect(findings.map(({ place, counts }) => [place.site.kind, counts.crashes])).toEqual([["circle", 4]]);
  });
});

const RULES: readonly { ruleSet: string; overrides: object }[] = [
  {
    ruleSet: "proposed-500",
    overrides: {
      unit: { kind: "window", lengthM: 300, stepM: 50 },
      criteria: [
        { id: "fatal", crashes: "fatal", atLeast: 2 },
        { id: "any", crashes: "any", atLeast: 4 },
      ],
    },
  },
  {
    ruleSet: "proposed-500",
    overrides: {
      unit: { kind: "window", lengthM: 400, stepM: 50 },
      junctions: { apart: false, radiusM: 100 },
      criteria: [{ id: "regular", crashes: "any", atLeast: 3, regular: true }],
      patternMinShare: 0.7,
      patternHours: 1,
    },
  },
  { ruleSet: "city-2008", overrides: { patternHours: 1 } },
  { ruleSet: "molit-kr-spot", overrides: { criteria: [{ id: "any", crashes: "any", atLeast: 4 }] } },
  { ruleSet: "molit-kr-all", overrides: { most: null, criteria: [{ id: "any", crashes: "any", atLeast: 3 }] } },
];

const someCrashes = fc.array(
  fc.record({
    road: fc.constantFrom(G111, S985),
    stakeM: fc.oneof(fc.integer({ min: 10, max: 2_990 }), fc.integer({ min: 850, max: 1_150 })),
    deaths: fc.constantFrom(0, 0, 0, 1, 3),
    form: fc.constantFrom("angle", "rear-end", "head-on"),
    day: fc.integer({ min: 0, max: 1_094 }),
    hour: fc.integer({ min: 0, max: 23 }),
  }),
  { maxLength: 24 },
);

const START_MS = parseLocalTime("2023-01-01");
const TO = "2026-01-01";
const dayAfter = (day: string) => formatLocalDay(parseLocalTime(day) + DAY_MS);

function rowsOf(list: readonly (typeof someCrashes extends fc.Arbitrary<(infer Each)[]> ? Each : never)[]): Row[] {
  return list.map(({ road, stakeM, deaths, form, day, hour }) => {
    const happenedAt = new Date(START_MS + day * DAY_MS + hour * 3_600_000).toISOString().slice(0, 16);
    return accidentOn(road, stakeM, {
      happenedAt,
      severity: deaths > 0 ? "fatal" : "injury",
      deaths,
      injuries: 1,
      form,
    });
  });
}

/** The crash that a finding speaks of, on a day, where it says. */
function tippingCrash(like: Row, { crashes, minDeaths, pattern }: WatchFinding["oneMore"][number], day: string): Row {
  const deaths = minDeaths ?? (crashes === "fatal" ? 1 : 0);
  const hour = pattern?.by === "hours" ? pattern.value.slice(0, 2) : "12";
  return {
    ...like,
    attributes: {
      ...like.attributes,
      happenedAt: `${day}T${hour}:15`,
      severity: deaths > 0 ? "fatal" : "injury",
      deaths,
      injuries: 1,
      roadFactor: true,
      form: pattern?.by === "form" ? pattern.value : "other",
      cause: pattern?.by === "cause" ? pattern.value : null,
    },
  };
}

test("one more such crash, on the first day or the last, makes the screening report the place", () => {
  fc.assert(
    fc.property(someCrashes, fc.constantFrom(...RULES), (list, rule) => {
      const accidents = rowsOf(list);
      for (const { oneMore, accidentIds } of watch(accidents, { ...rule, to: TO, limit: 200_000 }).findings)
        for (const each of oneMore)
          for (const day of [TO, each.until]) {
            const like = accidents.find(({ geometry }) => {
              const [lon, lat] = (geometry as GeoJSON.Point).coordinates as [number, number];
              return Math.abs(lon - each.at[0]) < 1e-9 && Math.abs(lat - each.at[1]) < 1e-9;
            });
            const more = [...accidents, tippingCrash(like!, each, day)];
            const { findings } = screen(more, { ...rule, to: dayAfter(day) });
            const newId = idOf(accidents.length);
            const there = findings.filter(({ accidentIds: ids }) => ids.includes(newId));
            expect(there).toHaveLength(1);
            expect(there[0]!.accidentIds.some((id) => accidentIds.includes(id))).toBe(true);
          }
    }),
    { numRuns: 60 },
  );
});

test("whatever one more crash at an accident's place makes a black spot is on the list, or is one already", () => {
  fc.assert(
    fc.property(
      someCrashes,
      fc.constantFrom(RULES[0]!, RULES[3]!, RULES[4]!),
      fc.constantFrom(0, 1),
      (list, rule, deaths) => {
        const accidents = rowsOf(list);
        const watched = new Set(
          watch(accidents, { ...rule, to: TO }).findings.flatMap(({ accidentIds }) => accidentIds),
        );
        // The same period for both: it ends on the day of the crash.
        const before = screen(accidents, { ...rule, to: dayAfter(TO) }).findings.flatMap(
          ({ accidentIds }) => accidentIds,
        );
        const already = new Set([
          ...before,
          ...screen(accidents, { ...rule, to: TO }).findings.flatMap((each) => each.accidentIds),
        ]);
        for (const like of accidents.slice(0, 6)) {
          const crash = {
            ...like,
            attributes: {
              ...like.attributes,
              ...on(TO, { deaths, injuries: 1, severity: deaths > 0 ? "fatal" : "injury" }),
            },
          };
          const newId = idOf(accidents.length);
          for (const { accidentIds } of screen([...accidents, crash], { ...rule, to: dayAfter(TO) }).findings) {
            if (!accidentIds.includes(newId)) continue;
            const others = accidentIds.filter((id) => id !== newId);
            expect(others.length === 0 || others.some((id) => watched.has(id) || already.has(id))).toBe(true);
          }
        }
      },
    ),
    { numRuns: 60 },
  );
});
