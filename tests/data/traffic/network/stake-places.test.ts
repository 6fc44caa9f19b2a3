import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { geodesicDestination, geodesicDistanceM } from "#data/geodesy/geodesic.ts";
import { findStake, findStakesNear } from "#data/traffic/network/stake-places.ts";
import { line, makeSnapshot, type Row, ZONE } from "../../../support/make-snapshot.ts";

/** A road due east along the geodesic, in two sections that meet at its middle, with a stub of the same name elsewhere. */
const [WEST, MIDDLE, EAST] = [
  ZONE,
  geodesicDestination(...ZONE, 90, 4000),
  geodesicDestination(...geodesicDestination(...ZONE, 90, 4000), 45, 3000),
] as const;

const road = (startStakeM: number | null, ...positions: (readonly [number, number])[]): Row => ({
  name: "国道111",
  geometry: line(...positions.map((each) => [...each])),
  attributes: { roadCode: "G111", startStakeM },
});

const roads = makeSnapshot("roads", [
  road(810_000, WEST, MIDDLE),
  road(814_000, MIDDLE, EAST),
  { name: "建国路", geometry: line([122.3, 43.6], [122.31, 43.6]) },
]);

describe("the place of a stake", () => {
  test("lies as far along the road as the stake says", () => {
    const [place, ...others] = findStake(roads, "G111", 812_300);
    expect(others).toEqual([]);
    expect(place).toMatchObject({ row: 0, stakeM: 812_300 });
    expect(geodesicDistanceM(...ZONE, ...place!.position)).toBeCloseTo(2300, 3);
  });

  test("is found by number or name, whatever their case and width", () => {
    for (const name of ["g111", "Ｇ１１１", " G111 ", "国道111"])
      expect(findStake(roads, name, 812_300).map(({ row }) => row)).toEqual([0]);
    expect(findStake(roads, "G1112", 812_300)).toEqual([]);
    expect(findStake(roads, "", 812_300)).toEqual([]);
  });

  test("is one place where two sections meet, and the ends count", () => {
    expect(findStake(roads, "G111", 814_000).map(({ row }) => row)).toEqual([0]);
    expect(findStake(roads, "G111", 810_000)).toHaveLength(1);
    expect(findStake(roads, "G111", 817_000)).toHaveLength(1);
  });

  test("is nowhere before the road's start, beyond its end, or without stakes", () => {
    for (const stakeM of [809_998, 817_003, 0]) expect(findStake(roads, "G111", stakeM)).toEqual([]);
    expect(findStake(roads, "建国路", 0)).toEqual([]);
    expect(findStake(makeSnapshot("roads", []), "G111", 812_300)).toEqual([]);
  });

  test("is each of them where two roads have one name", () => {
    const elsewhere = [geodesicDestination(...ZONE, 0, 9000), geodesicDestination(...ZONE, 10, 19_000)] as const;
    const twice = makeSnapshot("roads", [road(810_000, WEST, MIDDLE), road(812_000, ...elsewhere)]);
    expect(findStake(twice, "G111", 812_300).map(({ row }) => row)).toEqual([0, 1]);
  });

  test("runs on over the parts of a section and over vertices that repeat", () => {
    const parts = makeSnapshot("roads", [
      {
        geometry: {
          type: "MultiLineString",
          coordinates: [
            [[...WEST], [...WEST], [...MIDDLE]],
            [[...MIDDLE], [...EAST]],
          ],
        },
        attributes: { roadCode: "G111", startStakeM: 0 },
      },
    ]);
    const [place] = findStake(parts, "G111", 5500);
    expect(geodesicDistanceM(...MIDDLE, ...place!.position)).toBeCloseTo(1500, 2);
  });
});

test("a section drawn against its stakes has them where its neighbours say", () => {
  const backwards = makeSnapshot("roads", [road(810_000, WEST, MIDDLE), road(814_000, EAST, MIDDLE)]);
  const [place] = findStake(backwards, "G111", 815_000);
  expect(place!.row).toBe(1);
  expect(geodesicDistanceM(...MIDDLE, ...place!.position)).toBeCloseTo(1000, 2);
});

describe("the stakes around a place", () => {
  test("are those of the nearest points, nearest road first", () => {
    const beside = geodesicDestination(...geodesicDestination(...ZONE, 90, 2300), 0, 40);
    const [nearest, ...others] = findStakesNear(roads, beside, 100);
    expect(others).toEqual([]);
    expect(nearest).toMatchObject({ row: 0, road: { code: "G111", name: "国道111" } });
    expect(nearest!.stakeM).toBeCloseTo(812_300, 1);
    expect(nearest!.offsetM).toBeCloseTo(40, 2);
    expect(findStakesNear(roads, beside, 39.9)).toEqual([]);
  });

  test("at a joint of two sections are one, on each carriageway one", () => {
    expect(findStakesNear(roads, MIDDLE, 5).map(({ stakeM }) => Math.round(stakeM))).toEqual([814_000]);
    const aside = [WEST, MIDDLE].map((each) => geodesicDestination(...each, 0, 30)) as [
      [number, number],
      [number, number],
    ];
    const dual = makeSnapshot("roads", [road(810_000, WEST, MIDDLE), road(810_000, ...aside)]);
    expect(findStakesNear(dual, WEST, 40).map(({ row, stakeM }) => [row, Math.round(stakeM)])).toEqual([
      [0, 810_000],
      [1, 810_000],
    ]);
    expect(findStake(dual, "G111", 812_300).map(({ row }) => row)).toEqual([0]);
  });

  test("lead back to the place", () => {
    fc.assert(
      fc.property(fc.integer({ min: 810_000, max: 817_000 }), (stakeM) => {
        const [place] = findStake(roads, "G111", stakeM);
        const nearby = findStakesNear(roads, place!.position, 1).find(({ row }) => row === place!.row);
        expect(nearby!.stakeM).toBeCloseTo(stakeM, 3);
        expect(nearby!.offsetM).toBeLessThan(1e-5);
      }),
    );
  });
});
