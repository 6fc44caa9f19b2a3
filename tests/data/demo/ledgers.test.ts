import { describe, expect, test } from "vitest";
import { levelOf, ratioS, substance } from "#data/demo/critical-quantities.ts";
import { outlineDistanceM } from "#data/geometry/distance.ts";
import type { Substance } from "#data/layers/define.ts";
import type { FeatureDraft } from "#data/layers/feature.ts";
import { getPlaced, layerOf, numberOf, type Placed, searchByBox, tallyOf, zone } from "./zone.ts";

describe("counts", () => {
  test.each([
    ["enterprises", 1_200, 60],
    ["hazard-sources", 40, 0],
    ["protection-targets", 300, 0],
    ["houses", 8_000, 0],
    ["water-sources", 900, 0],
    ["accidents", 6_000, 0],
    ["districts", 12, 0],
  ])("%s: %d, give or take %d", (layer, wanted, slack) => {
    expect(Math.abs(zone.layers[layer]!.length - wanted)).toBeLessThanOrEqual(slack);
  });

  test("every one of the 22 sector plans has enterprises, every enterprise one plan and one risk colour", () => {
    const sectors = tallyOf("enterprises", "sector");
    expect(
      Object.keys(sectors)
        .map(Number)
        .sort((a, b) => a - b),
    ).toEqual(Array.from({ length: 22 }, (_, i) => i + 1));
    const { red = 0, orange = 0, yellow = 0, blue = 0 } = tallyOf("enterprises", "risk");
    expect(red + orange + yellow + blue).toBe(zone.layers.enterprises!.length);
    expect(red).toBeGreaterThan(10);
    expect([red < orange, orange < yellow, yellow < blue]).toEqual([true, true, true]);
  });

  test("houses graded C and D are rare, D rarer", () => {
    const { C = 0, D = 0 } = tallyOf("houses", "grade");
    expect(D).toBeGreaterThan(20);
    expect(C).toBeGreaterThan(2 * D);
    expect((C + D) / 8_000).toBeLessThan(0.06);
  });

  test("fire water comes from hydrants, water cranes, pools and natural intakes", () => {
    const kinds = tallyOf("water-sources", "kind");
    expect(kinds["hydrant-above"]! + kinds["hydrant-below"]!).toBeGreaterThan(700);
    expect(kinds["water-crane"]).toBe(48);
    expect(kinds["pool-intake"]).toBeGreaterThan(40);
    expect(kinds["natural-intake"]).toBeGreaterThan(8);
  });
});

test("names, people, telephones and credit codes are plainly fictional", () => {
  const named = ["enterprises", "hazard-sources", "protection-targets", "forces", "districts", "black-spots"];
  for (const draft of named.flatMap((layer) => zone.layers[layer]!)) expect(draft.name).toMatch(/[（(]演示[）)]/);
  // Area code 000 and administrative division 990000 do not exist.
  const starts = {
    phone: "000-",
    owner: "演示",
    contact: "演示",
    safetyManager: "演示",
    creditCode: "91990000",
    carrier: "91990000",
    driver: "演示",
    plate: "演G",
    documentNumber: "演示",
  };
  const drafts = Object.values(zone.layers).flat();
  for (const [attribute, start] of Object.entries(starts)) {
    const values = drafts.map(({ attributes }) => attributes[attribute] ?? null).filter((value) => value !== null);
    expect(values.length).toBeGreaterThan(0);
    expect(values.filter((value) => !String(value).startsWith(start))).toEqual([]);
  }
  expect(drafts.filter(({ source }) => !source.startsWith("演示数据"))).toEqual([]);
});

