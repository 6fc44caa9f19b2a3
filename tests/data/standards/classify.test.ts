import { describe, expect, test } from "vitest";
import { describeHazard, type HazardAttributes } from "#data/standards/classify/describe-hazard.ts";
import { hazardProfileOf } from "#data/standards/classify/hazard-cases.ts";
import { lineOffset } from "#data/standards/classify/road-edges.ts";
import { findSubstanceClass, SUBSTANCE_CLASSES } from "#data/standards/classify/substance-classes.ts";
import { targetProfileOf, UNKNOWN_TARGET } from "#data/standards/classify/target-facets.ts";
import type { TargetDescription } from "#data/standards/proposal.ts";

const SILENT: HazardAttributes = {
  kind: null,
  substances: null,
  designStandard: null,
  fireClass: null,
  items: null,
  fireRating: null,
  volumeM3: null,
  largestTankM3: null,
  petrolM3: null,
  dieselM3: null,
  lngM3: null,
  vapourRecovery: null,
  depotGroup: null,
};

const describeRow = (row: Partial<HazardAttributes>) => describeHazard({ ...SILENT, ...row });
const classesOf = (row: Partial<HazardAttributes>) =>
  hazardProfileOf(describeRow(row)).facets.map(({ cases }) => cases.map((each) => each?.hazardClass ?? null));
const held = (name: string, tonnes: number) => [{ name, tonnes }];
const facetsOf = (kind: TargetDescription["kind"], more: Partial<TargetDescription> = {}) =>
  targetProfileOf({ ...UNKNOWN_TARGET, kind, ...more }).facets.map(({ classes }) => classes);

