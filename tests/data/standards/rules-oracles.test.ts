import { describe, expect, test } from "vitest";
import { inBand } from "#data/standards/bands.ts";
import type { HazardClass, TargetClass } from "#data/standards/classes.ts";
import { LIBRARY } from "#data/standards/library.ts";
import type { Quantity, SpacingRule } from "#data/standards/rule.ts";

type Facts = Partial<Record<Quantity, number>>;

/** The rows of a clause that hold for a hazard with these quantities and a target. */
function rowsFor(standard: string, clause: string, hazard: HazardClass, facts: Facts, target: TargetClass) {
  return LIBRARY.rules.filter(
    (rule) =>
      rule.standard === standard &&
      rule.clause === clause &&
      rule.hazard === hazard &&
      rule.targets.includes(target) &&
      holds(rule, facts),
  );
}

function holds({ band }: SpacingRule, facts: Facts): boolean {
  if (!band) return true;
  const amount = facts[band.quantity];
  return amount !== undefined && inBand(band, amount);
}

const distances = (...asked: Parameters<typeof rowsFor>) => rowsFor(...asked).map(({ distanceM }) => distanceM);

const FIRE = "GB 50016-2014(2018)";

describe("GB 50016, table 3.5.1", () => {
  test.each<[HazardClass, number, TargetClass, number]>([
    ["store-a-34", 5, "civil-high-1", 50],
    ["store-a-34", 5, "civil-low-12", 30],
    ["store-a-34", 5.001, "civil-low-12", 40],
    ["store-a-1256", 10, "civil-low-4", 25],
    ["store-a-1256", 10.001, "open-flame", 30],
    ["store-a-34", 0.5, "important-public", 50],
    ["store-a-1256", 1, "works-low-12", 12],
    ["store-a-34", 6, "plant-a", 20],
    ["store-a-34", 6, "works-low-4", 30],
    ["store-a-1256", 10, "works-low-3", 15],
    ["store-a-34", 5, "transformer-yard", 30],
    ["store-a-34", 6, "transformer-yard", 40],
    ["store-a-1256", 6, "rail-national", 40],
    ["store-a-1256", 6, "rail-works", 30],
    ["store-a-34", 6, "highway-34", 20],
    ["store-a-34", 6, "road-inside-main", 10],
    ["store-a-34", 6, "road-inside-minor", 5],
  ])("%s of %d t to %s: %d m", (hazard, tonnes, target, distanceM) => {
    expect(distances(FIRE, "表3.5.1", hazard, { tonnes }, target)).toEqual([distanceM]);
  });

  test.each<[HazardClass, number, number]>([
    ["store-a-34", 2, 12],
    ["store-a-34", 2.001, 20],
    ["store-a-1256", 5, 12],
    ["store-a-1256", 5.001, 20],
  ])("%s of %d t to another class A store: %d m", (hazard, tonnes, distanceM) => {
    expect(distances(FIRE, "表3.5.1注1", hazard, { tonnes }, "store-a")).toEqual([distanceM]);
  });

  test("the text of the standard was read for every number of it", () => {
    const rows = LIBRARY.rules.filter(({ standard, clause }) => standard === FIRE && clause === "表3.5.1");
    expect(rows.filter(({ confidence, source }) => confidence !== "verified" || source !== "S08")).toEqual([]);
  });
});

