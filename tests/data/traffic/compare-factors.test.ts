import { expect, test } from "vitest";
import { compareFactors, FACTOR_LEVEL } from "#data/traffic/diagnosis/compare-factors.ts";
import { createUniform } from "#data/traffic/statistics/random.ts";
import { makeSnapshot, point, type Row, ZONE } from "../../support/make-snapshot.ts";

const here = point(ZONE[0], ZONE[1]);
const crash = (attributes: Row["attributes"]): Row => ({ geometry: here, attributes });
const times = (count: number, attributes: Row["attributes"]): Row[] =>
  Array.from({ length: count }, () => crash(attributes));
const rowsFrom = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
const compare = (site: readonly Row[], reference: readonly Row[]) =>
  compareFactors(
    makeSnapshot("accidents", [...site, ...reference]),
    rowsFrom(0, site.length),
    rowsFrom(site.length, site.length + reference.length),
  );

/** Ways to pick, exact. */
const choose = (n: number, k: number): bigint => {
  let ways = 1n;
  for (let i = 0; i < k; i++) ways = (ways * BigInt(n - i)) / BigInt(i + 1);
  return k < 0 || k > n ? 0n : ways;
};

test("tests a share as counting all ways to draw the site's crashes does", () => {
  const site = [...times(6, { light: "night-dark" }), ...times(2, { light: "day" }), ...times(3, {})];
  const reference = [...times(20, { light: "night-dark" }), ...times(72, { light: "day" }), ...times(8, {})];
  const dark = compare(site, reference).find(({ value }) => value === "night-dark")!;
  let [atLeast, all] = [0n, choose(100, 8)];
  for (let k = 6; k <= 8; k++) atLeast += choose(26, k) * choose(74, 8 - k);
  expect(dark.pValue).toBeCloseTo(Number((atLeast * 10n ** 15n) / all) / 1e15, 10);
  expect(dark).toMatchObject({
    atSite: 6,
    siteKnown: 8,
    siteUnknown: 3,
    inReference: 20,
    referenceKnown: 92,
    referenceUnknown: 8,
  });
  expect(dark.ratio).toBeCloseTo(0.75 / (20 / 92), 12);
  // Two values of light are tested: the smaller of two p-values is doubled.
  expect(dark.qValue).toBeCloseTo(2 * dark.pValue, 12);
  expect(dark.isOver).toBe(dark.qValue <= FACTOR_LEVEL);
});

test("a value that fewer than five crashes have in all is not tested, with five it is", () => {
  const valuesOf = (inReference: number) =>
    compare(
      [...times(2, { form: "rollover" }), ...times(6, { form: "angle" })],
      [...times(inReference, { form: "rollover" }), ...times(40, { form: "angle" })],
    ).map(({ value }) => value);
  expect(valuesOf(2)).toEqual(["angle"]);
  expect(valuesOf(3).sort()).toEqual(["angle", "rollover"]);
});

test("reads hours, weekend, month and season from the local time", () => {
  // Saturday 28 February 2026, 23:59; Monday 2 March 2026, 00:00.
  const site = times(6, { happenedAt: "2026-02-28T23:59" });
  const reference = times(60, { happenedAt: "2026-03-02T00:00" });
  const over = compare(site, reference)
    .filter(({ isOver }) => isOver)
    .map(({ factor, value }) => `${factor} ${value}`);
  expect(over.sort()).toEqual(["hours 21-23", "month 2", "season winter", "weekday weekend"]);
});

test("tells pedestrians, non-motor vehicles and single vehicles from counts, form or movements, and unknown where nothing says", () => {
  const site = [
    crash({ pedestrians: 1, nonMotor: 0, vehicles: 1 }),
    crash({ form: "pedestrian" }),
    crash({ movements: "car straight E-W; e-bike crossing S-N" }),
    crash({ movements: "car run-off E-W" }),
    crash({ movements: "? straight E-W; car straight S-N" }),
    crash({ vehicles: 1, pedestrians: 0, nonMotor: 0 }),
    crash({}),
  ];
  const reference = times(20, { pedestrians: 1, nonMotor: 1, vehicles: 2 }).concat(
    times(20, { pedestrians: 0, nonMotor: 0, vehicles: 1 }),
  );
  const found = Object.fromEntries(
    compare(site, reference)
      .filter(({ factor }) => factor === "parties")
      .map(({ value, atSite, siteKnown, siteUnknown }) => [value, [atSite, siteKnown, siteUnknown]]),
  );
  expect(found).toEqual({ pedestrian: [2, 5, 2], "non-motor": [1, 4, 3], "single-vehicle": [2, 4, 3] });
});

test("sites drawn at random are called special no more often than the level promises", () => {
  const random = createUniform(7, "sites");
  const draw = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  const rows = Array.from({ length: 1500 }, () =>
    crash({
      happenedAt: `202${draw([4, 5])}-0${draw([1, 2, 3, 4, 5, 6, 7, 8, 9])}-1${draw([0, 1, 2, 3])}T${draw(["08", "13", "18", "22"])}:10`,
      form: draw(["angle", "angle", "rear-end", "head-on"]),
      light: draw(["day", "day", "dusk", "night-dark"]),
      weather: draw(["clear", "clear", "rain", "snow"]),
      cause: draw(["a", "b", "c", "d", "e"]),
    }),
  );
  const snapshot = makeSnapshot("accidents", rows);
  const sites = 200;
  let alarms = 0;
  for (let i = 0; i < sites; i++) {
    const site = new Set(Array.from({ length: 25 }, () => Math.floor(random() * rows.length)));
    const others = rows.map((_, row) => row).filter((row) => !site.has(row));
    if (compareFactors(snapshot, [...site], others).some(({ isOver }) => isOver)) alarms++;
  }
  // Three standard deviations above the promised share.
  expect(alarms).toBeLessThanOrEqual(sites * FACTOR_LEVEL + 3 * Math.sqrt(sites * FACTOR_LEVEL * (1 - FACTOR_LEVEL)));
});
