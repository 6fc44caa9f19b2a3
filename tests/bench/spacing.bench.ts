import { conflicts } from "#data/analyses/conflicts.ts";
import { spacing } from "#data/analyses/spacing.ts";
import { TARGET_LAYERS } from "#data/analyses/spacing-things.ts";
import type { Proposal } from "#data/standards/proposal.ts";
import { crowdedLedgers, draftsAt, inputsOf, openedSnapshot, runOn } from "../support/bench-data.ts";
import { connectPeer } from "../support/bench-peer.ts";
import { type BenchRow, medianMs } from "../support/bench-row.ts";
import { preparePairs } from "../support/conflict-pairs-sql.ts";
import { conflictScene } from "../support/conflict-scene.ts";
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
    const ask = await preparePairs(peer.query, sources, targets);
    let pairs = new Set<string>();
    const ms = await medianMs(3, async () => {
      pairs = await ask();
    });
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

const figure = (value: number): string => value.toLocaleString("en");
