import { expect, test } from "vitest";
import { routeNetworkOf } from "#data/traffic/network/build-network.ts";
import { junctionName } from "#data/traffic/network/route-label.ts";
import { roadsOf, section } from "../../../support/plane-roads.ts";

const main = section("G1", 10_000, [
  [0, 0],
  [500, 0],
  [1000, 0],
]);

test("an end on the middle of another road is a junction of three legs, with the stakes of both", () => {
  for (const x of [500, 650]) {
    const network = routeNetworkOf(
      roadsOf(
        main,
        section("S2", 0, [
          [x, 0.5],
          [x, 800],
        ]),
      ),
    );
    expect(network.junctions).toHaveLength(1);
    expect(network.junctions[0]).toMatchObject({ legs: 3, on: [{ route: 0 }, { route: 1 }] });
    const [onMain, onSide] = network.junctions[0]!.on;
    expect(onMain!.stakeM).toBeCloseTo(10_000 + x, 0);
    expect(onSide!.stakeM).toBeCloseTo(0, 6);
    expect(junctionName(network, network.junctions[0]!)).toBe("G1 × S2");
  }
});

test("roads that pass each other are a junction of four legs where they have a vertex in common, else a bridge", () => {
  const crossing = (...middle: [number, number][]) =>
    routeNetworkOf(roadsOf(main, section("S2", 0, [[500, -400], ...middle, [500, 400]]))).junctions;
  expect(crossing([500, 0])).toMatchObject([{ legs: 4 }]);
  expect(crossing()).toEqual([]);
  expect(crossing([500, 20])).toEqual([]);
});

test("a joint of two sections, of one road or of two, is none", () => {
  const network = routeNetworkOf(
    roadsOf(
      main,
      section("G1", 11_000, [
        [1000, 0],
        [1500, 300],
      ]),
      section("S2", 0, [
        [1500, 300],
        [1500, 900],
      ]),
    ),
  );
  expect(network.junctions).toEqual([]);
});

test("the corners of one crossing are one junction", () => {
  const pair = [0, 18].map((y) =>
    section("G1", 0, [
      [0, y],
      [500, y],
      [1000, y],
    ]),
  );
  const network = routeNetworkOf(
    roadsOf(
      ...pair,
      section("S2", 0, [
        [500, -300],
        [500, 0],
        [500, 18],
        [500, 300],
      ]),
    ),
  );
  expect(network.junctions).toHaveLength(1);
  expect(network.junctions[0]).toMatchObject({ legs: 6, on: [{ route: 0 }, { route: 1 }] });
});

test("a road that meets itself has a junction there", () => {
  const network = routeNetworkOf(
    roadsOf(
      section("S2", 0, [
        [0, 0],
        [300, 0],
        [600, 0],
        [600, 300],
        [300, 300],
        [300, 0],
      ]),
    ),
  );
  expect(network.junctions).toMatchObject([{ legs: 3, on: [{ route: 0 }] }]);
  expect(junctionName(network, network.junctions[0]!)).toBe("S2 K0+300");
});
