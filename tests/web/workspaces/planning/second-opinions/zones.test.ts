import { expect, test } from "vitest";
import { geodesicAreaM2, geodesicDistanceM } from "#data/geodesy/geodesic.ts";
import { DevelopmentUseSchema, HSE_ZONES } from "#data/standards/hse.ts";
import { SECOND_WORDS } from "../../../../../web/messages/planning-second.ts";
import { northernmostSide } from "../../../../../web/workspaces/planning/second-opinions/labelled-area.ts";
import { startFacts, USE_FACTS, USE_TYPES } from "../../../../../web/workspaces/planning/second-opinions/use-facts.ts";
import { circle, zonesOfFile } from "../../../../../web/workspaces/planning/second-opinions/zone-rings.ts";

const HERE = [122.26, 43.62] as const;
const area = (radiusM: number, properties: Record<string, unknown> = {}) => ({
  geometry: circle(HERE, radiusM),
  properties,
});

test("a circle leaves out no place inside its radius, and is hardly larger", () => {
  const { coordinates } = circle(HERE, 300);
  for (const [lon, lat] of coordinates[0]!) {
    const distanceM = geodesicDistanceM(...HERE, lon!, lat!);
    expect(distanceM).toBeGreaterThan(300);
    expect(distanceM).toBeLessThan(300.1);
  }
  expect(geodesicAreaM2(circle(HERE, 300)) / (Math.PI * 300 ** 2)).toBeCloseTo(1, 3);
});

test("zones of a file are told by their names in either language, or by size where there are three", () => {
  const [small, middle, large] = [area(100), area(200), area(300)];
  expect(zonesOfFile([large, small, middle])).toEqual({
    inner: small.geometry,
    middle: middle.geometry,
    outer: large.geometry,
  });
  const named = zonesOfFile([area(100, { 区: "外区" }), area(300, { 区: "内" })]);
  expect(Object.keys(named!).sort()).toEqual(["inner", "outer"]);
});

test("a file that does not show which zone is which is not guessed", () => {
  expect(zonesOfFile([area(100), area(200)])).toBeNull();
  expect(zonesOfFile([area(100, { zone: "inner" }), area(200, { zone: "inner" })])).toBeNull();
  expect(zonesOfFile([area(100, { zone: "inner" }), area(200), area(300)])).toBeNull();
});

test("a label stands on the northernmost side of its ring", () => {
  const [first] = northernmostSide(circle(HERE, 100).coordinates[0]!).coordinates;
  expect(first![0]).toBeCloseTo(HERE[0], 6);
  expect(first![1]).toBeGreaterThan(HERE[1]);
});

test("the form asks for exactly the facts of each use, and takes no size for granted", () => {
  for (const type of USE_TYPES) {
    const asked = USE_FACTS[type].map((fact) => [
      fact.id,
      fact.type === "count" ? fact.least + 1 : fact.type === "yes-no" ? true : fact.options[0],
    ]);
    expect(DevelopmentUseSchema.safeParse({ type, ...Object.fromEntries(asked) }).success).toBe(true);
    const isOpen = USE_FACTS[type].some((fact) => fact.type !== "yes-no");
    expect(DevelopmentUseSchema.safeParse({ type, ...startFacts(type) }).success).toBe(!isOpen);
    for (const { id } of USE_FACTS[type])
      for (const words of Object.values(SECOND_WORDS)) expect(words.advice.facts[id]).toBeTruthy();
  }
});

test("both languages say every step of a reason as a sentence", () => {
  for (const { advice } of Object.values(SECOND_WORDS))
    for (const zone of HSE_ZONES) {
      const text = advice.steps["straddles-little"]({ zone, share: 0.0512 });
      expect(text).toContain("5.1 %");
      expect(text).toContain(advice.zones[zone]);
    }
});
