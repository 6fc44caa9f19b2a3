import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import type { Position } from "geojson";
import { coverage } from "#data/analyses/coverage.ts";
import type { Snapshot } from "#data/snapshot/snapshot.ts";
import { root } from "../../server/commands/install.mjs";
import { draftsAt, inputsOf, openedSnapshot, pointsAlongStreets, runOn } from "../support/bench-data.ts";
import { connectPeer, type Peer } from "../support/bench-peer.ts";
import { type BenchRow, medianMs } from "../support/bench-row.ts";

const RADIUS_M = 150;
/** 64 segments a circle, as ours are drawn. */
const QUADRANT_SEGMENTS = 16;
const AGREEMENT = 1e-3;

/** What hydrants cover together: the area must be PostGIS's, and the time no longer. */
export async function rows(): Promise<BenchRow[]> {
  const peer = await connectPeer();
  try {
    const measured = [await measure("hydrants along streets", pointsAlongStreets(16_000, "hydrants"), peer)];
    const crashes = readRealCrashes();
    if (crashes) measured.push(await measure("serious crashes of Toronto", crashes, peer));
    return measured.flat();
  } finally {
    await peer?.close();
  }
}

async function measure(name: string, positions: readonly Position[], peer: Peer | null): Promise<BenchRow[]> {
  const snapshot = openedSnapshot("water-sources", draftsAt(positions));
  const inputs = inputsOf(snapshot);
  const ask = () => runOn(coverage, { layer: "water-sources", radiusM: RADIUS_M }, inputs).summary;
  const { areaM2, circleAreaM2, parts } = ask();
  const what = `coverage: union of ${figure(positions.length)} discs of ${RADIUS_M} m, ${name}, ${figure(parts)} pieces`;
  const row: BenchRow = { what, ours: await medianMs(9, ask, 3), unit: "ms" };
  if (!peer) return [row];

  const theirs = await askPeer(peer, snapshot);
  const off = Math.abs(areaM2 / theirs.areaM2 - 1);
  if (!(off <= AGREEMENT)) throw new Error(`${what}: ${areaM2} m², PostGIS ${theirs.areaM2} m²`);
  if (parts !== theirs.parts) throw new Error(`${what}: PostGIS finds ${theirs.parts} pieces`);
  const aboveChords = circleAreaM2 / theirs.areaM2 - 1;
  return [
    { ...row, peer: { name: "ST_Union of ST_Buffer", value: theirs.ms }, target: "peer" },
    {
      what: `coverage, ${name}: area off PostGIS's, both with 64 segments a circle`,
      ours: off * 100,
      unit: "%",
      target: { atMost: AGREEMENT * 100 },
    },
    { what: `coverage, ${name}: area of true circles above that`, ours: aboveChords * 100, unit: "%" },
  ];
}

/** On our plane's metres, so that neither side spends time on projecting and both unite the same discs. */
async function askPeer(peer: Peer, { xy }: Snapshot): Promise<{ areaM2: number; parts: number; ms: number }> {
  await peer.query("drop table if exists discs");
  await peer.query(
    "create table discs as select ST_MakePoint(x, y) as g from unnest($1::float8[], $2::float8[]) as p (x, y)",
    [Array.from(xy.filter((_, i) => i % 2 === 0)), Array.from(xy.filter((_, i) => i % 2 === 1))],
  );
  await peer.query("vacuum analyze discs");
  let areaM2 = 0;
  const ms = await medianMs(3, async () => {
    const [row] = await peer.query<{ area: number }>(
      `select ST_Area(ST_Union(ST_Buffer(g, ${RADIUS_M}, ${QUADRANT_SEGMENTS}))) as area from discs`,
    );
    areaM2 = row!.area;
  });
  // By centres: discs that barely overlap are apart as polygons.
  const [row] = await peer.query<{ parts: number }>(
    `select count(distinct piece)::int as parts
       from (select ST_ClusterDBSCAN(g, ${2 * RADIUS_M}, 1) over () as piece from discs) as clustered`,
  );
  return { areaM2, parts: row!.parts, ms };
}

/** Real points beside the checkout, where somebody has put them: https://open.toronto.ca, "KSI", one row a person. */
function readRealCrashes(): Position[] | null {
  const file = process.env.REAL_CRASHES ?? join(root, "../shared/real/toronto-ksi.csv.gz");
  if (!existsSync(file)) return null;
  const records = parse(gunzipSync(readFileSync(file)), { columns: true, bom: true }) as Record<string, string>[];
  return records.map(({ LONGITUDE, LATITUDE }) => [Number(LONGITUDE), Number(LATITUDE)]);
}

const figure = (value: number): string => value.toLocaleString("en");
