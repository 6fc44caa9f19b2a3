import { expect, test } from "vitest";
import { geodesicDestination } from "#data/geodesy/geodesic.ts";
import { stakeText } from "../../../../web/panels/detail/stake-text.ts";
import { makeSnapshot, ZONE } from "../../../support/make-snapshot.ts";

/** A road that runs due north from the zone's middle. */
const north = geodesicDestination(...ZONE, 0, 5000);
const roads = makeSnapshot("roads", [
  {
    name: "国道G111线",
    geometry: { type: "LineString", coordinates: [[...ZONE], north] },
    attributes: { roadCode: "G111", startStakeM: 812_000 },
  },
]);

const beside = (alongM: number, azimuthDeg: number, offsetM: number) =>
  geodesicDestination(...geodesicDestination(...ZONE, 0, alongM), azimuthDeg, offsetM);

test("says the stake, the side and the distance", () => {
  expect(stakeText(roads, beside(300, 90, 12), "zh")).toBe("G111 K812+300，东侧 12 m");
  expect(stakeText(roads, beside(300, 270, 40), "en")).toBe("G111 K812+300, 40 m west");
});

test("what stands on the axis is on the road", () => {
  expect(stakeText(roads, beside(1300, 90, 1), "zh")).toBe("G111 K813+300，在路上");
});

test("beyond the road's end the direction is the one from its end", () => {
  expect(stakeText(roads, beside(5000, 45, 100), "zh")).toBe("G111 K817+000，东北侧 100 m");
});

test("far from every road there is no stake", () => {
  expect(stakeText(roads, beside(300, 90, 600), "zh")).toBeNull();
});