test.each<[string, HazardClass, TargetClass, number]>([
  ["表3.5.2", "store-b", "civil-low-12", 25],
  ["表3.5.2", "store-b", "important-public", 50],
  ["表3.4.1", "plant-a", "works-b", 12],
  ["表3.4.1", "plant-a", "works-low-3", 14],
  ["表3.4.1", "plant-a", "works-low-4", 16],
  ["表3.4.1", "plant-a", "works-high", 13],
  ["表3.4.1", "plant-b", "works-low-12", 10],
  ["表3.4.1", "plant-b", "works-low-4", 14],
  ["表3.4.1", "plant-b", "civil-low-3", 25],
  ["表3.4.1", "plant-a", "civil-high-2", 50],
  ["表3.4.1", "plant-c-12", "civil-low-3", 12],
  ["表3.4.1", "plant-c-12", "civil-high-1", 20],
  ["表3.4.1", "plant-c-34", "civil-high-2", 20],
  ["表3.4.1", "plant-de-12", "civil-high-2", 13],
  ["表3.4.1", "plant-de-34", "civil-high-1", 18],
  ["3.4.2", "plant-a", "open-flame", 30],
  ["表3.4.3", "plant-a", "rail-national", 30],
  ["表3.4.3", "plant-a", "motorway", 15],
  ["表4.2.9", "tank-ab", "rail-national", 35],
  ["表4.2.9", "tank-ab", "highway-12", 20],
  ["表4.2.9", "tank-c", "road-inside-minor", 5],
  ["表4.5.3", "stack-straw", "rail-national", 30],
  ["表4.5.3", "stack-coal", "street-main", 15],
])("GB 50016, %s: %s to %s is %d m", (clause, hazard, target, distanceM) => {
  expect(distances(FIRE, clause, hazard, {}, target)).toEqual([distanceM]);
});

test("what should not be nearer is told from what must not", () => {
  const strengthOf = (hazard: HazardClass) =>
    rowsFor(FIRE, "3.4.2", hazard, {}, "important-public").map(({ strength }) => strength);
  expect([strengthOf("plant-a"), strengthOf("plant-b")]).toEqual([["must"], ["should"]]);
});

describe("GB 50016, chapter 4: the bands' edges", () => {
  test.each<[string, HazardClass, Facts, TargetClass, number[]]>([
    ["表4.2.1", "tank-ab", { volumeM3: 0.99 }, "works-low-12", []],
    ["表4.2.1", "tank-ab", { volumeM3: 1 }, "works-low-12", [12]],
    ["表4.2.1", "tank-ab", { volumeM3: 49.9 }, "works-low-12", [12]],
    ["表4.2.1", "tank-ab", { volumeM3: 50 }, "works-low-12", [15]],
    ["表4.2.1", "tank-ab", { volumeM3: 200 }, "works-low-12", [20]],
    ["表4.2.1", "tank-ab", { volumeM3: 1000 }, "works-low-12", [25]],
    ["表4.2.1", "tank-ab", { volumeM3: 5000 }, "works-low-12", []],
    ["表4.2.1", "tank-ab", { volumeM3: 999 }, "civil-high-1", [60]],
    ["表4.2.1", "tank-ab", { volumeM3: 1000 }, "transformer-yard", [50]],
    ["表4.2.1", "tank-c", { volumeM3: 4999 }, "transformer-yard", [32]],
    ["表4.2.1", "tank-c", { volumeM3: 250 }, "works-low-3", [20]],
    ["表4.2.1注3", "tank-ab", { volumeM3: 1 }, "civil-low-12", [25]],
    ["表4.2.1注3", "tank-ab", { volumeM3: 1000 }, "civil-low-12", [31.25]],
    ["表4.2.1注3", "tank-ab", { volumeM3: 200 }, "open-flame", [37.5]],
    ["表4.2.1注3", "tank-c", { volumeM3: 5 }, "plant-a", [15]],
    ["表4.3.1", "gas-holder", { volumeM3: 999 }, "tank-c", [20]],
    ["表4.3.1", "gas-holder", { volumeM3: 1000 }, "tank-c", [25]],
    ["表4.3.1", "gas-holder", { volumeM3: 100_000 }, "civil-high-1", [45]],
    ["表4.3.1", "gas-holder", { volumeM3: 50_000 }, "civil-low-12", [30]],
    ["表4.5.1", "stack-straw", { tonnes: 4999 }, "works-low-4", [25]],
    ["表4.5.1", "stack-straw", { tonnes: 10_000 }, "works-low-4", [40]],
    ["表4.5.1", "stack-coal", { tonnes: 5000 }, "works-low-12", [8]],
    ["表4.5.1", "stack-timber", { volumeM3: 1000 }, "civil-low-12", [15]],
    ["表4.5.1", "stack-grain-bin", { tonnes: 499 }, "civil-low-12", []],
    ["表4.5.1注1", "stack-straw", { tonnes: 10 }, "civil-low-12", [25]],
  ])("%s: %s, %j to %s", (clause, hazard, facts, target, expected) => {
    expect(distances(FIRE, clause, hazard, facts, target)).toEqual(expected);
  });

  test("the distance to civil buildings is the table's and a quarter, and 25 m at least for classes A and B", () => {
    for (const volumeM3 of [1, 50, 200, 1000, 4999]) {
      const [base] = distances(FIRE, "表4.2.1", "tank-ab", { volumeM3 }, "works-low-3");
      expect(distances(FIRE, "表4.2.1注3", "tank-ab", { volumeM3 }, "civil-low-3")).toEqual([
        Math.max(25, base! * 1.25),
      ]);
    }
  });
});

