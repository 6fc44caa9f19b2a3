import type { AnalysisInputs } from "#data/analyses/define.ts";
import { ruleIndexOf } from "#data/analyses/match-rules.ts";
import { decodeRuns } from "#data/analyses/shade-runs.ts";
import { type SitingSummary, siting } from "#data/analyses/siting.ts";
import { sitingRadii } from "#data/analyses/siting-radii.ts";
import { placeProposal } from "#data/analyses/spacing-proposal.ts";
import { type HazardThing, TARGET_LAYERS, type TargetThing } from "#data/analyses/spacing-things.ts";
import { Surroundings } from "#data/analyses/surroundings.ts";
import { generateZone } from "#data/demo/index.ts";
import { type Outline, signedDoubleArea } from "#data/geometry/outlines.ts";
import type { Proposal } from "#data/standards/proposal.ts";
import { BENCH_CENTER, inputsOf, openedSnapshot, runOn } from "../support/bench-data.ts";
import { connectPeer, type Peer } from "../support/bench-peer.ts";
import { type BenchRow, medianMs } from "../support/bench-row.ts";

const CELL_M = 5;
/** 64 segments a circle, as rings are drawn. */
const QUADRANT_SEGMENTS = 16;
/** Cells of 5 m and chords of circles against each other. */
const AGREEMENT = 2e-3;

const store = (tonnes: number): Proposal["use"] => ({
  side: "hazard",
  hazard: { kind: "store", fireClass: "a", items: "1256", tonnes, fireRating: "2" },
  substances: [],
  outline: "unit",
});

/** The whole demonstration zone while the slider of a class A store moves: the forbidden area must be PostGIS's. */
export async function rows(): Promise<BenchRow[]> {
  const inputs = inputsOf(
    ...Object.entries(generateZone().layers).map(([layer, drafts]) => openedSnapshot(layer, drafts)),
  );
  const ask = (tonnes: number) => runOn(siting, { use: store(tonnes), cellM: CELL_M }, inputs).summary;
  const summary = ask(12);
  const { columns, rows: lines } = summary.frame;
  const what = `siting: class A store, ${figure(columns)} × ${figure(lines)} cells of ${CELL_M} m, ${figure(summary.neighbours)} neighbours`;
  let step = 0;
  const within: BenchRow = {
    what: `${what}, a step of the slider within a band of the tables`,
    ours: await medianMs(9, () => ask(12 + (++step % 7)), 2),
    unit: "ms",
    target: { below: 300 },
  };
  // 10 t is where the distances of table 3.5.1 change.
  const across: BenchRow = {
    what: `${what}, a step into another band`,
    ours: await medianMs(9, () => ask(++step % 2 === 0 ? 8 : 12), 2),
    unit: "ms",
    target: { below: 300 },
  };
  const answer: BenchRow = { what: `${what}: the raster in the answer`, ours: summary.runs.length / 1e6, unit: "MB" };
  const peer = await connectPeer();
  if (!peer) return [within, across, answer];
  try {
    const theirs = await askPeer(peer, forbiddenAround(store(12), inputs), districtsOf(inputs));
    const offShare = Math.abs(forbiddenKm2(summary) / theirs.areaKm2 - 1);
    if (!(offShare <= AGREEMENT))
      throw new Error(`${what}: ${forbiddenKm2(summary)} km² forbidden, PostGIS ${theirs.areaKm2} km²`);
    return [
      within,
      { ...across, peer: { name: "ST_Union of ST_Buffer", value: theirs.ms } },
      {
        what: "siting: forbidden area off PostGIS's",
        ours: offShare * 100,
        unit: "%",
        target: { atMost: AGREEMENT * 100 },
      },
      answer,
    ];
  } finally {
    await peer.close();
  }
}

/** From the cells themselves rather than from the summary's own count. */
function forbiddenKm2({ frame, runs }: SitingSummary): number {
  let count = 0;
  for (const value of decodeRuns(runs, frame.columns * frame.rows)) if (value === 3) count++;
  return (count * frame.cellM ** 2) / 1e6;
}

