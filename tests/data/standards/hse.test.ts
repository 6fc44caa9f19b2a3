import { describe, expect, test } from "vitest";
import {
  addUses,
  type DevelopmentUse,
  DevelopmentUseSchema,
  HSE_MATRIX,
  HSE_ZONE_LINES,
  HSE_ZONES,
  SENSITIVITY_LEVELS,
  sensitivityOf,
} from "#data/standards/hse.ts";

test("the matrix has 12 cells: 6 advise against, growing inward and with the level", () => {
  const rows = SENSITIVITY_LEVELS.map((level) => HSE_ZONES.map((zone) => HSE_MATRIX[level][zone]).join(" "));
  expect(rows).toEqual(["DAA DAA DAA", "AA DAA DAA", "AA AA DAA", "AA AA AA"]);
  expect(
    rows
      .join(" ")
      .split(" ")
      .filter((advice) => advice === "AA"),
  ).toHaveLength(6);
});

describe("the level", () => {
  const workplace = { type: "workplace", sheltered: false, atHazardSite: false } as const;

  test.each([
    [{ ...workplace, occupants: 99, storeys: 2 }, 10_000, 1],
    [{ ...workplace, occupants: 100, storeys: 2 }, 10_000, 2],
    [{ ...workplace, occupants: 10, storeys: 3 }, 10_000, 2],
    [{ ...workplace, occupants: 500, storeys: 9, atHazardSite: true }, 10_000, 1],
    [{ ...workplace, occupants: 5, storeys: 1, sheltered: true }, 10_000, 3],
    [{ type: "housing", dwellings: 2 }, 100, 1],
    [{ type: "housing", dwellings: 3 }, 10_000, 2],
    [{ type: "housing", dwellings: 30 }, 10_000, 2],
    [{ type: "housing", dwellings: 31 }, 100_000, 3],
    [{ type: "housing", dwellings: 20 }, 5_000, 2],
    [{ type: "housing", dwellings: 21 }, 5_000, 3],
    [{ type: "hotel", beds: 9 }, 10_000, 1],
    [{ type: "hotel", beds: 10 }, 10_000, 2],
    [{ type: "hotel", beds: 100 }, 10_000, 2],
    [{ type: "hotel", beds: 101 }, 10_000, 3],
    [{ type: "holiday-pitches", pitches: 2 }, 10_000, 1],
    [{ type: "holiday-pitches", pitches: 33 }, 10_000, 2],
    [{ type: "holiday-pitches", pitches: 34 }, 10_000, 3],
    [{ type: "transport", route: "major" }, 10_000, 2],
    [{ type: "transport", route: "minor" }, 10_000, 1],
    [{ type: "indoor-public", floorAreaM2: 249 }, 10_000, 1],
    [{ type: "indoor-public", floorAreaM2: 250 }, 10_000, 2],
    [{ type: "indoor-public", floorAreaM2: 5000 }, 10_000, 2],
    [{ type: "indoor-public", floorAreaM2: 5001 }, 10_000, 3],
    [{ type: "outdoor-public", people: 100 }, 10_000, 2],
    [{ type: "outdoor-public", people: 101 }, 10_000, 3],
    [{ type: "outdoor-public", people: 1000 }, 10_000, 3],
    [{ type: "outdoor-public", people: 1001 }, 10_000, 4],
    [{ type: "institution", stay: "overnight" }, 2_500, 3],
    [{ type: "institution", stay: "overnight" }, 2_501, 4],
    [{ type: "institution", stay: "day" }, 14_000, 3],
    [{ type: "institution", stay: "day" }, 14_001, 4],
    [{ type: "prison" }, 10_000, 3],
    [{ type: "parking", public: false }, 10_000, 1],
    [{ type: "parking", public: true }, 10_000, 2],
  ] as const satisfies readonly (readonly [
    DevelopmentUse,
    number,
    number,
  ])[])("of %o on %d m² is %d", (use, siteM2, level) => {
    expect(sensitivityOf(use, siteM2).level).toBe(level);
  });

  test("is not told of a site without area", () => {
    expect(() => sensitivityOf({ type: "prison" }, 0)).toThrow(RangeError);
  });
});

test("sizes of one type add up, so that a development cannot be split below a limit", () => {
  const uses: DevelopmentUse[] = [
    { type: "housing", dwellings: 20 },
    { type: "institution", stay: "day" },
    { type: "housing", dwellings: 20 },
    { type: "institution", stay: "overnight" },
  ];
  expect(addUses(uses)).toEqual([
    { type: "housing", dwellings: 40 },
    { type: "institution", stay: "day" },
    { type: "institution", stay: "overnight" },
  ]);
  expect(sensitivityOf(uses[0]!, 100_000).level).toBe(2);
  expect(sensitivityOf(addUses(uses)[0]!, 100_000).level).toBe(3);
});

test.each([
  { type: "housing", dwellings: 0 },
  { type: "housing", dwellings: 1.5 },
  { type: "housing" },
  { type: "indoor-public", floorAreaM2: -1 },
  { type: "castle" },
  { type: "prison", cells: 4 },
])("%o is no use", (use) => {
  expect(DevelopmentUseSchema.safeParse(use).success).toBe(false);
});

test("zone lines of thermal dose are 21.56, 13.87 and 8.25 kW/m² for 30 s", () => {
  const { inner, middle, outer } = HSE_ZONE_LINES.find(({ basis }) => basis === "thermal-dose")!;
  const fluxes = [inner, middle, outer].map((dose) => (dose / 30) ** 0.75);
  expect(fluxes.map((flux) => flux.toFixed(2))).toEqual(["21.56", "13.87", "8.25"]);
});
