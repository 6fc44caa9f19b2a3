import { buffer } from "#data/analyses/buffer.ts";
import { SURROUNDINGS } from "#data/analyses/parameters.ts";
import type { BufferFinding, BufferSummary } from "#data/analyses/results.ts";
import type { FeatureDraft } from "#data/layers/feature.ts";
import { getLayer } from "#data/layers/index.ts";
import { openSnapshot } from "#data/snapshot/open.ts";
import { openWorkerPage } from "../support/bench-browser.ts";
import { BENCH_CENTER, crowdedLedgers, inputsOf, runOn, snapshotBytes } from "../support/bench-data.ts";
import { connectPeer, type Peer } from "../support/bench-peer.ts";
import { type BenchRow, medianMs, medianOf } from "../support/bench-row.ts";

const OBJECTS = 100_000;
/** A site's surroundings, and an evacuation. */
const RADII_M = [
  [300, 500, 1000],
  [1000, 2000, 5000],
];
const MOST_LISTED = 200_000;
const WARM_UPS = 5;
const RUNS = 15;
const [LON, LAT] = BENCH_CENTER;

/** "What lies around this place, in every ledger at once": counts, sums, the worst and the whole list. */
export async function rows(): Promise<BenchRow[]> {
  const ledgers = crowdedLedgers(SURROUNDINGS, OBJECTS);
  const bytes = new Map([...ledgers].map(([layer, drafts]) => [layer, snapshotBytes(layer, drafts)]));
  const inputs = inputsOf(...[...bytes.values()].map((each) => openSnapshot(each)));
  const peer = await connectPeer();
  const page = await openWorkerPage(BENCH_CENTER, bytes);
  try {
    if (peer) await loadPeer(peer, ledgers);
    const measured: BenchRow[] = [];
    for (const radiiM of RADII_M) {
      const parameters = {
        geometry: { type: "Point" as const, coordinates: [LON, LAT] as [number, number] },
        radiiM,
        layers: [...SURROUNDINGS],
        limit: MOST_LISTED,
      };
      const ask = () => runOn(buffer, parameters, inputs);
      const answer = ask();
      const theirs = peer && { name: "SQL, ST_DWithin on geography", value: await askPeer(peer, radiiM, answer) };
      const inBrowser = await page.run<Answer>("buffer", parameters, WARM_UPS + RUNS);
      if (countsOf(inBrowser.answer) !== countsOf(answer))
        throw new Error("rings: Chromium counts otherwise than Node");
      const what = `rings of ${radiiM.join(", ")} m over ${SURROUNDINGS.length} layers of ${figure(OBJECTS)} objects, ${figure(answer.findings.length)} listed`;
      const common = { unit: "ms", target: { below: 100 }, ...(theirs && { peer: theirs }) };
      measured.push(
        { what: `${what}, in Node`, ours: await medianMs(RUNS, ask, WARM_UPS), ...common },
        {
          what: `${what}, in Chromium's worker with the way there and back`,
          ours: medianOf(inBrowser.timesMs.slice(WARM_UPS)),
          ...common,
        },
      );
    }
    return measured;
  } finally {
    await page.close();
    await peer?.close();
  }
}

interface Answer {
  readonly findings: readonly BufferFinding[];
  readonly summary: BufferSummary;
}

/** Distances aside: the two engines' sines differ in the last digit. */
const countsOf = ({ summary }: Answer): string =>
  JSON.stringify(summary.rings.map(({ layers }) => layers.map(({ layer, count, totals }) => [layer, count, totals])));

