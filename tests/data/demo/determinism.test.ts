import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { chooseBlackSpots } from "#data/demo/black-spot-plan.ts";
import { drawDistricts } from "#data/demo/districts.ts";
import { claimGround } from "#data/demo/ground.ts";
import { placeHazards } from "#data/demo/hazard-sites.ts";
import { DEMO_SEED, type DemoZone, generateZone } from "#data/demo/index.ts";
import { claimUtilities } from "#data/demo/infrastructure.ts";
import { createRandom } from "#data/demo/random.ts";
import { claimStations } from "#data/demo/stations.ts";
import { layStreets } from "#data/demo/streets.ts";
import { checkFeature } from "#data/layers/check-feature.ts";
import { LAYERS } from "#data/layers/index.ts";
import { otherZone, zone } from "./zone.ts";

const hashOf = (zone: DemoZone) => createHash("sha256").update(JSON.stringify(zone)).digest("hex");

const problemsOf = ({ layers }: DemoZone) =>
  LAYERS.flatMap((layer) =>
    layers[layer.id]!.flatMap((draft) => checkFeature(layer, draft).map((problem) => ({ code: draft.code, problem }))),
  );

describe("the zone", () => {
  test("is the same to the last character when generated again", () => {
    expect(hashOf(generateZone())).toBe(hashOf(zone));
    expect(zone.seed).toBe(DEMO_SEED);
  });

  test("has every layer of the registry, and every feature passes its layer's check", () => {
    expect(Object.keys(zone.layers).sort()).toEqual(LAYERS.map(({ id }) => id).sort());
    expect(problemsOf(zone)).toEqual([]);
  });

  test("names every feature once in its layer", () => {
    for (const drafts of Object.values(zone.layers))
      expect(new Set(drafts.map(({ code }) => code)).size).toBe(drafts.length);
  });
});

test("another seed and day make another zone of the same size, valid as well", () => {
  const other = otherZone();
  expect(problemsOf(other)).toEqual([]);
  expect(other.layers.roads).not.toEqual(zone.layers.roads);
  expect(other.layers.accidents).toHaveLength(6_000);
  expect(other.layers.houses).toHaveLength(8_000);
  expect(other.layers["hazard-sources"]).toHaveLength(40);
  expect(other.plantedBlackSpots).toHaveLength(14);
  expect(other.plantedConflicts).toHaveLength(12);
  const days = other.layers.accidents!.map(({ observedOn }) => String(observedOn)).sort();
  expect([days[0]! >= "2022-02-01", days.at(-1)! <= "2025-01-31"]).toEqual([true, true]);
});

test("ten more seeds leave ground for everything that must be there", () => {
  for (let seed = 100; seed < 110; seed++) {
    const streets = layStreets(seed, drawDistricts(seed).outline);
    const ground = claimGround(streets);
    expect(claimUtilities(ground)).toHaveLength(10);
    const stations = claimStations(streets, ground);
    expect(stations).toHaveLength(20);
    expect(placeHazards(streets, stations, ground, createRandom(seed, "hazard-sites"))).toHaveLength(40);
    expect(chooseBlackSpots(streets.routes)).toHaveLength(14);
  }
});