describe("levels of hazard sources", () => {
  // standards.md 1.6.
  test.each([
    [{ 氨: 20, 甲醇: 250 }, 2.5, [[120, "4"]]],
    [
      { 氯: 50 },
      10,
      [
        [120, "2"],
        [80, "2"],
        [40, "3"],
        [10, "3"],
        [0, "3"],
      ],
    ],
    [
      { 液化石油气: 500, 汽油: 400 },
      12,
      [
        [120, "3"],
        [10, "3"],
        [0, "4"],
      ],
    ],
    [{ 氨: 9.99 }, 0.999, [[0, "none"]]],
    [{ 氨: 10 }, 1, [[0, "4"]]],
  ])("follow GB 18218 for %o", (tonnes, ratio, levels) => {
    const held = Object.entries(tonnes).map(([name, amount]) => substance(name, amount));
    expect(ratioS(held)).toBeCloseTo(ratio, 9);
    for (const [people, level] of levels) expect(levelOf(held, Number(people))).toBe(level);
  });

  test("are those of the substances and of the people who live within 500 m of the plant", () => {
    const misplaced = new Set(zone.flaws.misplaced.map(({ code }) => code));
    const homes = [
      ...layerOf("houses").filter(({ draft }) => !misplaced.has(draft.code)),
      ...layerOf("protection-targets").filter(({ draft }) =>
        ["residential", "village", "elderly-care"].includes(String(draft.attributes.kind)),
      ),
    ];
    for (const { draft, outline } of layerOf("hazard-sources")) {
      const held = draft.attributes.substances as readonly Substance[];
      const people = homes
        .filter((home) => outlineDistanceM(outline, home.outline, 500) <= 500)
        .reduce((sum, home) => sum + numberOf(home.draft, "people"), 0);
      expect(draft.attributes.level, `${draft.name}, ${people} people`).toBe(levelOf(held, people));
      expect(numberOf(draft, "ratioS")).toBeCloseTo(ratioS(held), 3);
      expect(numberOf(draft, "totalTonnes")).toBeCloseTo(
        held.reduce((sum, { tonnes }) => sum + tonnes, 0),
        1,
      );
    }
    expect(Object.keys(tallyOf("hazard-sources", "level")).sort()).toEqual(["1", "2", "3", "4", "none"]);
  });
});

describe("planted conflicts", () => {
  const planted = new Set(zone.plantedConflicts.map(({ hazardCode, targetCode }) => `${hazardCode} ${targetCode}`));

  test("stand exactly as far apart as the fixture says, and nearer than the rule asks", () => {
    expect(zone.plantedConflicts).toHaveLength(12);
    for (const { hazardCode, targetLayer, targetCode, distanceM, requiredM } of zone.plantedConflicts) {
      const target = getPlaced(targetLayer, targetCode);
      const measuredM = outlineDistanceM(getPlaced("hazard-sources", hazardCode).outline, target.outline);
      expect(Math.abs(measuredM - distanceM), `${hazardCode} ${targetCode}`).toBeLessThan(0.03);
      expect(distanceM).toBeLessThan(requiredM);
    }
  });

  test("are the only homes and meeting places near a hazard source", () => {
    const moved = new Set([
      ...zone.flaws.misplaced.map(({ code }) => code),
      ...zone.flaws.samePoint.flatMap(({ codes }) => codes),
    ]);
    const targets: readonly Placed[] = [...layerOf("houses"), ...layerOf("protection-targets")];
    const findTargets = searchByBox(targets.filter(({ draft }) => !moved.has(draft.code)));
    for (const { draft, outline } of layerOf("hazard-sources")) {
      // Above every distance that GB 50156 asks of a filling station, and GB 50016, GB 50160 and GB 51142 of the others.
      const clearM = draft.attributes.kind === "fuel-station" ? 50 : 200;
      const near = findTargets(outline, clearM)
        .filter((target) => outlineDistanceM(outline, target.outline, clearM) <= clearM)
        .map((target) => `${draft.code} ${target.draft.code}`);
      expect(near.filter((pair) => !planted.has(pair))).toEqual([]);
    }
  });
});

