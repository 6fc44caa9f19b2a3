import type { Snapshot } from "#data/snapshot/snapshot.ts";
import { routeNetworkOf } from "#data/traffic/network/build-network.ts";
import type { RouteNetwork } from "#data/traffic/network/route.ts";
import { placeAccidents } from "#data/traffic/placing/place-accidents.ts";
import { DEFAULT_TOLERANCE_M, PLACED } from "#data/traffic/placing/placed.ts";
import { openedSnapshot } from "../support/bench-data.ts";
import { connectPeer, type Peer } from "../support/bench-peer.ts";
import { type BenchRow, medianMs } from "../support/bench-row.ts";
import { SCENE_KM, sceneAccidents } from "../support/crash-scene.ts";
import { shortSections } from "../support/network-scene.ts";

const ACCIDENTS = 100_000;
const BUILDS = 5;

/** Roads as routes, and accidents on them: by what their records say, and by where they are alone, as the nearest road of PostGIS is. */
export async function rows(): Promise<BenchRow[]> {
  const sections = shortSections();
  const ledgers = Array.from({ length: BUILDS + 1 }, () => openedSnapshot("roads", sections));
  let built = 0;
  const building = await medianMs(BUILDS, () => routeNetworkOf(ledgers[built++]!), 1);
  const network = routeNetworkOf(ledgers[0]!);

  const drafts = sceneAccidents(ACCIDENTS);
  const stated = openedSnapshot("accidents", drafts);
  const bare = openedSnapshot(
    "accidents",
    drafts.map((draft) => ({ ...draft, attributes: {} })),
  );
  return [
    {
      what: `routes from ${figure(sections.length)} sections, ${figure(SCENE_KM)} km: ${figure(network.routes.length)} routes, ${figure(network.junctions.length)} junctions`,
      ours: building,
      unit: "ms",
      target: { below: 1_000 },
    },
    await place(stated, network, "by road, stake and distance"),
    await withPeer(await place(bare, network, "by distance alone"), bare, network),
  ];
}

async function place(accidents: Snapshot, network: RouteNetwork, by: string): Promise<BenchRow> {
  // Each tolerance is worked out once and kept.
  let toleranceM = DEFAULT_TOLERANCE_M;
  const ours = await medianMs(5, () => placeAccidents(accidents, network, toleranceM++), 1);
  const { state } = placeAccidents(accidents, network, DEFAULT_TOLERANCE_M);
  const placed = state.reduce((count, each) => (each === PLACED ? count + 1 : count), 0);
  return {
    what: `placing ${figure(ACCIDENTS)} accidents on ${figure(SCENE_KM)} km ${by}, ${figure(placed)} placed`,
    ours,
    unit: "ms",
    target: { below: 3_000 },
  };
}

/** The nearest section of each accident within the tolerance must be as far as ours. */
async function withPeer(row: BenchRow, accidents: Snapshot, network: RouteNetwork): Promise<BenchRow> {
  const peer = await connectPeer();
  if (!peer) return row;
  try {
    await createScene(peer, accidents, network.roads);
    let nearest: { i: number; d: number }[] = [];
    const value = await medianMs(3, async () => {
      nearest = await peer.query<{ i: number; d: number }>(NEAREST);
    });
    const { offsetM } = placeAccidents(accidents, network, DEFAULT_TOLERANCE_M);
    const differing = nearest.filter(({ i, d }) => Math.abs(offsetM[i]! - d) > 0.001).length;
    if (nearest.length !== ACCIDENTS || differing > 0)
      throw new Error(`PostGIS finds roads near ${nearest.length} accidents, ${differing} at another distance`);
    return { ...row, peer: { name: "ST_DWithin and <-> on the plane", value } };
  } finally {
    await peer.close();
  }
}

const NEAREST = `select a.i, n.d from placing_accidents a, lateral (
  select a.g <-> r.g as d from placing_roads r where ST_DWithin(a.g, r.g, ${DEFAULT_TOLERANCE_M}) order by a.g <-> r.g limit 1) n`;

async function createScene(peer: Peer, accidents: Snapshot, { count, outlines }: Snapshot): Promise<void> {
  const lines = Array.from({ length: count }, (_, row) => {
    const [from, to] = [outlines!.partStart[row]!, outlines!.partStart[row + 1]!];
    const places = Array.from({ length: to - from }, (__, i) => outlines!.xy.slice((from + i) * 2, (from + i) * 2 + 2));
    return `LINESTRING(${places.map(([x, y]) => `${x} ${y}`).join()})`;
  });
  await peer.query("drop table if exists placing_roads, placing_accidents");
  await peer.query("create table placing_roads as select g::geometry as g from unnest($1::text[]) as o (g)", [lines]);
  await peer.query(
    `create table placing_accidents as select i::int - 1 as i, ST_MakePoint(x, y) as g
       from unnest($1::float8[], $2::float8[]) with ordinality as p (x, y, i)`,
    [accidents.xy.filter((_, i) => i % 2 === 0), accidents.xy.filter((_, i) => i % 2 === 1)].map((each) => [...each]),
  );
  for (const table of ["placing_roads", "placing_accidents"]) {
    await peer.query(`create index on ${table} using gist (g)`);
    await peer.query(`vacuum analyze ${table}`);
  }
}

const figure = (value: number): string => value.toLocaleString("en");
