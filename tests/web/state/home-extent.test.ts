import { describe, expect, test } from "vitest";
import { getLayer } from "#data/layers/index.ts";
import { homeExtent, layerExtent } from "../../../web/state/home-extent.ts";
import type { Ledger } from "../../../web/state/ledgers.ts";
import { makeSnapshot, point, ZONE } from "../../support/make-snapshot.ts";

type Position = readonly [number, number];

const ledger = (layer: string, positions: readonly Position[]): Ledger => ({
  definition: getLayer(layer),
  snapshot: makeSnapshot(
    layer,
    positions.map(([lon, lat]) => ({ geometry: point(lon, lat) })),
  ),
});

/** A square lattice of places around a middle. */
const town = ([lon, lat]: Position, side: number, halfDeg = 0.1): Position[] =>
  Array.from({ length: side * side }, (_, i): Position => {
    const [column, row] = [i % side, Math.floor(i / side)];
    return [lon + ((2 * column) / (side - 1) - 1) * halfDeg, lat + ((2 * row) / (side - 1) - 1) * halfDeg];
  });

const expectAround = (extent: readonly number[] | null, [lon, lat]: Position, halfDeg: number) => {
  expect(extent).not.toBeNull();
  [lon - halfDeg, lat - halfDeg, lon + halfDeg, lat + halfDeg].forEach((edge, i) => {
    expect(extent![i]).toBeCloseTo(edge, 2);
  });
};

describe("where the page opens", () => {
  test("nowhere without data", () => {
    expect(homeExtent([], ZONE)).toBeNull();
    expect(homeExtent([ledger("houses", []), ledger("roads", [])], null)).toBeNull();
  });

  test("around the zone, whatever strays the ledgers have near it or at the ends of the earth", () => {
    const strays: Position[] = [
      [0, 0],
      [-122.3, 37.8],
      [ZONE[0] + 0.4, ZONE[1] + 0.4],
    ];
    const houses = ledger("houses", [...town(ZONE, 20), ...strays]);
    expectAround(homeExtent([houses], ZONE), ZONE, 0.1);
    expectAround(homeExtent([houses], null), ZONE, 0.1);
  });

  test("around the city with the most features where three are far apart", () => {
    const [monaco, toronto, swarzedz]: Position[] = [
      [7.42, 43.74],
      [-79.38, 43.65],
      [17.07, 52.4],
    ];
    const layers = [
      ledger("houses", town(monaco!, 10)),
      ledger("accidents", town(toronto!, 12)),
      ledger("water-sources", town(swarzedz!, 10)),
    ];
    expectAround(homeExtent(layers, null), toronto!, 0.1);
    expectAround(homeExtent(layers, monaco!), monaco!, 0.1);
  });

  test("around the data where the zone's centre has none", () => {
    expectAround(homeExtent([ledger("accidents", town([-79.38, 43.65], 5))], ZONE), [-79.38, 43.65], 0.1);
  });

  test("the surroundings count only where there is no ledger", () => {
    const roads = ledger("roads", town([122.6, 43.62], 6, 0.05));
    expectAround(homeExtent([roads], null), [122.6, 43.62], 0.05);
    expectAround(homeExtent([roads, ledger("houses", town(ZONE, 3, 0.05))], null), ZONE, 0.05);
  });

  test("a single hydrant has its street around it", () => {
    const extent = homeExtent([ledger("water-sources", [ZONE])], ZONE);
    expectAround(extent, ZONE, 0.002);
    expect(extent![2] - extent![0]).toBeGreaterThan(0.003);
  });
});

describe("the extent of a layer", () => {
  test("is null when it or what is shown of it is empty", () => {
    expect(layerExtent(ledger("houses", []))).toBeNull();
    expect(layerExtent(ledger("houses", town(ZONE, 2)), new Uint8Array(4))).toBeNull();
  });

  test("leaves out the strays of many features, never one of a few", () => {
    const far: Position = [ZONE[0] + 3, ZONE[1]];
    expectAround(layerExtent(ledger("houses", [...town(ZONE, 20), far])), ZONE, 0.1);
    expect(layerExtent(ledger("houses", [...town(ZONE, 3), far]))![2]).toBeCloseTo(far[0], 6);
  });

  test("of shown rows is where these lie", () => {
    const houses = ledger("houses", [...town(ZONE, 2), [ZONE[0] + 1, ZONE[1] + 1]]);
    expectAround(layerExtent(houses, Uint8Array.of(0, 0, 0, 0, 1)), [ZONE[0] + 1, ZONE[1] + 1], 0.002);
  });
});
