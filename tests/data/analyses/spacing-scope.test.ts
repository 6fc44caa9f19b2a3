import { describe, expect, test } from "vitest";
import type { HazardDescription, Proposal } from "#data/standards/proposal.ts";
import { checkSpacing, eastOf, house, proposeHazard, STATION, STORE } from "../../support/spacing-site.ts";

const firstOf = ({ findings }: ReturnType<typeof checkSpacing>) => findings[0]!;

test("cases under two standards are too near where each of them asks for more", () => {
  // Class 3 at least: 7 m by GB 50156-2021, without vapour recovery 10 m by that of 2012. Class 1 at most: 16 m.
  const proposal = proposeHazard({ ...STATION, petrolM3: 50, dieselM3: 0, vapourRecovery: null });
  const at = (distanceM: number) =>
    firstOf(
      checkSpacing(proposal, { houses: [house(eastOf(distanceM), { attributes: { storeysAbove: 1, people: 3 } })] }),
    );
  expect(at(0)).toMatchObject({ verdict: "too-near" });
  expect(at(6.9).rules[0]).toMatchObject({ verdict: "too-near", requiredM: 7 });
  expect(at(7.1).verdict).toBe("cannot-tell");
  expect(at(15.9).verdict).toBe("cannot-tell");
  expect(at(16.1).verdict).toBe("clear");
});

describe("what the check cannot answer", () => {
  const alone = (use: Proposal["use"]) => checkSpacing({ ...proposeHazard(STORE), use }, {}).summary;
  const useOf = (hazard: HazardDescription, substances: { name: string; tonnes: number }[] = []) =>
    ({ side: "hazard", hazard, substances, outline: "unit" }) as const;

  test.each<[string, HazardDescription]>([
    ["explosives", { kind: "explosives", tntKg: 500 }],
    ["a use that the tables do not name", { kind: "other" }],
    ["a filling station beyond the largest class", { ...STATION, petrolM3: 300 } as HazardDescription],
    [
      "tanks of exactly the volume below which the table ends",
      { kind: "tanks", content: "liquid-ab", volumeM3: 5000, petrochemical: false },
    ],
    ["a store of class B, item 6", { kind: "store", fireClass: "b", items: "6", tonnes: 5, fireRating: "2" }],
  ])("%s without a number in the library is not clear, although nothing stands near", (_, hazard) => {
    const { verdict, reasons } = alone(useOf(hazard));
    expect(verdict).toBe("cannot-tell");
    expect(reasons.map(({ code }) => code)).toContain("no-table");
  });

  const TANKS: HazardDescription = {
    kind: "tanks",
    content: "liquefied-hydrocarbon",
    volumeM3: 400,
    petrochemical: true,
  };

  test.each([
    [[{ name: "液化石油气", tonnes: 200 }], "cannot-tell", "risk-method"],
    [[{ name: "液化石油气", tonnes: 49 }], "clear", null],
    [[{ name: "甲醇", tonnes: 9000 }], "clear", null],
    [[], "clear", "risk-method-unknown"],
  ])("GB/T 37243 with %j in petrochemical tanks: %s", (substances, verdict, code) => {
    const found = alone(useOf(TANKS, substances));
    expect(found.verdict).toBe(verdict);
    expect(found.reasons.map((each) => each.code).filter((each) => each.startsWith("risk"))).toEqual(
      code ? [code] : [],
    );
  });

  test("a volume below the first band asks for nothing, and is clear", () => {
    expect(alone(useOf({ kind: "tanks", content: "liquid-ab", volumeM3: 0.5, petrochemical: false })).verdict).toBe(
      "clear",
    );
  });

  test("a filling station is outside its scope, whatever it holds", () => {
    const found = alone(useOf(STATION, [{ name: "天然气", tonnes: 200 }]));
    expect(found).toMatchObject({ verdict: "clear", reasons: [] });
  });
});
