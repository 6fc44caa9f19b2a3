import type { Position } from "geojson";
import { nearPairs } from "#data/analyses/near-pairs.ts";
import { geodesicDestination, geodesicDistanceM } from "#data/geodesy/geodesic.ts";
import { forEachPointPair } from "#data/geometry/near-pairs.ts";
import type { Snapshot } from "#data/snapshot/snapshot.ts";
import { draftsAt, inputsOf, openedSnapshot, pointsAlongStreets, runOn } from "../support/bench-data.ts";
import { connectPeer } from "../support/bench-peer.ts";
import { type BenchRow, medianMs } from "../support/bench-row.ts";

const POINTS = 16_000;
const DISTANCE_M = 120;
/** Pairs within 2 mm of the limit, which a plane or a sphere counts wrongly. */
const BORDERLINE = 1000;

/** Which houses stand within 120 m of a hydrant: the count must be the geodesic one, to the last pair. */
export async function rows(): Promise<BenchRow[]> {
  const hydrants = pointsAlongStreets(POINTS, "hydrants");
  const houses = [...pointsAlongStreets(POINTS - BORDERLINE, "houses"), ...nearTheLimit(hydrants)];
  const sources = openedSnapshot("water-sources", draftsAt(hydrants));
  const targets = openedSnapshot("houses", draftsAt(houses));
  const inputs = inputsOf(sources, targets);
  const ask = () =>
    runOn(nearPairs, { layer: "water-sources", otherLayer: "houses", distanceM: DISTANCE_M }, inputs).summary;

  const { count, decidedByGeodesic } = ask();
  const expected = countByGeodesic(sources, targets);
  if (count !== expected) throw new Error(`near-pairs counts ${count} pairs, the geodesic ${expected}`);
  const ours = await medianMs(9, ask, 3);
  const row: BenchRow = {
    what: `near-pairs: ${figure(POINTS)} × ${figure(POINTS)} points within ${DISTANCE_M} m, ${figure(count)} pairs, ${decidedByGeodesic} decided by the geodesic`,
    ours,
    unit: "ms",
  };
  const peer = await askPeer(hydrants, houses, expected);
  return [peer === null ? row : { ...row, peer: { name: "ST_DWithin on geography", value: peer }, target: "peer" }];
}

/** For every 16th hydrant a house at the limit: from 2 mm inside to 2 mm outside, in all directions. */
const nearTheLimit = (hydrants: readonly Position[]): Position[] =>
  Array.from({ length: BORDERLINE }, (_, i) => {
    const [lon = 0, lat = 0] = hydrants[i * 16]!;
    const offM = ((i + 0.5) / BORDERLINE - 0.5) * 0.004;
    return geodesicDestination(lon, lat, (i * 137.5) % 360, DISTANCE_M + offM);
  });

/** Every pair up to 1 % farther apart on the plane, measured by GeographicLib. */
function countByGeodesic(a: Snapshot, b: Snapshot): number {
  let count = 0;
  forEachPointPair(a.xy, b.xy, DISTANCE_M * 1.01, (i, j) => {
    const [lonA = 0, latA = 0] = a.lonLat.subarray(i * 2);
    const [lonB = 0, latB = 0] = b.lonLat.subarray(j * 2);
    if (geodesicDistanceM(lonA, latA, lonB, latB) <= DISTANCE_M) count++;
  });
  return count;
}

async function askPeer(a: readonly Position[], b: readonly Position[], expected: number): Promise<number | null> {
  const peer = await connectPeer();
  if (!peer) return null;
  try {
    await peer.createPoints("pairs_a", a);
    await peer.createPoints("pairs_b", b);
    const ask = async () => {
      const [row] = await peer.query<{ count: number }>(
        `select count(*)::int as count from pairs_a a join pairs_b b on ST_DWithin(a.g, b.g, ${DISTANCE_M})`,
      );
      if (row!.count !== expected) throw new Error(`PostGIS counts ${row!.count} pairs, the geodesic ${expected}`);
    };
    return await medianMs(5, ask);
  } finally {
    await peer.close();
  }
}

const figure = (value: number): string => value.toLocaleString("en");
