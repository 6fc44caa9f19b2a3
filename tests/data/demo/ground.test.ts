import { describe, expect, test } from "vitest";
import { containsPoint } from "#data/geometry/contains.ts";
import { outlineDistanceM } from "#data/geometry/distance.ts";
import { boxOf, lengthM } from "#data/geometry/measure.ts";
import { pointOutline } from "#data/geometry/outlines.ts";
import { findGeometryProblem } from "#data/geometry/validity.ts";
import { layerOf, numberOf, type Placed, placeAtStake, searchByBox, sectionsByRoad, tallyOf, zone } from "./zone.ts";

/** Coordinates are rounded to about a centimetre. */
const ROUNDING_M = 0.03;

const findBuildings = searchByBox(layerOf("buildings"));
const ofKind = (...kinds: string[]): Placed[] =>
  layerOf("infrastructure").filter(({ draft }) => kinds.includes(String(draft.attributes.kind)));

describe("streets", () => {
  test("are about 600 km long and of every class", () => {
    const km = layerOf("roads").reduce((sum, { outline }) => sum + lengthM(outline) / 1000, 0);
    expect(Math.abs(km - 600)).toBeLessThan(60);
    const classes = tallyOf("roads", "class");
    for (const name of ["motorway", "national", "provincial", "arterial", "secondary", "county", "local", "service"])
      expect(classes[name]).toBeGreaterThan(0);
    expect(zone.layers.roads!.every(({ name }) => name !== "")).toBe(true);
  });

  test("have stakes that run on from section to section, but for the planted gap", () => {
    let gaps = 0;
    for (const sections of sectionsByRoad.values())
      for (const [i, { fromM }] of sections.entries()) {
        const missingM = i === 0 ? 0 : fromM - sections[i - 1]!.toM;
        if (missingM > 100) gaps++;
        else expect(Math.abs(missingM)).toBeLessThan(0.2);
      }
    expect(gaps).toBe(1);
  });

  test("have G111 K812+300 in the zone", () => {
    const place = placeAtStake("G111", 812_300);
    expect(place).not.toBeNull();
    expect(layerOf("districts").some(({ outline }) => containsPoint(outline, ...place!))).toBe(true);
  });

  test("make one network: from any road one can drive to any other", () => {
    const roadsAt = new Map<string, string[]>();
    for (const { code, geometry } of zone.layers.roads!)
      if (geometry.type === "LineString")
        for (const position of geometry.coordinates) {
          const at = position.join();
          roadsAt.set(at, [...(roadsAt.get(at) ?? []), code]);
        }
    const leads = new Map<string, string>();
    const root = (code: string): string => {
      const next = leads.get(code) ?? code;
      return next === code ? code : root(next);
    };
    for (const [first, ...others] of roadsAt.values()) for (const other of others) leads.set(root(other), root(first!));
    expect(new Set(zone.layers.roads!.map(({ code }) => root(code))).size).toBe(1);
  });

  test("pass under the motorway, which is met by ramps only", () => {
    const axis = new Map<string, string>();
    for (const { geometry, attributes } of zone.layers.roads!)
      if (attributes.class === "motorway" && geometry.type === "LineString")
        for (const position of geometry.coordinates) axis.set(position.join(), "motorway");
    const meeting = zone.layers.roads!.filter(
      ({ geometry, attributes }) =>
        attributes.class !== "motorway" &&
        geometry.type === "LineString" &&
        geometry.coordinates.some((position) => axis.has(position.join())),
    );
    expect(meeting).toHaveLength(12);
    expect(meeting.every(({ name }) => name.endsWith("匝道"))).toBe(true);
  });
});

