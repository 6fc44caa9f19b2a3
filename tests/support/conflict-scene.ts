import type { Polygon, Position } from "geojson";
import { toLonLat } from "#data/demo/frame.ts";
import { createRandom, type Random } from "#data/demo/random.ts";
import type { AttributeValue, FeatureDraft } from "#data/layers/feature.ts";
import { inBand } from "#data/standards/bands.ts";
import type { HazardClass, TargetClass } from "#data/standards/classes.ts";
import type { AppliedRule, Quantity } from "#data/standards/rule.ts";

/** A kind of feature of which everything is known, with the classes that a person would put it in. */
interface Known<Class> {
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly classes: readonly Class[];
}

interface KnownHazard extends Known<HazardClass> {
  readonly amounts: Readonly<Partial<Record<Quantity, number>>>;
}

const substance = (name: string, tonnes: number) => [{ name, tonnes }];

export const KNOWN_HAZARDS: readonly KnownHazard[] = [
  {
    attributes: {
      kind: "warehouse",
      designStandard: "gb50016",
      fireClass: "a",
      items: "1256",
      substances: substance("乙醇", 50),
    },
    classes: ["store-a-1256", "hazmat-place", "hazchem-part"],
    amounts: { tonnes: 50 },
  },
  {
    attributes: {
      kind: "warehouse",
      designStandard: "gb50016",
      fireClass: "a",
      items: "34",
      substances: substance("金属钠", 5),
    },
    classes: ["store-a-34", "hazmat-place", "hazchem-part"],
    amounts: { tonnes: 5 },
  },
  {
    attributes: { kind: "production-unit", designStandard: "gb50016", fireClass: "a" },
    classes: ["plant-a", "hazmat-place", "hazchem-part"],
    amounts: {},
  },
  {
    attributes: {
      kind: "tank-farm",
      designStandard: "gb50016",
      fireClass: "a",
      volumeM3: 200,
      substances: substance("甲醇", 150),
    },
    classes: ["tank-ab", "hazmat-place", "hazchem-part"],
    amounts: { volumeM3: 200 },
  },
  {
    attributes: { kind: "lpg-station", designStandard: "gb51142", volumeM3: 150, largestTankM3: 50 },
    classes: ["lpg-base", "hazmat-place", "hazchem-part"],
    amounts: { volumeM3: 150, largestTankM3: 50 },
  },
  {
    attributes: {
      kind: "fuel-station",
      designStandard: "gb50156",
      petrolM3: 90,
      dieselM3: 60,
      vapourRecovery: true,
    },
    classes: ["fuel-petrol-tank", "fuel-petrol-pump", "fuel-diesel-tank", "fuel-diesel-pump"],
    amounts: { stationVolumeM3: 120 },
  },
];

export const KNOWN_BUILDINGS: readonly Known<TargetClass>[] = [
  {
    attributes: { use: "residential", storeys: 2, heightM: 6.5, fireRating: "2" },
    classes: ["civil-low-12", "protected-3", "any-building"],
  },
  {
    attributes: { use: "residential", storeys: 1, heightM: 3.5, fireRating: "4" },
    classes: ["civil-low-4", "protected-3", "any-building"],
  },
  {
    attributes: { use: "industrial", storeys: 6, heightM: 31, fireRating: "1" },
    classes: ["works-high", "any-building"],
  },
  {
    attributes: { use: "industrial", storeys: 1, heightM: 9, fireRating: "2" },
    classes: ["works-low-12", "any-building"],
  },
  {
    attributes: { use: "industrial", storeys: 2, heightM: 11, fireRating: "3" },
    classes: ["works-low-3", "any-building"],
  },
];

/** The rows that hold between the two and that somebody has read, looked up one by one. */
export const rulesBetween = (
  rules: readonly AppliedRule[],
  hazard: KnownHazard,
  target: Known<TargetClass>,
): AppliedRule[] =>
  rules.filter(
    (rule) =>
      rule.confidence !== "uncertain" &&
      hazard.classes.includes(rule.hazard) &&
      rule.targets.some((each) => target.classes.includes(each)) &&
      (rule.band === null ||
        (hazard.amounts[rule.band.quantity] !== undefined && inBand(rule.band, hazard.amounts[rule.band.quantity]!))),
  );

/** A rectangle that stands at an angle, around a place in metres. */
export function turnedRectangle(random: Random, [x, y]: readonly [number, number], low: number, high: number): Polygon {
  const [halfU, halfV] = [random.between(low, high) / 2, random.between(low, high) / 2];
  const angle = random.between(0, Math.PI / 2);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const corner = (u: number, v: number): Position => toLonLat([x + u * cos - v * sin, y + u * sin + v * cos]);
  const ring = [corner(-halfU, -halfV), corner(halfU, -halfV), corner(halfU, halfV), corner(-halfU, halfV)];
  return { type: "Polygon", coordinates: [[...ring, ring[0]!]] };
}

/** Hazard sources among buildings, all of known kinds: feature `i` is of kind `i` modulo the list's length. */
export function conflictScene(
  hazards: number,
  buildings: number,
  sideM: number,
  seed: number,
): { hazards: FeatureDraft[]; buildings: FeatureDraft[] } {
  const random = createRandom(seed, "conflict-scene");
  const place = (): [number, number] => [random.between(-sideM / 2, sideM / 2), random.between(-sideM / 2, sideM / 2)];
  const draft = (code: string, geometry: Polygon, attributes: FeatureDraft["attributes"]): FeatureDraft => ({
    code,
    name: "",
    geometry,
    attributes,
    positionErrorM: 0.5,
    districtCode: null,
    source: "scene",
    observedOn: null,
  });
  return {
    hazards: Array.from({ length: hazards }, (_, i) =>
      draft(`Z-${i}`, turnedRectangle(random, place(), 15, 45), KNOWN_HAZARDS[i % KNOWN_HAZARDS.length]!.attributes),
    ),
    buildings: Array.from({ length: buildings }, (_, i) =>
      draft(`B-${i}`, turnedRectangle(random, place(), 8, 30), KNOWN_BUILDINGS[i % KNOWN_BUILDINGS.length]!.attributes),
    ),
  };
}
