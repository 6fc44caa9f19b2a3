import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { findEventRange } from "../../../server/db/events.ts";
import { findFeatures, findHistory } from "../../../server/db/features.ts";
import { findImports } from "../../../server/db/imports.ts";
import { findRevision } from "../../../server/db/layer-revisions.ts";
import type { Database } from "../../../server/db/record.ts";
import { findSetting } from "../../../server/db/settings.ts";
import { DraftSettingsSchema } from "../../../server/intake/draft.ts";
import { FailedImport, importFile } from "../../../server/intake/import-file.ts";
import { type FreshDatabase, freshDatabase } from "../../support/database.ts";

let folder: string;
let database: FreshDatabase;
let db: Database;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "load-file-"));
  database = await freshDatabase();
  db = database.record.db;
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  for (const table of ["features", "feature_versions", "layer_revisions", "imports", "settings"])
    await database.record.pool.query(`delete from ${table}`);
});

async function load(lines: string[], over: Record<string, unknown> = {}, zoneCenter?: [number, number]) {
  const path = join(folder, "houses.csv");
  await writeFile(path, lines.join("\n"));
  const settings = DraftSettingsSchema.parse({ layer: "houses", ...over });
  const { report } = await importFile(database.record, { path, settings, changedBy: "tester", zoneCenter });
  return report;
}
const stored = async () => (await findFeatures(db, { layer: "houses", limit: 100 })).features;

const HEADER = "code,name,lon,lat,grade";
const THREE = ["A,one,7.42,43.73,D", "B,two,7.43,43.74,C", "C,three,7.42,43.73,A"];

test("writes what can be written, names the rest, and keeps the report with the import", async () => {
  const report = await load([HEADER, ...THREE, "D,four,x,43.7,A", "E,five,7.4,43.7,Z", "F,too,many,7.4,43.7,A"]);
  expect(report).toMatchObject({ rows: 6, accepted: 4, added: 4, changed: 0, unchanged: 0, revision: 1 });
  expect(report.refused.map(({ row }) => row)).toEqual([5, 7]);
  expect(report.emptied).toMatchObject([{ row: 6, column: "grade", value: "Z" }]);
  const features = await stored();
  expect(features.map(({ code }) => code).sort()).toEqual(["A", "B", "C", "E"]);
  expect(features[0]).toMatchObject({ source: "houses.csv", changedBy: "tester" });
  const [kept] = await findImports(db, 10);
  expect(kept).toMatchObject({ id: report.importId, added: 4, refused: 2, createdBy: "tester", revision: 1 });
  expect(kept!.report).toMatchObject({ sha256: report.sha256, refused: report.refused, counts: { refused: 2 } });
});

test("the same file again changes nothing: no revision, no event, no import, no history", async () => {
  const first = await load([HEADER, ...THREE]);
  const { latest } = await findEventRange(db);
  const again = await load([HEADER, ...THREE]);
  expect(again).toMatchObject({
    sha256: first.sha256,
    added: 0,
    changed: 0,
    unchanged: 3,
    importId: null,
    revision: null,
  });
  expect(await findRevision(db, "houses")).toBe(1);
  expect((await findEventRange(db)).latest).toBe(latest);
  expect(await findImports(db, 10)).toHaveLength(1);
  const [one] = await stored();
  expect(await findHistory(db, "houses", one!.id)).toHaveLength(1);
});

test("a later delivery under another name changes only what differs, when somebody says whose it is", async () => {
  await load([HEADER, ...THREE], { source: "住建局" });
  const report = await load([HEADER, ...THREE.slice(1), "A,one,7.42,43.73,B"], { source: "住建局" });
  expect(report).toMatchObject({ added: 0, changed: 1, unchanged: 2, revision: 2 });
});

test("a file of which nothing can come in writes nothing", async () => {
  expect(await load([HEADER, "A,one,x,y,D"])).toMatchObject({ accepted: 0, added: 0, importId: null });
  expect(await stored()).toEqual([]);
  expect(await findSetting(db, "zone")).toBeNull();
});

test("a trial says what would happen, and leaves nothing behind", async () => {
  await load([HEADER, THREE[0]!]);
  const path = join(folder, "trial.csv");
  await writeFile(path, [HEADER, ...THREE].join("\n"));
  const settings = DraftSettingsSchema.parse({ layer: "houses" });
  const { report } = await importFile(database.record, {
    path,
    settings,
    changedBy: "tester",
    zoneCenter: undefined,
    dryRun: true,
  });
  expect(report).toMatchObject({ accepted: 3, added: 2, unchanged: 1, revision: null, importId: null });
  expect(await findRevision(db, "houses")).toBe(1);
  for (const table of ["import_rows", "import_drafts"])
    expect((await database.record.pool.query(`select from ${table}`)).rowCount).toBe(0);
});

test("the first data in an empty record says where the zone is, and later data does not move it", async () => {
  await load([HEADER, ...THREE, "stray,far,0,0,A"]);
  expect(await findSetting(db, "zone")).toEqual({ center: [7.42, 43.73] });
  await load([HEADER, "X,far,-79.4,43.6,A", "Y,far,-79.4,43.6,A"]);
  expect(await findSetting(db, "zone")).toEqual({ center: [7.42, 43.73] });
});

test("a configured centre is not written into the record", async () => {
  await load([HEADER, ...THREE], {}, [7.4, 43.7]);
  expect(await findSetting(db, "zone")).toBeNull();
});

test("rows are chosen by what a column says", async () => {
  const report = await load([HEADER, ...THREE], { where: { grade: " D " } });
  expect(report).toMatchObject({ rows: 3, passedOver: 2, accepted: 1 });
  expect((await stored()).map(({ code }) => code)).toEqual(["A"]);
  await expect(load([HEADER, ...THREE], { where: { storey: "1" } })).rejects.toThrow(/^there is no column/);
});

test("a file that says nowhere what or where things are is one mistake, not one a row", async () => {
  const problem = load(["name,easting,lat", "one,1,2"]);
  await expect(problem).rejects.toThrow(FailedImport);
  await expect(problem).rejects.toThrow(/^no column says where things are: .*; columns are name, easting, lat$/);
});

test("columns that were not used are named", async () => {
  const { mapping, ignoredColumns } = await load(["code,lon,lat,备注,owner", "A,7.4,43.7,x,y"]);
  expect(mapping).toMatchObject({ code: ["code"], owner: ["owner"] });
  expect(ignoredColumns).toEqual(["备注"]);
});

test("two features on one place, and a feature without a date, are as good as others", async () => {
  await load(["code,lon,lat,数据日期", "A,7.4,43.7,2026-03-01", "B,7.4,43.7,"]);
  expect((await stored()).map(({ observedOn }) => observedOn)).toEqual(["2026-03-01", null]);
});
