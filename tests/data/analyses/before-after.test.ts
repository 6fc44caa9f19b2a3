import { describe, expect, test } from "vitest";
import { beforeAfter } from "#data/analyses/before-after.ts";
import type { BeforeAfterSummary, CompareBy } from "#data/analyses/before-after-results.ts";
import { createRandom } from "#data/demo/random.ts";
import { createZonePlane } from "#data/geodesy/zone-plane.ts";
import { makeSnapshot, type Row, ZONE } from "../../support/make-snapshot.ts";
import { accidentOn, roadRows, type SceneRoad } from "../../support/road-scene.ts";
import { refusalOf, runAnalysis, schemaRefusals } from "./run-analysis.ts";

const G111: SceneRoad = { code: "G111", start: [-15_000, 0], lengthM: 30_000, class: "national", aadt: 6_000 };
const S985: SceneRoad = { code: "S985", start: [-15_000, 5_000], lengthM: 20_000, class: "provincial" };
const SITE = { kind: "segment", route: "G111", fromM: 10_000, toM: 10_500 };
/** A year of works between three years and three years. */
const WORKS = { treatedFrom: "2023-01-01", treatedTo: "2024-01-01" };
const TODAY = "2026-12-31";

const random = createRandom(5, "before-after-scene");
const dayIn = (year: number): string => {
  const day = new Date(Date.UTC(year, 0, 1 + random.integer(0, 364)));
  return `${day.toISOString().slice(0, 10)}T10:00`;
};
const onG111 = (stakeM: number, year: number, attributes: Row["attributes"] = {}): Row =>
  accidentOn(G111, stakeM, { happenedAt: dayIn(year), ...attributes });

/** So many in each of the years, between the stakes. */
const perYear = (count: number, years: readonly number[], [fromM, toM]: readonly [number, number]): Row[] =>
  years.flatMap((year) => Array.from({ length: count }, () => onG111(random.between(fromM, toM), year)));

const [BEFORE, AFTER] = [
  [2020, 2021, 2022],
  [2024, 2025, 2026],
];
/** Forty crashes in each year on the rest of the road, and one each at both ends of the ledger. */
const ELSEWHERE: Row[] = [
  ...perYear(40, [...BEFORE, 2023, ...AFTER], [12_000, 29_000]),
  accidentOn(S985, 500, { happenedAt: "2020-01-01T00:10" }),
  accidentOn(S985, 500, { happenedAt: "2026-12-31T10:00" }),
];

const run = (accidents: readonly Row[], parameters: object = {}) =>
  runAnalysis(beforeAfter, { site: SITE, ...WORKS, today: TODAY, ...parameters }, [
    makeSnapshot("accidents", accidents),
    makeSnapshot("roads", [...roadRows(G111), ...roadRows(S985)]),
  ]);

const effectBy = ({ effects }: BeforeAfterSummary, by: CompareBy) => effects.find((each) => each.by === by)!;
const estimate = <T>(value: T | string): T => {
  if (typeof value === "string") throw new Error(`no estimate: ${value}`);
  return value;
};

const IMPROVED = [...ELSEWHERE, ...perYear(12, BEFORE, [10_050, 10_450]), ...perYear(3, AFTER, [10_050, 10_450])];

