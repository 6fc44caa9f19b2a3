import type { Position } from "geojson";
import { toLonLat } from "#data/demo/frame.ts";
import { createRandom } from "#data/demo/random.ts";
import type { FeatureDraft } from "#data/layers/feature.ts";

/** A square net of numbered roads, each {@link ROAD_M} long, a kilometre apart and crossing all of the other direction. */
const ROADS_EACH_WAY = 50;
const ROAD_M = 50_000;
const SECTION_M = 5_000;

/** 5,000 km of road in 2,500 crossings. */
export const SCENE_KM = (2 * ROADS_EACH_WAY * ROAD_M) / 1000;

const draft = (code: string, geometry: FeatureDraft["geometry"], attributes: FeatureDraft["attributes"]) => ({
  code,
  name: "",
  geometry,
  attributes,
  positionErrorM: null,
  districtCode: null,
  source: "bench",
  observedOn: null,
});

/** On the plane, metres from the middle of the net. */
function placeOn(road: number, stakeM: number, asideM: number): [number, number] {
  const across = ((road >> 1) - (ROADS_EACH_WAY - 1) / 2) * 1_000 + asideM;
  const along = stakeM - ROAD_M / 2;
  return road % 2 === 0 ? [along, across] : [across, along];
}

const round = ([lon = 0, lat = 0]: Position): [number, number] => [Number(lon.toFixed(7)), Number(lat.toFixed(7))];

export function sceneRoads(): FeatureDraft[] {
  return Array.from({ length: 2 * ROADS_EACH_WAY }, (_, road) =>
    Array.from({ length: ROAD_M / SECTION_M }, (_, section) => {
      const startStakeM = section * SECTION_M;
      // A vertex every 50 m, as surveyed roads have them.
      const coordinates = Array.from({ length: SECTION_M / 50 + 1 }, (_, i) =>
        round(toLonLat(placeOn(road, startStakeM + i * 50, 0))),
      );
      const attributes = { class: "provincial", roadCode: `S${100 + road}`, startStakeM, aadt: 4_000 + 150 * road };
      return draft(`R${road}-${section}`, { type: "LineString", coordinates }, attributes);
    }),
  ).flat();
}

/** Scattered evenly over three years and the net, one in ten at one of a hundred stretches of 200 m. */
export function sceneAccidents(count: number): FeatureDraft[] {
  const random = createRandom(20261126, "crash-scene");
  const dense = Array.from({ length: 100 }, () => ({
    road: random.integer(0, 2 * ROADS_EACH_WAY - 1),
    stakeM: random.between(1_000, ROAD_M - 1_000),
  }));
  return Array.from({ length: count }, (_, i) => {
    const spot = random.chance(0.1) ? random.pick(dense) : null;
    const road = spot?.road ?? random.integer(0, 2 * ROADS_EACH_WAY - 1);
    const stakeM = spot ? spot.stakeM + random.between(-100, 100) : random.between(0, ROAD_M);
    const coordinates = round(toLonLat(placeOn(road, stakeM, random.normal(0, 3))));
    const severity = random.weighted([
      ["fatal", 3],
      ["injury", 40],
      ["damage", 57],
    ] as const);
    const day = random.integer(0, 1_094);
    const happenedAt = new Date(Date.UTC(2023, 10, 1 + day, random.integer(0, 23), random.integer(0, 59)));
    return draft(
      `A${i}`,
      { type: "Point", coordinates },
      {
        happenedAt: happenedAt.toISOString().slice(0, 16),
        severity,
        deaths: severity === "fatal" ? 1 : 0,
        injuries: severity === "injury" ? 1 : 0,
        roadCode: `S${100 + road}`,
        kilometre: Math.floor(stakeM / 1_000),
        metre: Math.floor(stakeM % 1_000),
      },
    );
  });
}