interface Ring {
  readonly outline: Outline;
  readonly radiusM: number;
}

/** What surely forbids the use, found by looking at every feature of every layer. */
function forbiddenAround(use: Proposal["use"], inputs: AnalysisInputs): Ring[] {
  const geometry = { type: "Point" as const, coordinates: [...BENCH_CENTER] };
  const things = placeProposal({ name: "bench", geometry, positionErrorM: 0, use, claims: [] }, inputs);
  const around = new Surroundings(inputs);
  const index = ruleIndexOf(inputs.rules);
  const found: Ring[] = [];
  const add = (hazard: HazardThing | null, target: TargetThing | null, { outline }: HazardThing | TargetThing) => {
    const radiusM = hazard && target ? sitingRadii(hazard, target, index).forbiddenM : 0;
    if (radiusM > 0) found.push({ outline, radiusM });
  };
  for (const layer of Object.keys(TARGET_LAYERS))
    for (let row = 0; row < inputs.snapshot(layer).count; row++) {
      const target = around.target(layer, row);
      if (target) add(things.hazard, target, target);
      const hazard =
        layer === "hazard-sources"
          ? around.hazard(row)
          : layer === "roads" || layer === "infrastructure"
            ? around.zoneLine(layer, row)
            : null;
      if (hazard) add(hazard, things.target, hazard);
    }
  return found;
}

function districtsOf(inputs: AnalysisInputs): Outline[] {
  const { outline } = new Surroundings(inputs).side("districts");
  return Array.from({ length: inputs.snapshot("districts").count }, (_, row) => outline(row));
}

/** On our plane's metres, so that neither side spends time on projecting. */
async function askPeer(
  peer: Peer,
  rings: readonly Ring[],
  districts: readonly Outline[],
): Promise<{ areaKm2: number; ms: number }> {
  await peer.query("drop table if exists siting_rings, siting_districts, siting_union");
  await peer.query(
    "create table siting_rings as select g::geometry as g, r from unnest($1::text[], $2::float8[]) as o (g, r)",
    [rings.map(({ outline }) => toText(outline)), rings.map(({ radiusM }) => radiusM)],
  );
  await peer.query(
    "create table siting_districts as select ST_Union(g::geometry) as g from unnest($1::text[]) as o (g)",
    [districts.map(toText)],
  );
  await peer.query("vacuum analyze siting_rings");
  const ms = await medianMs(
    3,
    async () => {
      await peer.query("drop table if exists siting_union");
      await peer.query(
        `create table siting_union as select ST_Union(ST_Buffer(g, r, ${QUADRANT_SEGMENTS})) as g from siting_rings`,
      );
    },
    0,
  );
  const [row] = await peer.query<{ km2: number }>(
    "select ST_Area(ST_Intersection(u.g, d.g)) / 1e6 as km2 from siting_union u, siting_districts d",
  );
  return { areaKm2: row!.km2, ms };
}

function toText({ kind, parts }: Outline): string {
  if (kind === 0) return `MULTIPOINT(${parts.map((part) => `(${corners(part)})`).join()})`;
  if (kind === 1) return `MULTILINESTRING(${parts.map((part) => `(${corners(part)})`).join()})`;
  const polygons: string[][] = [];
  for (const ring of parts) {
    const text = `(${[...corners(ring), corners(ring)[0]].join()})`;
    if (signedDoubleArea(ring) > 0) polygons.push([text]);
    else polygons.at(-1)!.push(text);
  }
  return `MULTIPOLYGON(${polygons.map((rings) => `(${rings.join()})`).join()})`;
}

const corners = (part: Float64Array): string[] =>
  Array.from({ length: part.length / 2 }, (_, i) => `${part[i * 2]} ${part[i * 2 + 1]}`);

const figure = (value: number): string => value.toLocaleString("en");