/** One table, as a careful administrator would have it: the ledger's sums and grade beside an indexed geography. */
async function loadPeer(peer: Peer, ledgers: ReadonlyMap<string, readonly FeatureDraft[]>): Promise<void> {
  await peer.query("drop table if exists objects");
  await peer.query(
    `create table objects (layer text not null, code text not null, name text not null, grade text, worse int,
       sum1 float8, sum2 float8, sum3 float8, g geography not null)`,
  );
  for (const [layer, drafts] of ledgers) {
    const { grade, totals, attributes } = getLayer(layer);
    const attribute = grade === undefined ? undefined : attributes[grade];
    const grades = attribute?.type === "code" ? attribute.values.map(({ code }) => code) : [];
    const gradeOf = (draft: FeatureDraft) => (grade === undefined ? null : (draft.attributes[grade] ?? null));
    await peer.query(
      `insert into objects select $1, code, name, grade, array_position($2::text[], grade), sum1, sum2, sum3,
           ST_GeomFromGeoJSON(g)::geography
         from unnest($3::text[], $4::text[], $5::text[], $6::float8[], $7::float8[], $8::float8[],
           $9::text[])
           as o (code, name, grade, sum1, sum2, sum3, g)`,
      [
        layer,
        grades,
        drafts.map(({ code }) => code),
        drafts.map(({ name }) => name),
        drafts.map(gradeOf),
        ...[0, 1, 2].map((i) => drafts.map((draft) => draft.attributes[totals[i] ?? ""] ?? null)),
        drafts.map(({ geometry }) => JSON.stringify(geometry)),
      ],
    );
  }
  await peer.query("create index on objects using gist (g)");
  await peer.query("vacuum analyze objects");
}

/** The list in one statement and the rings in another, both from one search. */
const SQL = `
  with near as materialized (
    select layer, code, name, grade, worse, sum1, sum2, sum3, ST_Distance(g, p) as distance
      from objects, (select ST_MakePoint($1, $2)::geography as p) as place
      where ST_DWithin(g, p, $3)
  ), rings as (
    select radius, layer, count(*)::int as count, array[sum(sum1), sum(sum2), sum(sum3)] as sums,
        (array_agg(code order by worse nulls last, distance))[1] as worst
      from unnest($4::float8[]) as radius join near on distance <= radius group by radius, layer
  )
  select (select json_agg(rings) from rings) as rings,
    (select json_agg(json_build_array(layer, code, name, grade, distance) order by distance) from near) as list`;

interface PeerAnswer extends Record<string, unknown> {
  readonly rings: readonly { radius: number; layer: string; count: number; sums: readonly (number | null)[] }[];
  readonly list: readonly [layer: string, code: string, name: string, grade: string | null, distanceM: number][];
}

async function askPeer(peer: Peer, radiiM: readonly number[], ours: Answer): Promise<number> {
  const ask = () => peer.query<PeerAnswer>(SQL, [LON, LAT, radiiM.at(-1), radiiM]);
  const [answer] = await ask();
  compare(ours, answer!);
  return medianMs(7, ask);
}

function compare(ours: Answer, theirs: PeerAnswer): void {
  const differ = (what: string, a: unknown, b: unknown) => {
    throw new Error(`rings: ${what}: ${a}, PostGIS ${b}`);
  };
  if (ours.findings.length !== theirs.list.length) differ("listed", ours.findings.length, theirs.list.length);
  for (const { radiusM, layers } of ours.summary.rings) {
    for (const { layer, count, totals } of layers) {
      const ring = theirs.rings.find((each) => each.radius === radiusM && each.layer === layer);
      if (count !== (ring?.count ?? 0)) differ(`${layer} within ${radiusM} m`, count, ring?.count);
      getLayer(layer).totals.forEach((attribute, i) => {
        const sum = ring?.sums[i] ?? 0;
        if (Math.abs(totals[attribute]! - sum) > 1e-6 * Math.abs(sum))
          differ(`${layer}, ${attribute}`, totals[attribute], sum);
      });
    }
  }
  const farthest = ours.findings.at(-1)!.distanceM;
  const theirFarthest = theirs.list.at(-1)![4];
  if (Math.abs(farthest - theirFarthest) > 1e-4 * farthest) differ("the farthest listed", farthest, theirFarthest);
}

const figure = (value: number): string => value.toLocaleString("en");
