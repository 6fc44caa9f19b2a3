import { describe, expect, test } from "vitest";
import { createZonePlane } from "#data/geodesy/zone-plane.ts";
import { routeNetworkOf } from "#data/traffic/network/build-network.ts";
import { findRoutes } from "#data/traffic/network/linear-reference.ts";
import { placeAccidents } from "#data/traffic/placing/place-accidents.ts";
import { PLACED } from "#data/traffic/placing/placed.ts";
import { readTypedPlace, settledPlaceOf, whereSettled } from "#data/traffic/placing/settle-place.ts";
import { makeSnapshot, ZONE } from "../../../support/make-snapshot.ts";
import { accidentAt, type PlanePoint, roadsOf, section } from "../../../support/plane-roads.ts";

const plane = createZonePlane(ZONE);
const network = routeNetworkOf(
  roadsOf(
    section("G111", 812_000, [
      [0, 0],
      [2000, 0],
    ]),
    // The same number again after a gap in the road.
    section("G111", 814_500, [
      [2500, 0],
      [3500, 0],
    ]),
    section(
      null,
      0,
      [
        [0, 300],
        [1000, 300],
      ],
      { name: "建设路" },
    ),
    // A namesake in another town.
    section(
      null,
      0,
      [
        [0, 9000],
        [1000, 9000],
      ],
      { name: "建设路" },
    ),
    section(null, null, [
      [0, -400],
      [800, -400],
    ]),
  ),
);
const at = (...[x, y]: PlanePoint): [number, number] => [...plane.toLonLat(x, y)];
const route = (text: string) => findRoutes(network, text)[0]!;

describe("a road and a stake that somebody types", () => {
  test.each([
    ["G111 K812+300", 812_300],
    ["国道111线 812公里300米", 812_300],
    ["ｇ111　ｋ815＋0", 815_000],
  ])("%s is found on the road", (text, stakeM) => {
    expect(readTypedPlace(network, text, at(0, 50))).toEqual({ kind: "found", route: route("G111"), stakeM });
  });

  test("of two roads of one name the nearer one is meant", () => {
    const [first, second] = findRoutes(network, "建设路");
    expect(readTypedPlace(network, "建设路 K0+200", at(200, 310))).toMatchObject({ kind: "found", route: first });
    expect(readTypedPlace(network, "建设路 K0+200", at(200, 8000))).toMatchObject({ kind: "found", route: second });
  });

  test("what cannot be found says why", () => {
    const read = (text: string) => readTypedPlace(network, text, at(0, 0));
    expect(read("G111")).toEqual({ kind: "no-stake" });
    expect(read("")).toEqual({ kind: "no-stake" });
    expect(read("K812+300")).toEqual({ kind: "no-road" });
    expect(read("S9 K1+000")).toEqual({ kind: "unknown-road", road: "S9" });
    expect(read("G111 K900+000")).toEqual({ kind: "beyond-end", routes: [route("G111")] });
    expect(read("G111 K814+200")).toEqual({ kind: "in-gap", route: route("G111") });
  });
});

describe("a settled place", () => {
  test("is written as records write it, to the metre", () => {
    const { routes } = network;
    expect(settledPlaceOf(routes[route("G111")]!, 812_299.6)).toEqual({
      roadCode: "G111",
      roadName: routes[route("G111")]!.name || null,
      kilometre: 812,
      metre: 300,
    });
    expect(settledPlaceOf(routes[route("建设路")]!, 999.6)).toEqual({
      roadCode: null,
      roadName: "建设路",
      kilometre: 1,
      metre: 0,
    });
    expect(settledPlaceOf(routes[route("建设路")]!, -3)).toBeNull();
  });

  test("every place of every road comes back to it, also on roads without number, name or stakes", () => {
    for (const [index, each] of network.routes.entries()) {
      const stakeM = Math.ceil(each.fromM) + 250;
      const { xy } = whereSettled(network, settledPlaceOf(each, stakeM)!, at(400, 5_000 * index))!;
      const back = whereSettled(network, settledPlaceOf(each, stakeM)!, at(xy[0], xy[1] + 20))!;
      expect([back.stakeM, Math.round(back.offsetM)]).toEqual([stakeM, 20]);
    }
  });

  test("is where the placing then puts the record, however far its position is", () => {
    const settled = settledPlaceOf(network.routes[route("G111")]!, 815_000)!;
    const promised = whereSettled(network, settled, at(100, 4000))!;
    const accidents = makeSnapshot("accidents", [accidentAt([100, 4000], { ...settled, placing: "confirmed" })]);
    const placed = placeAccidents(accidents, network, 50);
    expect([placed.state[0], placed.route[0], placed.stakeM[0]]).toEqual([PLACED, promised.route, promised.stakeM]);
  });
});