describe("before and after", () => {
  test("finds the effect of works that three quarters fewer crashes show, by all three methods", () => {
    const { summary } = run(IMPROVED);
    const all = effectBy(summary, "all");
    expect(all).toMatchObject({ before: 36, after: 9, basis: "empirical-bayes", verdict: "reduced" });
    expect(estimate(all.naive).expected).toBeCloseTo(36, 1);
    expect(estimate(all.comparison).expected).toBeCloseTo(36, 0);
    const bayes = estimate(all.empiricalBayes);
    // The crashes before stand far out of the road's others: a little of it was chance.
    expect(bayes.expectedBefore).toBeLessThan(36);
    expect(bayes.expectedBefore).toBeGreaterThan(20);
    expect(bayes.chanceBefore).toBeCloseTo(36 - bayes.expectedBefore, 9);
    expect(bayes.theta).toBeGreaterThan(estimate(all.naive).theta);
    expect(summary).toMatchObject({ standing: "final", verdict: "reduced", duringWorks: 0 });
    expect(summary.comparisonGroup).toMatchObject({ by: "class", roadClass: "national", before: 120, after: 120 });
    expect(summary.referenceGroup).toMatchObject({ model: "fitted", scale: "traffic", by: "class" });
  });

  test("nothing that happens during the works counts, and it is told", () => {
    const { findings, summary } = run([...IMPROVED, ...perYear(20, [2023], [10_100, 10_400])]);
    expect(effectBy(summary, "all")).toMatchObject({ before: 36, after: 9 });
    expect(summary.duringWorks).toBe(20);
    expect(findings.filter(({ period }) => period === "works")).toHaveLength(20);
    expect(findings.filter(({ where, period }) => where === "site" && period === "before")).toHaveLength(36);
  });

  test("what rose everywhere is no effect of the works", () => {
    const doubled = [...ELSEWHERE, ...perYear(40, AFTER, [12_000, 29_000])];
    const { summary } = run([
      ...doubled,
      ...perYear(12, BEFORE, [10_050, 10_450]),
      ...perYear(24, AFTER, [10_050, 10_450]),
    ]);
    const all = effectBy(summary, "all");
    expect(estimate(all.naive).verdict).toBe("increased");
    expect(estimate(all.comparison).verdict).toBe("cannot-tell");
    expect(all.verdict).toBe("cannot-tell");
  });

  test("traffic that doubled doubles what is expected; otherwise it is taken as unchanged and said so", () => {
    const assumed = run(IMPROVED).summary;
    expect(assumed.traffic).toEqual({ before: 6_000, after: 6_000, change: "assumed", ratio: 1 });
    const { summary } = run(IMPROVED, { traffic: { before: 6_000, after: 12_000 } });
    expect(summary.traffic).toMatchObject({ change: "given", ratio: 2 });
    const [plain, doubled] = [effectBy(assumed, "all"), effectBy(summary, "all")];
    expect(estimate(doubled.naive).expected).toBeCloseTo(2 * estimate(plain.naive).expected, 9);
    expect(estimate(doubled.empiricalBayes).expected).toBeCloseTo(2 * estimate(plain.empiricalBayes).expected, 9);
    // 36 crashes in 3 years of 6,000 vehicles a day on 500 m: 3.285 million vehicle-kilometres.
    expect(plain.rateBefore).toBeCloseTo(36 / 3.285, 1);
    expect(doubled.rateAfter).toBeCloseTo(plain.rateAfter! / 2, 9);
  });

  test("a model that is given is used for all crashes", () => {
    // exp(-8.7) · 6000 · 0.5 km: 0.4999 a year.
    const { summary } = run(IMPROVED, { model: { intercept: -8.7, aadtPower: 1, overdispersion: 0.2 } });
    const bayes = estimate(effectBy(summary, "all").empiricalBayes);
    expect(bayes.predictedBefore).toBeCloseTo(3 * 0.49976, 2);
    expect(bayes.modelWeight).toBeCloseTo(1 / (1 + (0.2 / 0.5) * bayes.predictedBefore), 9);
    expect(summary.referenceGroup).toMatchObject({ model: "given", overdispersion: 0.2 });
  });

  test("with few crashes it cannot tell, and says which groups are too small", () => {
    const few = [...perYear(1, BEFORE, [10_100, 10_400]), ...perYear(4, [2020, 2026], [15_000, 25_000])];
    const { summary } = run([...few, ...ELSEWHERE.slice(-2)]);
    const all = effectBy(summary, "all");
    expect(all).toMatchObject({
      before: 3,
      after: 0,
      comparison: "too-few",
      empiricalBayes: "too-few",
      basis: "naive",
    });
    expect(estimate(all.naive).low).toBe(0);
    expect(summary.verdict).toBe("cannot-tell");
    expect(summary.comparisonGroup.by).toBe("all");
    expect(effectBy(summary, "fatal")).toMatchObject({ naive: "too-few", basis: null, verdict: "cannot-tell" });
  });

  test("counts each severity by itself", () => {
    const fatal = [
      onG111(10_200, 2021, { severity: "fatal", deaths: 1 }),
      onG111(10_200, 2022, { severity: "damage", injuries: 0 }),
    ];
    const { summary } = run([...IMPROVED, ...fatal]);
    expect(summary.effects.map(({ by, before }) => [by, before])).toEqual([
      ["all", 38],
      ["casualty", 37],
      ["fatal", 1],
      ["damage", 1],
    ]);
    expect(summary.countsBefore).toMatchObject({ crashes: 38, deaths: 1 });
  });
});