describe.each([
  [FIRE, "表4.4.1"],
  ["GB 51142-2015", "表5.2.8"],
])("LPG supply base, %s", (standard, clause) => {
  test.each<[Facts, TargetClass, number[]]>([
    [{ volumeM3: 30 }, "settlement", []],
    [{ volumeM3: 50 }, "settlement", [45]],
    [{ volumeM3: 200 }, "settlement", [50]],
    [{ volumeM3: 500 }, "important-public", [70]],
    [{ volumeM3: 501 }, "settlement", [90]],
    [{ volumeM3: 1000 }, "civil-low-12", [55]],
    [{ volumeM3: 2500 }, "factory", [50]],
    [{ volumeM3: 5000 }, "open-flame", [80]],
    [{ volumeM3: 10_000 }, "open-flame", [120]],
    [{ volumeM3: 10_000 }, "rail-national", [100]],
    [{ volumeM3: 10_000 }, "highway-34", [25]],
    [{ volumeM3: 150, largestTankM3: 50 }, "settlement", [50, 50]],
    [{ volumeM3: 150, largestTankM3: 51 }, "settlement", [50, 70]],
    [{ volumeM3: 6000, largestTankM3: 1001 }, "settlement", [150, 150]],
  ])("%j to %s: %j m", (facts, target, expected) => {
    expect(distances(standard, clause, "lpg-base", facts, target)).toEqual(expected);
  });
});

test("between 200 and 220 m³ the number of GB 51142 is uncertain, beside it not", () => {
  const confidenceAt = (volumeM3: number) =>
    rowsFor("GB 51142-2015", "表5.2.8", "lpg-base", { volumeM3 }, "settlement").map(({ confidence }) => confidence);
  expect([200, 201, 220, 221].map(confidenceAt)).toEqual([["memory"], ["uncertain"], ["uncertain"], ["memory"]]);
});

test.each<[string, HazardClass, TargetClass, number | undefined]>([
  ["表4.1.9", "petro-lpg-tanks", "village", 150],
  ["表4.1.9", "petro-lpg-tanks", "factory", 120],
  ["表4.1.9", "petro-ab-tanks", "factory", 70],
  ["表4.1.9注", "petro-c-tanks", "village", 75],
  ["表4.1.9", "petro-flare", "highway-34", 60],
  ["表4.1.9", "petro-ab-unit", "rail-national", 35],
  ["表4.1.9", "petro-key", "transformer-yard", 25],
  ["表4.1.9", "petro-key", "rail-national", undefined],
  ["表4.1.9", "petro-lpg-tanks", "power-line", 40],
  ["表4.1.9", "petro-ab-tanks", "lpg-pipeline", 60],
])("GB 50160, %s: %s to %s is %s m", (clause, hazard, target, distanceM) => {
  expect(distances("GB 50160-2008(2018)", clause, hazard, {}, target)[0]).toBe(distanceM);
});

