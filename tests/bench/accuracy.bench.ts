import type { Polygon, Position } from "geojson";
import { buffer } from "#data/analyses/buffer.ts";
import { createRandom, type Random } from "#data/demo/random.ts";
import { geodesicDestination, geodesicDistanceM } from "#data/geodesy/geodesic.ts";
import { BENCH_CENTER, benchPlane, inputsOf, openedSnapshot, runOn } from "../support/bench-data.ts";
import type { BenchRow } from "../support/bench-row.ts";

const REACH_M = 50_000;
/** Promised share, in %. */
const MOST = 0.01;
const PAIRS = 50_000;
const RINGS = 400;

/** How far the plane's metres are from the WGS84 geodesic's (GeographicLib), at worst, within 50 km of the zone's centre. */
export async function rows(): Promise<BenchRow[]> {
  const random = createRandom(1, "accuracy");
  const target = { atMost: MOST };
  const { vertices, edges } = worstOfRings(random);
  return [
    {
      what: `distances of ${PAIRS.toLocaleString("en")} pairs within 50 km of the centre off the geodesic, worst`,
      ours: worstOfDistances(random),
      unit: "%",
      target,
    },
    {
      what: `vertices of ${RINGS} buffer rings of 100 m to 10 km off their geodesic radius, worst`,
      ours: vertices,
      unit: "%",
      target,
    },
    {
      what: "middles of these rings' edges, as drawn, off their geodesic radius, worst",
      ours: edges,
      unit: "%",
      target,
    },
  ];
}

function worstOfDistances(random: Random): number {
  let worst = 0;
  const compare = (a: Position, b: Position) => {
    const [p, q] = [benchPlane.toPlane(a[0]!, a[1]!), benchPlane.toPlane(b[0]!, b[1]!)];
    const planarM = Math.hypot(p[0] - q[0], p[1] - q[1]);
    worst = Math.max(worst, off(planarM, geodesicDistanceM(a[0]!, a[1]!, b[0]!, b[1]!)));
  };
  for (let i = 0; i < PAIRS; i++) {
    const a = placeWithin(random);
    // From a rule's metres to the zone's width: short ones see the scale where it is worst.
    const lengthM = 10 ** random.between(0.5, 4.7);
    const b = geodesicDestination(a[0]!, a[1]!, random.between(0, 360), lengthM);
    if (geodesicDistanceM(...BENCH_CENTER, b[0], b[1]) <= REACH_M) compare(a, b);
  }
  // Where the plane stretches most: across its eastern and western ends.
  for (const azimuth of [90, 270]) {
    const edge = geodesicDestination(...BENCH_CENTER, azimuth, REACH_M);
    for (const direction of [0, 90, 45]) compare(edge, geodesicDestination(edge[0], edge[1], direction, 10));
  }
  return worst;
}

function worstOfRings(random: Random): { vertices: number; edges: number } {
  const inputs = inputsOf(openedSnapshot("houses", []));
  let [vertices, edges] = [0, 0];
  for (let i = 0; i < RINGS; i++) {
    const center = placeWithin(random);
    const radiusM = 10 ** random.between(2, 4);
    const { summary } = runOn(
      buffer,
      { geometry: { type: "Point", coordinates: center as [number, number] }, radiiM: [radiusM], layers: ["houses"] },
      inputs,
    );
    const ring = (summary.rings[0]!.geometry as Polygon).coordinates[0]!;
    for (let k = 0; k + 1 < ring.length; k++) {
      const [a, b] = [ring[k]!, ring[k + 1]!];
      const middle = [(a[0]! + b[0]!) / 2, (a[1]! + b[1]!) / 2];
      vertices = Math.max(vertices, off(radiusM, distance(center, a)));
      edges = Math.max(edges, off(radiusM, distance(center, middle)));
    }
  }
  return { vertices, edges };
}

/** Uniform over the disc. */
const placeWithin = (random: Random): Position =>
  geodesicDestination(...BENCH_CENTER, random.between(0, 360), REACH_M * Math.sqrt(random.next()));

const distance = (a: Position, b: Position): number => geodesicDistanceM(a[0]!, a[1]!, b[0]!, b[1]!);

/** In %. */
const off = (measuredM: number, geodesicM: number): number => Math.abs(measuredM / geodesicM - 1) * 100;
