import { blackSpots } from "#data/analyses/black-spots.ts";
import { watchList } from "#data/analyses/watch-list.ts";
import type { Snapshot } from "#data/snapshot/snapshot.ts";
import { routeNetworkOf } from "#data/traffic/network/build-network.ts";
import { placeAccidents } from "#data/traffic/placing/place-accidents.ts";
import { DEFAULT_TOLERANCE_M } from "#data/traffic/placing/placed.ts";
import { selectCrashes } from "#data/traffic/select-crashes.ts";
import { inputsOf, openedSnapshot, runOn } from "../support/bench-data.ts";
import { connectPeer, type Peer } from "../support/bench-peer.ts";
import { type BenchRow, medianMs } from "../support/bench-row.ts";
import { SCENE_KM, sceneAccidents, sceneRoads } from "../support/crash-scene.ts";

const ACCIDENTS = 100_000;
const LENGTH_M = 500;

/** Screening by rule, snapped already: as a page opens, and as a number of the rule moves. Window functions of PostgreSQL stand beside it. */
export async function rows(): Promise<BenchRow[]> {
  const roads = openedSnapshot("roads", sceneRoads());
  const drafts = sceneAccidents(ACCIDENTS);
  const snapshots = Array.from({ length: 4 }, () => openedSnapshot("accidents", drafts));
  for (const accidents of snapshots) placeAccidents(accidents, routeNetworkOf(roads), DEFAULT_TOLERANCE_M);
  const ask = (accidents: Snapshot, overrides: object = {}) =>
    runOn(blackSpots, { ruleSet: "proposed-500", overrides }, inputsOf(roads, accidents));
  const [accidents, ...unseen] = snapshots as [Snapshot, ...Snapshot[]];
  const { summary } = ask(accidents);
  const what = `${figure(summary.tally.used)} of ${figure(ACCIDENTS)} accidents on ${figure(SCENE_KM)} km`;
  let [first, moved] = [0, 0];
  const lengths = [450, 500, 550, 600];
  const opened: BenchRow = {
    what: `black-spots, first: ${what}, ${figure(summary.screenedPlaces)} junctions apart, ${figure(summary.found)} sites`,
    ours: await medianMs(unseen.length, () => ask(unseen[first++ % unseen.length]!), 0),
    unit: "ms",
    target: { below: 1_000 },
  };
  const again = await medianMs(
    9,
    () => ask(accidents, { unit: { kind: "window", lengthM: lengths[moved++ % lengths.length]!, stepM: 50 } }),
    2,
  );
  const radii = [80, 100, 120, 90];
  const widened = await medianMs(
    9,
    () => ask(accidents, { junctions: { apart: true, radiusM: radii[moved++ % radii.length]! } }),
    2,
  );
  const regular = await medianMs(5, () => runOn(blackSpots, { ruleSet: "city-2008" }, inputsOf(roads, accidents)), 1);
  const watched = await medianMs(5, () => runOn(watchList, { ruleSet: "proposed-500" }, inputsOf(roads, accidents)), 1);
  return [
    opened,
    { what: "black-spots, a number of the rule moves", ours: again, unit: "ms", target: { below: 250 } },
    { what: "black-spots, the radius of junctions moves", ours: widened, unit: "ms", target: { below: 250 } },
    { what: "black-spots, patterns: city-2008", ours: regular, unit: "ms", target: { below: 1_000 } },
    { what: "watch-list: sites one crash short", ours: watched, unit: "ms", target: { below: 1_000 } },
    ...(await besidePeer(roads, accidents)),
  ];
}

/** The same windows, junctions among them: the accidents that lie in one that meets the rule must be the same. */
async function besidePeer(roads: Snapshot, accidents: Snapshot): Promise<BenchRow[]> {
  const overrides = {
    unit: { kind: "window" as const, lengthM: LENGTH_M, stepM: 50 },
    junctions: { apart: false, radiusM: 100 },
  };
  const ask = () => runOn(blackSpots, { overrides, limit: 200_000 }, inputsOf(roads, accidents));
  const row: BenchRow = {
    what: `black-spots: windows of ${LENGTH_M} m alone, ${figure(ask().summary.found)} sites, all listed`,
    ours: await medianMs(5, ask, 1),
    unit: "ms",
    target: { below: 1_000 },
  };
  const peer = await connectPeer();
  if (!peer) return [row];
  try {
    await createCrashes(peer, roads, accidents);
    let found: string[] = [];
    const value = await medianMs(3, async () => {
      found = (await peer.query<{ id: string }>(HITS)).map(({ id }) => id);
    });
    const ours = new Set(ask().findings.flatMap(({ accidentIds }) => accidentIds));
    if (ours.size !== found.length || !found.every((id) => ours.has(id))) {
      throw new Error(`black-spots finds ${ours.size} accidents in windows, PostgreSQL ${found.length}`);
    }
    return [{ ...row, peer: { name: "PostgreSQL window functions", value } }];
  } finally {
    await peer.close();
  }
}

/** Accidents in a window of 500 m that begins at one of them and holds three fatal ones, or ten with casualties. */
const HITS = `
  with windows as (
    select route, stake, count(*) filter (where severity = 0) over following as fatal,
           count(*) filter (where severity <= 1) over following as casualty
      from crashes
    window following as (partition by route order by stake range between current row and ${LENGTH_M} following)
  ), hits as (select route, stake from windows where fatal >= 3 or casualty >= 10)
  select id from crashes c
   where exists (select from hits h where h.route = c.route and h.stake between c.stake - ${LENGTH_M} and c.stake)`;

async function createCrashes(peer: Peer, roads: Snapshot, accidents: Snapshot): Promise<void> {
  const { crashes, placed, rows } = selectCrashes({ periodYears: 3 }, inputsOf(roads, accidents));
  const list = Array.from(rows);
  await peer.query("drop table if exists crashes");
  await peer.query(
    `create table crashes as select * from unnest($1::text[], $2::int[], $3::float8[], $4::int[]) as c (id, route, stake, severity)`,
    [
      list.map((row) => accidents.ids.get(row)),
      list.map((row) => placed!.route[row]),
      list.map((row) => placed!.stakeM[row]),
      list.map((row) => crashes.severity[row]),
    ],
  );
  await peer.query("create index on crashes (route, stake)");
  await peer.query("vacuum analyze crashes");
}

const figure = (value: number): string => value.toLocaleString("en");