test("of the petrochemical distances only seven of the flare were read, and its distance to power lines", () => {
  const read = LIBRARY.rules.filter(({ id, confidence }) => id.startsWith("gb50160") && confidence === "verified");
  expect(new Set(read.map(({ hazard }) => hazard))).toEqual(new Set(["petro-flare"]));
  expect(read).toHaveLength(8);
});

test.each<[string, HazardClass, Facts, TargetClass, number]>([
  ["表4.0.4", "fuel-petrol-tank", { stationVolumeM3: 90 }, "protected-1", 11],
  ["表4.0.4", "fuel-petrol-tank", { stationVolumeM3: 90.5 }, "protected-1", 14],
  ["表4.0.4", "fuel-petrol-tank", { stationVolumeM3: 151 }, "protected-3", 11],
  ["表4.0.4", "fuel-petrol-tank", { stationVolumeM3: 60 }, "important-public", 35],
  ["表4.0.4", "fuel-petrol-pump", {}, "protected-3", 7],
  ["表4.0.4", "fuel-diesel-tank", { stationVolumeM3: 60 }, "protected-2", 6],
  ["表4.0.4", "fuel-diesel-tank", { stationVolumeM3: 151 }, "transformer-yard", 15],
  ["表4.0.5", "fuel-lpg-tank", { volumeM3: 30 }, "protected-1", 33],
  ["表4.0.5", "fuel-lpg-tank-buried", { volumeM3: 46 }, "protected-3", 15],
  ["表4.0.6", "fuel-cng-well", {}, "protected-2", 14],
  ["表4.0.6", "fuel-cng-vent", {}, "rail-national", 30],
  ["表4.0.7", "fuel-lng-tank", { volumeM3: 60 }, "protected-1", 25],
  ["表4.0.7", "fuel-lng-unloading", {}, "important-public", 50],
])("GB 50156, %s: %s, %j to %s is %d m", (clause, hazard, facts, target, distanceM) => {
  expect(distances("GB 50156-2021", clause, hazard, facts, target)).toEqual([distanceM]);
});

test.each<[string, string, HazardClass, Facts, TargetClass, number]>([
  ["GB 50156-2012(2014)", "表4.0.4", "fuel-petrol-tank-old", { stationVolumeM3: 60 }, "protected-1", 16],
  ["GB 50156-2012(2014)", "表4.0.4", "fuel-petrol-pump-old", {}, "rail-national", 22],
  ["GB 50074-2014", "表4.0.10", "depot-1", { capacityM3: 100_000 }, "settlement", 100],
  ["GB 50074-2014", "表4.0.10", "depot-1", { capacityM3: 99_999 }, "settlement", 90],
  ["GB 50074-2014", "表4.0.10", "depot-2", { capacityM3: 5_000 }, "factory", 26],
  ["GB 50074-2014", "表4.0.10", "depot-3", { capacityM3: 999 }, "rail-national", 25],
  ["GB 55037-2022", "3.1.3", "hazmat-parking", {}, "civil-low-3", 25],
  ["GB 55037-2022", "3.2.1", "plant-a", {}, "crowded-place", 50],
  ["GB 55037-2022", "3.2.2", "store-a-1256", {}, "store-a", 20],
  ["公路安全保护条例", "第18条", "hazmat-place", {}, "highway-34", 100],
  ["公路安全保护条例", "第18条", "hazmat-place", {}, "bridge", 200],
  ["公路安全保护条例", "第18条", "hazmat-place", {}, "tunnel", 100],
  ["公路安全保护条例", "第11条", "zone-national-road", {}, "any-building", 20],
  ["石油天然气管道保护法", "第30条", "oil-gas-pipeline", {}, "any-building", 5],
  ["建标152-2017", "第15条", "hazchem-part", {}, "fire-station", 300],
])("%s, %s: %s, %j to %s is %d m", (standard, clause, hazard, facts, target, distanceM) => {
  expect(distances(standard, clause, hazard, facts, target)).toEqual([distanceM]);
});