describe("flaws are there, and are all of their kind", () => {
  const { flaws, layers } = zone;
  const codesOf = (layer: string, matches: (draft: FeatureDraft) => boolean) =>
    layers[layer]!.filter(matches).map(({ code }) => code);
  const sorted = (codes: readonly string[]) => [...codes].sort();

  test("wrong and missing credit codes", () => {
    const wrong = ({ attributes: { creditCode } }: FeatureDraft) =>
      typeof creditCode === "string" && !isCreditCode(creditCode);
    expect(isCreditCode("91350100M000100Y43")).toBe(true); // the example of GB 32100-2015
    expect(flaws.creditCodesWrong).toHaveLength(8);
    expect(sorted(codesOf("enterprises", wrong))).toEqual(sorted(flaws.creditCodesWrong));
    expect(sorted(codesOf("enterprises", ({ attributes }) => !attributes.creditCode))).toEqual(
      sorted(flaws.creditCodesMissing),
    );
    expect(codesOf("hazard-sources", wrong)).toEqual([]);
  });

  test("duplicates: two rows with one credit code, a few metres apart", () => {
    expect(flaws.duplicates).toHaveLength(14);
    const doubles: string[] = [];
    const seen = new Map<string, FeatureDraft>();
    for (const draft of layers.enterprises!) {
      const creditCode = String(draft.attributes.creditCode ?? draft.code);
      if (seen.has(creditCode)) doubles.push(`${draft.code} ${seen.get(creditCode)!.code}`);
      else seen.set(creditCode, draft);
    }
    expect(sorted(doubles)).toEqual(sorted(flaws.duplicates.map(({ code, duplicateOf }) => `${code} ${duplicateOf}`)));
    for (const { code, duplicateOf } of flaws.duplicates) {
      const [double, original] = [getPlaced("enterprises", code), getPlaced("enterprises", duplicateOf)];
      expect(outlineDistanceM(double.outline, original.outline)).toBeLessThan(60);
      expect(double.draft.name).not.toBe(original.draft.name);
    }
  });

  test("missing dates and grades", () => {
    expect(flaws.accidentsWithoutTime).toHaveLength(25);
    expect(codesOf("accidents", ({ attributes }) => attributes.happenedAt === null)).toEqual(
      sorted(flaws.accidentsWithoutTime),
    );
    expect(flaws.enterprisesWithoutDates).toHaveLength(18);
    expect(sorted(codesOf("enterprises", ({ observedOn }) => observedOn === null))).toEqual(
      sorted(flaws.enterprisesWithoutDates),
    );
    for (const code of flaws.enterprisesWithoutDates) {
      const { headCheckOn, drillOn, inspectedOn } = getPlaced("enterprises", code).draft.attributes;
      expect([headCheckOn, drillOn, inspectedOn]).toEqual([null, null, null]);
    }
    expect(flaws.housesWithoutGrade).toHaveLength(40);
    expect(codesOf("houses", ({ attributes }) => attributes.grade === null)).toEqual(sorted(flaws.housesWithoutGrade));
  });

  test("water sources that do not work, or were not serviced within a year", () => {
    const inState = (state: string) => codesOf("water-sources", ({ attributes }) => attributes.state === state);
    expect(flaws.waterBroken.length).toBeGreaterThan(5);
    expect(inState("broken")).toEqual(flaws.waterBroken);
    expect(inState("buried")).toEqual(flaws.waterBuried);
    expect(inState("frozen")).toEqual(flaws.waterFrozen);
    expect(inState("out-of-service")).toEqual(flaws.waterOutOfService);
    expect(flaws.waterOverdue.length).toBeGreaterThan(20);
    const overdue = ({ attributes: { servicedOn } }: FeatureDraft) =>
      typeof servicedOn === "string" && Date.parse(servicedOn) < Date.parse("2025-11-23");
    expect(codesOf("water-sources", overdue)).toEqual(flaws.waterOverdue);
    expect(codesOf("water-sources", ({ attributes }) => attributes.servicedOn === null)).toEqual(
      sorted(flaws.waterWithoutServiceDate),
    );
  });

  test("misplaced points, and a plot over the zone's edge", () => {
    const districts = layerOf("districts");
    const isOutside = ({ outline }: Placed) =>
      districts.every((district) => outlineDistanceM(district.outline, outline, 1) > 0.1);
    const ledgers = ["enterprises", "hazard-sources", "accidents", "houses", "water-sources", "protection-targets"];
    const outside = ledgers.flatMap((layer) =>
      layerOf(layer)
        .filter(isOutside)
        .map(({ draft }) => `${layer} ${draft.code}`),
    );
    expect(outside.sort()).toEqual(flaws.misplaced.map(({ layer, code }) => `${layer} ${code}`).sort());

    const plot = getPlaced(flaws.overTheEdge.layer, flaws.overTheEdge.code);
    const corners = plot.outline.parts[0]!;
    const isIn = [0, 2, 4, 6].map((i) => {
      const corner = { kind: 0 as const, parts: [corners.slice(i, i + 2)] };
      return districts.some((district) => outlineDistanceM(district.outline, corner, 1) === 0);
    });
    expect(new Set(isIn)).toEqual(new Set([true, false]));
  });

  test("pairs of features at one point", () => {
    const pairs = ["enterprises", "houses", "water-sources", "hazard-sources", "protection-targets", "forces"].flatMap(
      (layer) => {
        const at = new Map<string, string[]>();
        for (const { code, geometry } of layers[layer]!) {
          const place = JSON.stringify(geometry);
          at.set(place, [...(at.get(place) ?? []), code]);
        }
        return [...at.values()].filter((codes) => codes.length > 1).map((codes) => [layer, ...codes.sort()].join(" "));
      },
    );
    expect(pairs.sort()).toEqual(flaws.samePoint.map(({ layer, codes }) => [layer, ...sorted(codes)].join(" ")).sort());
  });
});

/** The check character by the standard's own words. @see GB 32100-2015, annex A */
function isCreditCode(code: string): boolean {
  const characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += characters.indexOf(code[i]!) * (3 ** i % 31);
  return code.length === 18 && characters.indexOf(code[17]!) === (31 - (sum % 31)) % 31;
}