describe("substances", () => {
  test("are found by any of their names and by their CAS number, and no name means two", () => {
    expect(findSubstanceClass({ name: " 液氯" })).toBe(findSubstanceClass({ name: "x", cas: "7782-50-5" }));
    expect(findSubstanceClass({ name: "不在表中" })).toBeUndefined();
    const names = SUBSTANCE_CLASSES.flatMap((each) => each.names);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("a row of the hazard ledger", () => {
  test("has the fire class of its worst substance, and says that it was inferred", () => {
    const { description, reasons } = describeRow({
      kind: "warehouse",
      substances: [...held("柴油", 5), ...held("丙酮", 3)],
    });
    expect(description).toMatchObject({ kind: "store", fireClass: "a", items: "1256", tonnes: 8 });
    expect(reasons.map(({ code }) => code)).toEqual(["fire-class-from-substances"]);
  });

  test("with a substance that the table does not hold is left open, never guessed", () => {
    const { description } = describeRow({ kind: "warehouse", substances: held("某中间体", 3) });
    expect(description).toMatchObject({ fireClass: null, items: null });
    expect(classesOf({ kind: "warehouse", substances: held("某中间体", 3) })[0]).toEqual([
      "store-a-34",
      "store-a-1256",
      "store-b",
      "store-b-6",
      "plant-c-12",
      "plant-c-34",
      "plant-de-12",
      "plant-de-34",
    ]);
  });

  test("has its volume from tonnes and density where none is stated, and says so", () => {
    const { description, reasons } = describeRow({ kind: "lpg-station", substances: held("液化石油气", 55) });
    expect(description).toMatchObject({ kind: "lpg-base", largestTankM3: null });
    expect(description).toHaveProperty("volumeM3", expect.closeTo(100, 6));
    expect(reasons).toEqual([{ code: "volume-from-tonnes", values: { volumeM3: 100 } }]);
  });

  test("of a filling station is all its parts at once, old and new where recovery is not known", () => {
    const station = { kind: "fuel-station", petrolM3: 60, dieselM3: 30 };
    expect(classesOf({ ...station, vapourRecovery: true })).toEqual([
      ["fuel-petrol-tank"],
      ["fuel-petrol-pump"],
      ["fuel-diesel-tank"],
      ["fuel-diesel-pump"],
    ]);
    expect(classesOf(station)[0]).toEqual(["fuel-petrol-tank", "fuel-petrol-tank-old"]);
  });

  test("designed after GB 50160 comes under it alone, else under either", () => {
    const tanks = { kind: "tank-farm", substances: held("汽油", 700) };
    const first = (designStandard: string | null) => classesOf({ ...tanks, designStandard })[0];
    expect([first("gb50160"), first("gb50016"), first(null)]).toEqual([
      ["petro-ab-tanks"],
      ["tank-ab"],
      ["petro-ab-tanks", "tank-ab"],
    ]);
  });

  test("that only uses ammonia for cooling makes, stores and sells no dangerous goods", () => {
    expect(classesOf({ kind: "ammonia-refrigeration" })).toEqual([["plant-b"]]);
    expect(classesOf({ kind: "production-unit", fireClass: "b", designStandard: "gb50016" })).toEqual([
      ["plant-b"],
      ["hazmat-place"],
      ["hazchem-part"],
    ]);
  });
});

describe("a target", () => {
  test.each([
    [{ heightM: 27 }, ["civil-low-12"]],
    [{ heightM: 27.1 }, ["civil-high-2"]],
    [{ heightM: 54 }, ["civil-high-2"]],
    [{ heightM: 54.1 }, ["civil-high-1"]],
    [{ storeys: 6 }, ["civil-low-12"]],
    // Nine storeys are 24 to 30 m.
    [{ storeys: 9 }, ["civil-low-12", "civil-high-2"]],
  ])("dwelling of %j is %j", (height, classes) => {
    expect(facetsOf("dwelling", { fireRating: "2", ...height })[0]).toEqual(classes);
  });

  test("civil building is high-rise above 24 m, a hall of one storey never", () => {
    expect(facetsOf("office", { fireRating: "1", heightM: 24.1 })[0]).toEqual(["civil-high-2"]);
    expect(facetsOf("office", { fireRating: "1", storeys: 1 })[0]).toEqual(["civil-low-12"]);
    expect(facetsOf("industrial-building", { fireRating: "3", heightM: 30, storeys: 1 })[0]).toEqual(["works-low-3"]);
    expect(facetsOf("industrial-building", { fireRating: "3", heightM: 30, storeys: 5 })[0]).toEqual(["works-high"]);
  });

  test.each([
    [{ people: 999, households: 299 }, false],
    [{ people: 1000, households: 10 }, true],
    [{ people: null, households: 300 }, true],
  ])("village with %j is a settlement: %s", (size, isSettlement) => {
    expect(facetsOf("village", size).some((classes) => classes.includes("settlement"))).toBe(isSettlement);
  });

  test.each([
    ["kindergarten", { people: 201 }, true],
    ["kindergarten", { people: 200 }, false],
    ["elderly-care", { beds: 150 }, true],
    ["elderly-care", { beds: 149 }, false],
    ["mall", { floorAreaM2: 20_001 }, true],
    ["mall", { floorAreaM2: 20_000 }, false],
    ["culture", { people: 1501 }, true],
    ["hospital", {}, true],
  ] as const)("%s of %j is an important public building: %s", (kind, size, isImportant) => {
    const facets = facetsOf(kind, size);
    expect(facets.some((classes) => classes.join() === "important-public")).toBe(isImportant);
    // What is important is in no lower class of annex B.
    if (isImportant) expect(facets.flat().some((each) => each?.startsWith("protected"))).toBe(false);
  });

  test("shop is of class 1 above 6,000 m², class 2 above 3,000", () => {
    const protectedOf = (floorAreaM2: number) =>
      facetsOf("mall", { floorAreaM2 })
        .flat()
        .filter((each) => each?.startsWith("protected"));
    expect([6001, 6000, 3000].map(protectedOf)).toEqual([["protected-1"], ["protected-2"], ["protected-3"]]);
  });
});

describe("from a road's centre line", () => {
  test("its edge is half the stated width away, and by class where none is stated", () => {
    expect(lineOffset("road-edge", "county", 7)).toMatchObject({ leastM: 3.5, mostM: 3.5 });
    const assumed = lineOffset("road-edge", "county", null);
    expect(assumed.leastM).toBeLessThan(assumed.mostM);
    expect(assumed.reasons.map(({ code }) => code)).toEqual(["edge-width-assumed"]);
  });

  test("its land ends no nearer than its edge, and how much farther is open", () => {
    const edge = lineOffset("road-edge", "national", 12);
    const land = lineOffset("road-land-edge", "national", 12);
    expect(land.leastM).toBe(edge.leastM);
    expect(land.mostM).toBeGreaterThan(edge.mostM);
  });
});