describe("periods", () => {
  test("what the ledger does not cover yet is preliminary, until the day on which it is full", () => {
    const early = IMPROVED.filter(({ attributes }) => String(attributes!.happenedAt) < "2025-06-01");
    const { summary } = run([...early, accidentOn(S985, 900, { happenedAt: "2025-05-31T12:00" })], {
      today: "2025-06-10",
    });
    expect(summary).toMatchObject({ standing: "preliminary", fullOn: "2027-01-01" });
    expect(summary.after).toMatchObject({ askedTo: "2027-01-01", to: "2025-06-01", isFull: false });
    expect(summary.after.years).toBeCloseTo(1.41, 1);
    expect(effectBy(summary, "all").perYearBefore).toBeCloseTo(12, 0);
  });

  test("without any day after the works there is no answer", () => {
    const early = IMPROVED.filter(({ attributes }) => String(attributes!.happenedAt) < "2023-07-01");
    const { summary } = run(early);
    expect(summary).toMatchObject({ standing: "none", verdict: "cannot-tell", basis: null });
    expect(effectBy(summary, "all")).toMatchObject({ naive: "no-period", perYearAfter: null });
    expect(summary.migration).toMatchObject({ effect: "no-period", answer: "cannot-tell" });
    expect(run([]).summary.standing).toBe("none");
  });

  test("refuses periods that run backwards and sites that are not there", () => {
    const field = (parameters: object) => refusalOf(() => run(IMPROVED, parameters)).field;
    expect(field({ treatedTo: "2022-12-31" })).toBe("treatedTo");
    expect(field({ from: "2023-01-01" })).toBe("from");
    expect(field({ to: "2024-01-01" })).toBe("to");
    expect(field({ treatedFrom: "2023-02-30" })).toBe("treatedFrom");
    expect(field({ site: { ...SITE, route: "G1" } })).toBe("site.route");
    expect(field({ comparison: { routes: ["G1"] } })).toBe("comparison.routes");
    expect(schemaRefusals(beforeAfter, { site: SITE, ...WORKS, yearsAfter: 11 })).toEqual(["yearsAfter too_big ≤ 10"]);
  });

  test("works of a single day lie between both periods", () => {
    const { summary } = run(IMPROVED, { treatedFrom: "2024-01-01", treatedTo: "2024-01-01" });
    expect(summary.before.askedTo).toBe(summary.after.askedFrom);
  });
});

describe("where crashes went", () => {
  const beside: readonly [number, number] = [10_520, 10_980];

  test("says that they moved when the next 500 m got them", () => {
    const moved = [...IMPROVED, ...perYear(3, BEFORE, beside), ...perYear(12, AFTER, beside)];
    const { migration, comparisonGroup } = run(moved).summary;
    expect(migration).toMatchObject({ before: 9, after: 36, answer: "moved", reachM: 500 });
    expect(migration.gained).toBeGreaterThan(20);
    expect(migration.stretches.map(({ before, after }) => [before, after])).toEqual([
      [0, 0],
      [9, 36],
    ]);
    expect(comparisonGroup).toMatchObject({ before: 120, after: 120 });
  });

  test("says that they did not, when the neighbours cannot have gained what the site lost", () => {
    const more = [...perYear(12, BEFORE, [10_050, 10_450]), ...perYear(3, AFTER, [10_050, 10_450])];
    const stayed = [...IMPROVED, ...more, ...perYear(5, [...BEFORE, ...AFTER], beside)];
    const { migration } = run(stayed).summary;
    expect(migration).toMatchObject({ before: 15, after: 15, answer: "not-moved" });
    expect(migration.siteLost).toBeGreaterThan(15);
  });

  test("cannot tell where nothing happened beside the site before", () => {
    expect(run(IMPROVED).summary.migration).toMatchObject({ effect: "too-few", answer: "cannot-tell" });
  });

  test("ends where the road ends", () => {
    const { migration } = run(IMPROVED, { site: { ...SITE, fromM: 0, toM: 400 } }).summary;
    expect(migration.stretches.map(({ lengthM }) => Math.round(lengthM!))).toEqual([500]);
  });

  test("at a junction it goes by all legs, and the reference group is junctions", () => {
    const crossing: SceneRoad = { code: "X902", start: [-4_750, -2_000], lengthM: 4_000, north: true, class: "county" };
    const position = createZonePlane(ZONE).toLonLat(-4_750, 0);
    const along = [
      accidentOn(crossing, 2_300, { happenedAt: dayIn(2021) }),
      accidentOn(crossing, 1_700, { happenedAt: dayIn(2025) }),
    ];
    const roads = [G111, S985, crossing].flatMap(roadRows);
    const { summary } = runAnalysis(
      beforeAfter,
      { site: { kind: "junction", position, radiusM: 100 }, ...WORKS, today: TODAY },
      [makeSnapshot("accidents", [...IMPROVED, ...along]), makeSnapshot("roads", roads)],
    );
    expect(summary.migration.stretches).toHaveLength(4);
    expect(summary.migration.stretches.every(({ lengthM }) => Math.abs(lengthM! - 500) < 2)).toBe(true);
    const { before, after } = effectBy(summary, "all");
    // What lies on G111 beyond 100 m of the crossing is beside it, and what lies on the crossing road too.
    expect(before + summary.migration.before).toBe(37);
    expect(after + summary.migration.after).toBe(10);
    expect(summary.referenceGroup).toMatchObject({ by: "junctions", model: null });
    expect(effectBy(summary, "all").empiricalBayes).toBe("too-few");
  });

  test("around a circle it is a ring, compared with all others and without Empirical Bayes", () => {
    const position = createZonePlane(ZONE).toLonLat(-4_750, 0);
    const { summary } = run(IMPROVED, { site: { kind: "circle", position, radiusM: 600 } });
    expect(effectBy(summary, "all")).toMatchObject({
      before: 36,
      after: 9,
      empiricalBayes: "no-roads",
      basis: "comparison",
    });
    expect(summary.comparisonGroup.by).toBe("all");
    expect(summary.migration.stretches).toHaveLength(1);
  });
});
