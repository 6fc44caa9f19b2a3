import { describe, expect, test } from "vitest";
import type { FeatureDraft } from "#data/layers/feature.ts";
import { parseParties } from "#data/traffic/parties.ts";
import { layerOf, numberOf, placeAtStake, sectionsByRoad, zone } from "./zone.ts";

const { enterprises, accidents, violations } = zone.layers as Record<string, FeatureDraft[]>;
const carriers = enterprises!.filter(({ attributes }) => attributes.transport);
const planted = zone.plantedCarriers;
const ofCarrier = (creditCode: unknown) => violations!.filter(({ attributes }) => attributes.carrier === creditCode);
const lastYear = ({ attributes }: FeatureDraft) => String(attributes.happenedAt) >= "2025-11-01";

test("carriers are the transport firms of the ledger, with fleets, one of them unknown", () => {
  expect(new Set(carriers.map(({ attributes }) => attributes.transport))).toEqual(
    new Set(["dangerous-goods", "passenger", "freight", "bus-taxi"]),
  );
  expect(carriers.length).toBeGreaterThanOrEqual(30);
  for (const { attributes } of carriers) expect(["7", "15"]).toContain(attributes.sector);
  expect(carriers.filter(({ attributes }) => attributes.vehicles === null)).toHaveLength(1);
});

describe("violations", () => {
  test("are 2,500 in the three years, of vehicles that a carrier of the ledger answers for", () => {
    expect(violations).toHaveLength(2_500);
    const days = violations!.map(({ attributes }) => String(attributes.happenedAt).slice(0, 10));
    expect(days).toEqual(days.toSorted());
    expect(days[0]! >= "2023-11-01" && days.at(-1)! <= "2026-10-31").toBe(true);
    const names = new Set(carriers.map(({ name }) => name));
    for (const { attributes, code } of violations!) expect(names, code).toContain(attributes.carrierName);
  });

  test("lie on the road that they name", () => {
    for (const { draft, outline } of layerOf("violations").filter((_, i) => i % 10 === 0)) {
      const [x, y] = outline.parts[0]!;
      const road = String(draft.attributes.roadCode ?? draft.attributes.roadName);
      const near = sectionsByRoad.get(road)!.some(({ fromM, toM }) => {
        for (let stakeM = fromM; stakeM <= toM; stakeM += 10) {
          const [px, py] = placeAtStake(road, stakeM)!;
          if (Math.hypot(px - x!, py - y!) < 8) return true;
        }
        return false;
      });
      expect(near, draft.code).toBe(true);
    }
  });

  test("off the route are of vehicles with dangerous goods, on roads where these may not go", () => {
    const designated = new Set(
      zone.layers.roads!.filter(({ attributes }) => attributes.dangerousGoodsRoute).map(({ name }) => name),
    );
    const off = violations!.filter(({ attributes }) => attributes.kind === "route");
    expect(off.length).toBeGreaterThan(50);
    for (const { attributes } of off) {
      expect(String(attributes.carrierName)).toContain("危货运输");
      expect(designated).not.toContain(attributes.roadName);
    }
  });
});

describe("planted carriers", () => {
  const perVehicle = (draft: FeatureDraft) =>
    ofCarrier(draft.attributes.creditCode).filter(lastYear).length / numberOf(draft, "vehicles");

  test("are four, right in the ledger", () => {
    expect(planted).toHaveLength(4);
    for (const { code, creditCode, name, transport } of planted) {
      const draft = enterprises!.find((each) => each.code === code)!;
      expect(draft).toMatchObject({ name, attributes: { creditCode, transport } });
    }
  });

  test("break the rules more than twice a year with every vehicle, most others less than once", () => {
    const codes = new Set(planted.map(({ code }) => code));
    const known = carriers.filter(({ attributes }) => attributes.vehicles !== null);
    for (const draft of known.filter(({ code }) => codes.has(code)))
      expect(perVehicle(draft), draft.name).toBeGreaterThan(2);
    const others = known.filter(({ code }) => !codes.has(code));
    expect(others.filter((draft) => perVehicle(draft) < 1).length / others.length).toBeGreaterThan(0.9);
  });

  test("stand out by the kinds that the fixture names", () => {
    for (const { creditCode, violations: kinds, name } of planted) {
      const own = ofCarrier(creditCode);
      const named = own.filter(({ attributes }) => kinds.includes(String(attributes.kind)));
      expect(named.length / own.length, name).toBeGreaterThan(0.6);
    }
  });

  test("have the accidents with deaths of the last year that the fixture names", () => {
    for (const { creditCode, fatalAccidents, name } of planted) {
      const own = accidents!.filter(
        (draft) =>
          String(draft.attributes.carriers ?? "").includes(creditCode) &&
          draft.attributes.severity === "fatal" &&
          lastYear(draft),
      );
      expect(own.length, name).toBeGreaterThanOrEqual(fatalAccidents);
    }
  });
});

test("accidents name carriers only where a lorry, a coach or dangerous goods took part", () => {
  const named = accidents!.filter(({ attributes }) => attributes.carriers);
  expect(named.length).toBeGreaterThan(100);
  expect(named.length).toBeLessThan(250);
  for (const { attributes, code } of named) {
    const kinds = parseParties(attributes.movements as string | null).map(({ kind }) => kind);
    expect(
      kinds.some((kind) => kind === "truck" || kind === "bus" || kind === "dangerous-goods-truck"),
      code,
    ).toBe(true);
    for (const each of String(attributes.carriers).split("、")) expect(each).toMatch(/^91990000/);
  }
});
