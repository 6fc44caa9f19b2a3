import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { createRandom } from "#data/demo/random.ts";
import { findDatum } from "../../server/intake/datum.ts";
import type { ImportReport } from "../../server/intake/import-report.ts";
import { BENCH_CENTER } from "../support/bench-data.ts";
import { connectPeer, type Peer } from "../support/bench-peer.ts";
import type { BenchRow } from "../support/bench-row.ts";
import { memoryOfTreeMb } from "../support/memory-of-tree.ts";
import { startServer } from "../support/server-process.ts";
import { type Ask, postJson, sendFile, settledDraft } from "../support/upload.ts";

const ROWS = 200_000;
const LIMIT_MS = 600_000;

/** A large ledger on its way in: judged, written, and judged again, while somebody else asks the server. */
export async function rows(): Promise<BenchRow[]> {
  const peer = await connectPeer();
  const dataDir = mkdtempSync(join(tmpdir(), "intake-bench-"));
  const server = await startServer({ dataDir, env: { DEMO: "1", LOG_LEVEL: "warn" } });
  try {
    const ask: Ask = (path, init) => fetch(server.url + path, init);
    const text = enterprisesCsv();
    const watch = watchServer(ask, server.pid);
    const settings = { layer: "enterprises", source: "bench", datum: "wgs84", datumConfirmed: true };
    const file = { fileName: "enterprises.csv", bytes: new TextEncoder().encode(text), settings };

    const started = performance.now();
    const id = await sendFile(ask, file);
    const draft = await settledDraft(ask, id, LIMIT_MS);
    const previewS = (performance.now() - started) / 1000;
    const { counts } = draft.preview ?? {};
    if (counts?.new !== ROWS) throw new Error(`${draft.state}: ${JSON.stringify(draft.problem ?? counts)}`);

    const committing = performance.now();
    const report = await postJson<ImportReport>(ask, `/api/imports/${id}/commit`, { by: "bench" });
    const commitS = (performance.now() - committing) / 1000;
    if (report.added !== ROWS) throw new Error(`${report.added} rows came in`);

    const again = performance.now();
    const second = await settledDraft(ask, await sendFile(ask, file), LIMIT_MS);
    const againS = (performance.now() - again) / 1000;
    if (second.preview?.counts.unchanged !== ROWS) throw new Error(JSON.stringify(second.preview?.counts));
    const { slowestMs, mostMb } = await watch.end();

    const what = `${ROWS.toLocaleString("en")} rows of CSV with 12 columns`;
    const bare = peer && (await bareCopyS(peer, text));
    const beside = bare === null ? {} : { peer: { name: "COPY and PostGIS, unjudged", value: bare } };
    return [
      { what: `${what}, sent and judged`, ours: previewS, unit: "s", target: { below: 20 }, ...beside },
      { what: `${what}, written`, ours: commitS, unit: "s", target: { below: 60 } },
      { what: `${what}, judged again when all are there`, ours: againS, unit: "s", target: { below: 20 } },
      { what: "longest answer to somebody else meanwhile", ours: slowestMs, unit: "ms" },
      ...(process.platform === "linux"
        ? [{ what: "memory of server and database meanwhile, most", ours: mostMb, unit: "MB", target: { below: 1000 } }]
        : []),
      ...(peer ? await gaussKruger(peer) : []),
    ];
  } finally {
    await peer?.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const HEADER =
  "编号,企业名称,经度,纬度,风险等级,所属行业,统一社会信用代码,从业人数,地址,主营业务,涉危险化学品,最近应急演练";
const RISKS = ["红", "橙", "黄", "蓝"];

function enterprisesCsv(): string {
  const random = createRandom(1, "intake");
  const lines = Array.from({ length: ROWS }, (_, i) => {
    const [lon, lat] = BENCH_CENTER.map((degrees) => (degrees + (random.next() - 0.5) * 0.2).toFixed(7));
    const month = 1 + (i % 12);
    return `Q${i},测试企业${i}有限公司,${lon},${lat},${RISKS[i % 4]},工贸,9115${String(i).padStart(14, "0")},${i % 900},一号路${i}号,机械加工,${i % 2 ? "是" : "否"},2025年${month}月${1 + (i % 28)}日`;
  });
  return `${[HEADER, ...lines].join("\n")}\n`;
}

/** Asks a small question all the time, and looks at the memory. */
function watchServer(ask: Ask, pid: number) {
  let slowestMs = 0;
  let mostMb = 0;
  let watching = true;
  const work = (async () => {
    while (watching) {
      const started = performance.now();
      // A server that is being stopped because something else went wrong is not the news.
      const answer = await ask("/api/layers").catch(() => null);
      if (!answer) return;
      await answer.arrayBuffer();
      slowestMs = Math.max(slowestMs, performance.now() - started);
      if (process.platform === "linux") mostMb = Math.max(mostMb, memoryOfTreeMb(pid));
      await pause(200);
    }
  })();
  return {
    async end() {
      watching = false;
      await work;
      return { slowestMs, mostMb };
    },
  };
}

/** The same lines into a table of texts, and from there into one with geometries: what nobody has looked at. */
async function bareCopyS(peer: Peer, text: string): Promise<number> {
  const lines = text.trim().split("\n").slice(1);
  const started = performance.now();
  await peer.query("create temp table bare_lines (line text)");
  for (let at = 0; at < lines.length; at += 20_000)
    await peer.query("insert into bare_lines select unnest($1::text[])", [lines.slice(at, at + 20_000)]);
  await peer.query(`create table bare_enterprises as
    select f[1] as code, f[2] as name, ST_SetSRID(ST_MakePoint(f[3]::float8, f[4]::float8), 4326) as geom, f[5:12] as rest
      from (select string_to_array(line, ',') as f from bare_lines) s`);
  await peer.query("create index on bare_enterprises using gist (geom)");
  const seconds = (performance.now() - started) / 1000;
  await peer.query("drop table bare_enterprises");
  return seconds;
}

/** Zones of 6 and of 3 degrees, with and without the zone's number before the easting. */
const CODES = [4491, 4497, 4501, 4502, 4507, 4512, 4513, 4529, 4533, 4534, 4549, 4554];
const PLACES_A_ZONE = 200;

/** Against PROJ, which PostGIS asks. */
async function gaussKruger(peer: Peer): Promise<BenchRow[]> {
  const random = createRandom(1, "gauss-kruger");
  let worstM = 0;
  for (const code of CODES) {
    const datum = findDatum(`EPSG:${code}`);
    const central = datum.toWgs84([meridianEasting(code), 4_800_000])[0];
    const places = Array.from({ length: PLACES_A_ZONE }, () => [
      central + (random.next() - 0.5) * 6,
      18 + random.next() * 35,
    ]);
    const found = await peer.query<{ x: number; y: number }>(
      `select ST_X(g) as x, ST_Y(g) as y from unnest($1::float8[], $2::float8[]) with ordinality as p (lon, lat, i),
         lateral (select ST_Transform(ST_SetSRID(ST_MakePoint(lon, lat), 4490), ${code}) as g) t order by i`,
      [places.map(([lon]) => lon), places.map(([, lat]) => lat)],
    );
    for (const [i, place] of places.entries()) {
      const [x, y] = datum.fromWgs84(place as [number, number]);
      worstM = Math.max(worstM, Math.hypot(x - found[i]!.x, y - found[i]!.y));
    }
  }
  const what = `Gauss-Kruger metres off PROJ's, ${CODES.length * PLACES_A_ZONE} places in ${CODES.length} zones, worst`;
  return [{ what, ours: worstM * 1000, unit: "mm", target: { below: 1 } }];
}

/** Where a zone's central meridian stands: 500 km, after the zone's number where the code has one. */
function meridianEasting(code: number): number {
  if (code <= 4501) return (code - 4491 + 13) * 1e6 + 500_000;
  if (code >= 4513 && code <= 4533) return (code - 4513 + 25) * 1e6 + 500_000;
  return 500_000;
}
