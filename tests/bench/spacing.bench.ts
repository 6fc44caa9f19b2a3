import { conflicts } from "#data/analyses/conflicts.ts";
import { uncertaintyM } from "#data/analyses/judge-pair.ts";
import { spacing } from "#data/analyses/spacing.ts";
import { TARGET_LAYERS } from "#data/analyses/spacing-things.ts";
import { outlineOf } from "#data/geometry/outlines.ts";
import type { Snapshot } from "#data/snapshot/snapshot.ts";
import type { Proposal } from "#data/standards/proposal.ts";
import { crowdedLedgers, draftsAt, inputsOf, openedSnapshot, runOn } from "../support/bench-data.ts";
import { connectPeer, type Peer } from "../support/bench-peer.ts";
import { type BenchRow, medianMs } from "../support/bench-row.ts";
import { conflictScene, KNOWN_BUILDINGS, KNOWN_HAZARDS, rulesBetween } from "../support/conflict-scene.ts";
import { LIBRARY_BOOK } from "../support/rule-book.ts";

const HAZARDS = 5000;
const BUILDINGS = 50_000;
/** As densely as a town stands. */
const SIDE_M = 12_000;
const OUTLINES = 100_000;

/** One proposal against a crowded zone, and every hazard source of a zone against every building: the pairs must be PostGIS's. */
export async function rows(): Promise<BenchRow[]> {
  return [await checkProposal(), await checkZone()];
}

async function checkProposal(): Promise<BenchRow> {
  const layers = ["buildings", "houses", "protection-targets", "enterprises", "roads", "hazard-sources"];
  const ledgers = crowdedLedgers(layers, OUTLINES);
  const snapshots = Object.keys(TARGET_LAYERS).map((layer) =>
    openedSnapshot(layer, ledgers.get(layer) ?? draftsAt([])),
  );
  const inputs = inputsOf(...snapshots);
  const [lon, lat] = [snapshots[0]!.lonLat[0]!, snapshots[0]!.lonLat[1]!];
  const proposal: Proposal = {
    name: "bench",
    geometry: {
      type: "Polygon",
      coordinates: [
        [
          [lon, lat],
          [lon + 0.0007, lat],
          [lon + 0.0007, lat + 0.0004],
          [lon, lat + 0.0004],
          [lon, lat],
        ],
      ],
    },
    positionErrorM: 0.1,
    use: {
      side: "hazard",
      hazard: { kind: "tanks", content: null, volumeM3: null, petrochemical: null },
      substances: [],
      outline: "unit",
    },
    claims: [],
  };
  const ask = () => runOn(spacing, { proposal }, inputs).summary;
  const { examined, counts } = ask();
  return {
    what: `spacing: one tank farm of unknown make against ${figure(OUTLINES)} outlines and ${figure(LIBRARY_BOOK.rules.length)} rules, ${figure(examined)} neighbours looked at, ${figure(counts["too-near"] + counts["cannot-tell"])} conflicts`,
    ours: await medianMs(9, ask, 3),
    unit: "ms",
    target: { below: 200 },
  };
}

async function checkZone(): Promise<BenchRow> {
  const scene = conflictScene(HAZARDS, BUILDINGS, SIDE_M, 20261126);
  const sources = openedSnapshot("hazard-sources", scene.hazards);
  const targets = openedSnapshot("buildings", scene.buildings);
  const others = Object.keys(TARGET_LAYERS).filter((layer) => layer !== "hazard-sources" && layer !== "buildings");
  const inputs = inputsOf(sources, targets, ...others.map((layer) => openedSnapshot(layer, draftsAt([]))));
  const ask = () => runOn(conflicts, { layers: ["buildings"], limit: 200_000 }, inputs);
  const { findings, summary } = ask();
  const row: BenchRow = {
    what: `conflicts: ${figure(HAZARDS)} hazard outlines × ${figure(BUILDINGS)} buildings, ${figure(summary.examined)} measured, ${figure(summary.found)} too near or not to be told`,
    ours: await medianMs(5, ask, 2),
    unit: "ms",
    target: { below: 2000 },
  };
  const peer = await connectPeer();
  if (!peer) return row;
  try {
    const { ms, pairs } = await askPeer(peer, sources, targets);
    const ours = findings.map(({ hazard, target, verdict }) => `${hazard.code} ${target.code} ${verdict}`).sort();
    const differing = ours.filter((pair) => !pairs.has(pair)).length + pairs.size - ours.length;
    if (ours.length !== pairs.size || differing !== 0) {
      throw new Error(`conflicts finds ${ours.length} pairs, PostGIS ${pairs.size}, ${differing} differ`);
    }
    return { ...row, peer: { name: "ST_Distance on the plane", value: ms } };
  } finally {
    await peer.close();
  }
}

