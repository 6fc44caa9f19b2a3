import { describe, expect, test } from "vitest";
import {
  CONSEQUENCE_CRITERIA,
  gradeSection,
  impactRadiusM,
  type SectionFacts,
} from "#data/standards/pipeline-impact.ts";

test.each([
  [762, 6.9, 198.16],
  [273, 1.6, 34.19],
  [1016, 10, 318.07],
  [508, 6.3, 126.23],
  [323.9, 4.0, 64.13],
])("a gas pipe of %d mm at %d MPa reaches %d m", (diameterMm, pressureMPa, radiusM) => {
  expect(Math.abs(impactRadiusM({ diameterMm, pressureMPa }) - radiusM)).toBeLessThan(0.006);
});

test("the radius is that of the US form, r = 0.69 √(p d²) in feet, psi and inches, but for its rounding", () => {
  const feet = 0.69 * Math.sqrt(1000 * 30 ** 2);
  const metres = impactRadiusM({ diameterMm: 30 * 25.4, pressureMPa: 1000 * 0.00689476 });
  expect(feet).toBeCloseTo(654.6, 1);
  expect(Math.abs(metres / (feet * 0.3048) - 1)).toBeLessThan(0.01);
});

test.each([
  [0, 1],
  [100, 0],
  [-5, 1],
  [Number.NaN, 1],
])("no pipe of %d mm at %d MPa", (diameterMm, pressureMPa) => {
  expect(() => impactRadiusM({ diameterMm, pressureMPa })).toThrow(RangeError);
});

const nothing: SectionFacts = {
  medium: "gas",
  diameterMm: 508,
  pressureMPa: 6.3,
  regionClass: 1,
  specificPlaceInImpact: false,
  specificPlaceWithin200M: false,
  flammablePlaceWithin200M: false,
  flammablePlaceWithin50M: false,
  tallBuildingsWithin200M: false,
  householdsWithin200M: 0,
  villageHouseholdsWithin200M: 0,
  trunkRouteWithin50M: false,
  natureWithin200M: false,
  waterWithin200M: false,
};
const large = { diameterMm: 1016, pressureMPa: 10 };
const small = { diameterMm: 200, pressureMPa: 1 };

describe("the grade of a section", () => {
  test.each([
    [{}, null],
    [{ regionClass: 4 }, "III"],
    [{ regionClass: 3 }, "II"],
    [{ regionClass: 3, flammablePlaceWithin200M: true }, "II"],
    [{ flammablePlaceWithin200M: true }, "III"],
    [{ ...large, specificPlaceInImpact: true }, "II"],
    [{ ...large, specificPlaceWithin200M: true }, null],
    [{ ...small, specificPlaceInImpact: true }, "I"],
    [{ specificPlaceWithin200M: true }, "II"],
    // At exactly 762 mm or 6.9 MPa, and 273 mm or 1.6 MPa, a pipe is one of the others.
    [{ diameterMm: 762, pressureMPa: 10, specificPlaceInImpact: true }, null],
    [{ diameterMm: 200, pressureMPa: 1.6, specificPlaceInImpact: true }, null],
  ] as const)("of a gas pipe with %o is %s", (facts, grade) => {
    expect(gradeSection({ ...nothing, ...facts }).grade).toBe(grade);
  });

  test.each([
    [{}, null],
    [{ tallBuildingsWithin200M: true }, "III"],
    [{ householdsWithin200M: 100 }, "II"],
    [{ householdsWithin200M: 99 }, null],
    [{ villageHouseholdsWithin200M: 50 }, "II"],
    [{ villageHouseholdsWithin200M: 49 }, null],
    [{ trunkRouteWithin50M: true }, "I"],
    [{ flammablePlaceWithin50M: true }, "I"],
    [{ natureWithin200M: true, trunkRouteWithin50M: true }, "II"],
    [{ waterWithin200M: true }, "III"],
    [{ regionClass: 4 }, null],
  ] as const)("of an oil pipe with %o is %s", (facts, grade) => {
    expect(gradeSection({ ...nothing, medium: "oil", ...facts }).grade).toBe(grade);
  });

  test("names what could make it worse and is not known", () => {
    const area = gradeSection({ ...nothing, medium: "oil", natureWithin200M: true, waterWithin200M: null });
    expect(area.grade).toBe("II");
    expect(area.open.map(({ id }) => id)).toEqual(["water"]);
  });
});

test("only the criterion on which copies disagree is uncertain", () => {
  const uncertain = CONSEQUENCE_CRITERIA.filter(({ confidence }) => confidence === "uncertain");
  expect(uncertain.map(({ id }) => id)).toEqual(["flammable-place"]);
});