describe("buildings", () => {
  test("are about 20,000, nine in ten within 200 m of a street", () => {
    const count = layerOf("buildings").length;
    expect(Math.abs(count - 20_000)).toBeLessThan(1_000);
    const findRoads = searchByBox(layerOf("roads"));
    const sample = layerOf("buildings").filter((_, i) => i % 40 === 0);
    const beside = sample.filter(({ outline }) =>
      findRoads(outline, 200).some((road) => outlineDistanceM(outline, road.outline, 200) <= 200),
    );
    expect(beside.length / sample.length).toBeGreaterThan(0.9);
  });

  test("do not overlap each other", () => {
    const overlapping = layerOf("buildings").flatMap(({ draft, outline }) =>
      findBuildings(outline, 0)
        .filter((other) => other.draft.code > draft.code && outlineDistanceM(outline, other.outline, 0) === 0)
        .map((other) => [draft.code, other.draft.code]),
    );
    expect(overlapping).toEqual([]);
  });

  test("stand on no carriageway", () => {
    const onRoad = layerOf("roads").flatMap(({ draft, outline }) => {
      const freeM = numberOf(draft, "widthM") / 2 - ROUNDING_M;
      return findBuildings(outline, freeM)
        .filter((building) => outlineDistanceM(outline, building.outline, freeM) <= freeM)
        .map((building) => `${building.draft.code} on ${draft.name}`);
    });
    expect(onRoad).toEqual([]);
  });

  test.each([
    [["river", "pond", "park", "substation", "water-works"], 0],
    [["canal", "railway"], 8],
    // 石油天然气管道保护法, article 30.
    [["gas-pipeline"], 5],
  ])("keep off %j by %d m", (kinds, offM) => {
    const found = ofKind(...kinds);
    expect(found.length).toBeGreaterThan(0);
    for (const { outline } of found.filter((each) => each.outline.kind > 0))
      for (const building of findBuildings(outline, offM))
        expect(outlineDistanceM(outline, building.outline, offM)).toBeGreaterThan(offM);
  });
});

describe("water, works and parks", () => {
  test("are crossed by no road, but the river by its bridges", () => {
    const findRoads = searchByBox(layerOf("roads"));
    for (const { draft, outline } of ofKind("pond", "park", "substation", "water-works"))
      for (const road of findRoads(outline, 0))
        expect(outlineDistanceM(outline, road.outline, 1), `${draft.name}, ${road.draft.name}`).toBeGreaterThan(0);
    const [river] = ofKind("river");
    const bridges = findRoads(river!.outline, 0).filter((road) => outlineDistanceM(river!.outline, road.outline) === 0);
    expect(new Set(bridges.map(({ draft }) => draft.name)).size).toBeGreaterThanOrEqual(4);
  });
});

describe("plants of hazard sources", () => {
  test("are fenced ground that no street crosses", () => {
    const findRoads = searchByBox(layerOf("roads"));
    for (const { draft, outline } of layerOf("hazard-sources")) {
      expect(outline.kind).toBe(2);
      for (const road of findRoads(outline, 20))
        expect(outlineDistanceM(outline, road.outline), draft.name).toBeGreaterThan(numberOf(road.draft, "widthM") / 2);
    }
  });

  test("do not overlap", () => {
    const plants = layerOf("hazard-sources");
    for (const [i, { outline }] of plants.entries())
      for (const other of plants.slice(i + 1)) expect(outlineDistanceM(outline, other.outline, 5)).toBeGreaterThan(1);
  });
});

test("districts cover the zone once", () => {
  const districts = layerOf("districts");
  const [west, south, east, north] = boxOf({ kind: 2, parts: districts.flatMap(({ outline }) => outline.parts) });
  let [covered, twice] = [0, 0];
  for (let x = west; x < east; x += 250)
    for (let y = south; y < north; y += 250) {
      const count = districts.filter(({ outline }) => containsPoint(outline, x, y)).length;
      covered += count;
      if (count > 1) twice++;
    }
  expect(twice).toBe(0);
  // Every building stands in one, so there is no hole where people are.
  expect(covered * 250 * 250).toBeGreaterThan(600e6);
  for (const { outline } of layerOf("buildings").filter((_, i) => i % 20 === 0)) {
    const [x, y] = [outline.parts[0]![0]!, outline.parts[0]![1]!];
    expect(districts.some((each) => outlineDistanceM(each.outline, pointOutline(x, y), 1) <= ROUNDING_M)).toBe(true);
  }
});

test("no outline crosses itself or repeats a point", () => {
  const faulty = Object.values(zone.layers)
    .flat()
    .filter(({ geometry }) => geometry.type !== "Point" && findGeometryProblem(geometry))
    .map(({ code }) => code);
  expect(faulty).toEqual([]);
});