/** The same pairs in SQL, on our plane's metres: the required distance of each pair of kinds is given to it as a table. */
async function askPeer(peer: Peer, sources: Snapshot, targets: Snapshot): Promise<{ ms: number; pairs: Set<string> }> {
  await createOutlines(peer, "conflict_hazards", sources, KNOWN_HAZARDS.length);
  await createOutlines(peer, "conflict_buildings", targets, KNOWN_BUILDINGS.length);
  await peer.query("drop table if exists conflict_asks");
  await peer.query("create table conflict_asks (hazard int, building int, metres float8)");
  for (const [h, hazard] of KNOWN_HAZARDS.entries())
    for (const [b, building] of KNOWN_BUILDINGS.entries()) {
      const metres = Math.max(
        0,
        ...rulesBetween(LIBRARY_BOOK.rules, hazard, building).map(({ distanceM }) => distanceM),
      );
      await peer.query("insert into conflict_asks values ($1, $2, $3)", [h, b, metres]);
    }
  // A building on a plant's ground is the plant's.
  await peer.query(`delete from conflict_buildings b using conflict_hazards h
    where ST_Intersects(b.g, h.g) and (ST_Contains(h.g, b.at) or ST_Contains(b.g, h.at))`);
  await peer.query("vacuum analyze conflict_buildings");
  const doubtM = uncertaintyM([0.5, 0.5]);
  const most = await peer.query<{ metres: number }>("select max(metres) as metres from conflict_asks");
  const reachM = most[0]!.metres + doubtM;
  let pairs = new Set<string>();
  const ms = await medianMs(3, async () => {
    const found = await peer.query<{ h: number; b: number; near: boolean }>(
      `select h.i as h, b.i as b, d + ${doubtM} < metres as near
         from conflict_hazards h
         join conflict_buildings b on ST_DWithin(h.g, b.g, ${reachM})
         join conflict_asks a on a.hazard = h.kind and a.building = b.kind,
         lateral ST_Distance(h.g, b.g) d
        where d - ${doubtM} < metres`,
    );
    pairs = new Set(found.map(({ h, b, near }) => `Z-${h} B-${b} ${near ? "too-near" : "cannot-tell"}`));
  });
  return { ms, pairs };
}

async function createOutlines(
  peer: Peer,
  table: string,
  { outlines, count, xy }: Snapshot,
  kinds: number,
): Promise<void> {
  const texts = Array.from({ length: count }, (_, row) => {
    const [ring] = outlineOf(outlines!, row).parts;
    const corners = Array.from({ length: ring!.length / 2 }, (__, i) => `${ring![i * 2]} ${ring![i * 2 + 1]}`);
    return `POLYGON((${[...corners, corners[0]].join()}))`;
  });
  const places = Array.from({ length: count }, (_, row) => `POINT(${xy[row * 2]} ${xy[row * 2 + 1]})`);
  await peer.query(`drop table if exists ${table}`);
  await peer.query(
    `create table ${table} as select i::int - 1 as i, ((i - 1) % ${kinds})::int as kind, g::geometry as g, at::geometry as at
       from unnest($1::text[], $2::text[]) with ordinality as o (g, at, i)`,
    [texts, places],
  );
  await peer.query(`create index on ${table} using gist (g)`);
  await peer.query(`vacuum analyze ${table}`);
}

const figure = (value: number): string => value.toLocaleString("en");
