import { expect, test } from "vitest";
import type { FactorFinding } from "#data/analyses/site-diagnosis-results.ts";
import { accidents } from "#data/layers/accidents/index.ts";
import type { FactorCondition } from "#data/traffic/countermeasures/countermeasure.ts";
import { COUNTERMEASURES } from "#data/traffic/countermeasures/library.ts";
import { suggestCountermeasures } from "#data/traffic/countermeasures/suggest-countermeasures.ts";
import { HOUR_BANDS, SEASONS } from "#data/traffic/diagnosis/crash-traits.ts";
import { SITE_VISIT, siteChecklist } from "#data/traffic/diagnosis/site-checklist.ts";

const factor = (name: FactorFinding["factor"], value: string, rest: Partial<FactorFinding> = {}): FactorFinding => ({
  factor: name,
  value,
  atSite: 8,
  siteKnown: 20,
  siteUnknown: 0,
  inReference: 50,
  referenceKnown: 1000,
  referenceUnknown: 0,
  share: 0.4,
  referenceShare: 0.05,
  ratio: 8,
  pValue: 1e-6,
  qValue: 1e-4,
  isOver: true,
  ...rest,
});
const STREET = { sites: ["segment"], roads: ["street"] } as const;
const HIGHWAY = { sites: ["segment"], roads: ["highway"] } as const;
const idsFor = (factors: FactorFinding[], kind: Parameters<typeof suggestCountermeasures>[2]) =>
  suggestCountermeasures(COUNTERMEASURES, factors, kind).map(({ id }) => id);

const codesOf = (attribute: string): string[] => {
  const definition = accidents.attributes[attribute];
  return definition?.type === "code" ? definition.values.map(({ code }) => code) : [];
};
const VALUES: Readonly<Record<string, readonly string[]>> = {
  hours: HOUR_BANDS,
  season: SEASONS,
  weekday: ["weekend", "weekday"],
  parties: ["pedestrian", "non-motor", "single-vehicle"],
  dangerousGoods: ["yes"],
};

test("every condition of a countermeasure or a checklist item asks for a value that a crash can have", () => {
  const conditions: FactorCondition[] = [
    ...COUNTERMEASURES.flatMap(({ when }) => when),
    ...SITE_VISIT.groups.flatMap(({ items }) => items.flatMap(({ when }) => when ?? [])),
  ];
  for (const condition of conditions) {
    if ("contains" in condition) continue;
    const possible = VALUES[condition.factor] ?? codesOf(condition.factor);
    for (const value of condition.values) expect(possible, condition.factor).toContain(value);
  }
});

test("ids are unique, and no reduction stands without a source that says how sure it is", () => {
  const ids = [
    ...COUNTERMEASURES.map(({ id }) => id),
    ...SITE_VISIT.groups.flatMap(({ items }) => items.map(({ id }) => id)),
  ];
  expect(new Set(ids).size).toBe(ids.length);
  for (const { reduction } of COUNTERMEASURES) {
    if (!reduction) continue;
    expect(reduction.source.en).toMatch(/\d{4}/);
    if (reduction.confidence !== "verified") expect(reduction.source.zh).toContain("待核实");
  }
});

test("suggests what the findings call for, where it makes sense", () => {
  expect(idsFor([factor("form", "head-on")], HIGHWAY)).toContain("centre-rumble-strips");
  expect(idsFor([factor("form", "head-on")], STREET)).not.toContain("centre-rumble-strips");
  expect(idsFor([factor("form", "angle")], HIGHWAY)).not.toContain("roundabout");
  expect(idsFor([factor("form", "angle")], { sites: ["junction"], roads: [] })).toContain("roundabout");
  expect(idsFor([factor("form", "angle")], { sites: ["segment", "junction"], roads: [] })).toContain("roundabout");
  expect(idsFor([factor("cause", "驾驶人超速行驶")], STREET)).toContain("speed-cameras");
  expect(idsFor([], HIGHWAY)).toEqual([]);
});

test("a motorway gets neither crossings nor left-turn lanes, whatever is found there", () => {
  const motorway = { sites: ["segment", "junction"], roads: ["motorway"] } as const;
  const found = [factor("form", "rear-end"), factor("parties", "pedestrian"), factor("weather", "fog")];
  expect(idsFor(found, motorway)).toEqual(expect.arrayContaining(["variable-speed-limit", "speed-feedback"]));
  expect(idsFor(found, motorway).filter((id) => /pedestrian|crossing|walkway|left|signal/.test(id))).toEqual([]);
  expect(siteChecklist(found, motorway).map(({ id }) => id)).not.toContain("crossings");
});

test("something frequent that is not sure to be special calls too, and is told apart; what is ordinary does not", () => {
  const dark = { isOver: false, qValue: 0.4 };
  const half = factor("light", "night-dark", { ...dark, share: 0.5, atSite: 3, siteKnown: 6 });
  const [lighting] = suggestCountermeasures(COUNTERMEASURES, [half], HIGHWAY).filter(({ id }) => id === "lighting");
  expect(lighting!.because).toEqual([
    { factor: "light", value: "night-dark", basis: "frequent", atSite: 3, siteKnown: 6 },
  ]);
  expect(idsFor([{ ...half, share: 0.49 }], HIGHWAY)).toEqual([]);
  expect(idsFor([{ ...half, atSite: 2 }], HIGHWAY)).toEqual([]);
  expect(idsFor([factor("weekday", "weekday", { ...dark, share: 0.9, atSite: 18 })], HIGHWAY)).toEqual([]);
});

test("what more findings call for comes first, what is sure before what is only frequent", () => {
  const ids = idsFor([factor("weather", "snow"), factor("surface", "ice"), factor("cause", "超速行驶")], HIGHWAY);
  expect(ids[0]).toBe("winter-maintenance");
  const mixed = idsFor(
    [factor("cause", "酒后驾驶"), factor("surface", "wet", { isOver: false, share: 0.6, atSite: 12 })],
    HIGHWAY,
  );
  expect(mixed.indexOf("sobriety-checks")).toBeLessThan(mixed.indexOf("drainage"));
});

test("the checklist asks at a junction for its sight triangle, and for ice only where ice was found", () => {
  const idsOf = (...asked: Parameters<typeof siteChecklist>) => siteChecklist(...asked).map(({ id }) => id);
  const junction = idsOf([], { sites: ["junction"], roads: ["street"] });
  expect(junction).toContain("sight-triangle");
  expect(junction).not.toContain("ice");
  const icy = siteChecklist([factor("surface", "ice")], HIGHWAY);
  expect(icy.find(({ id }) => id === "ice")!.because).toEqual({ factor: "surface", value: "ice" });
  expect(icy.map(({ id }) => id)).not.toContain("sight-triangle");
  expect(icy.find(({ id }) => id === "speed")!.because).toBeNull();
});
