import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { removeFeatures, writeFeatures } from "../../../server/db/feature-writes.ts";
import { findFeatures, findHistory } from "../../../server/db/features.ts";
import { findImport, findImports, recordImport, undoImport } from "../../../server/db/imports.ts";
import { type FreshDatabase, freshDatabase } from "../../support/database.ts";

let database: FreshDatabase;
let layer: string;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());
beforeEach(() => {
  layer = `layer-${uuidv7()}`;
});

const point = (code: string, name: string) => ({
  code,
  name,
  geometry: { type: "Point" as const, coordinates: [122, 43] },
  attributes: {},
  positionErrorM: null,
  districtCode: null,
  source: "test",
  observedOn: null,
});
type Names = Record<string, string>;
const drafts = (names: Names) => Object.entries(names).map(([code, name]) => point(code, name));

const edit = (names: Names) => writeFeatures(database.record.db, layer, drafts(names), { changedBy: "tester" });

/** An import that writes some features and removes others. */
async function bring(names: Names, removed: readonly string[] = []): Promise<string> {
  const importId = uuidv7();
  await database.record.db.transaction(async (tx) => {
    const change = { changedBy: "importer", importId };
    const { added, changed, unchanged, revision } = await writeFeatures(tx, layer, drafts(names), change);
    await removeFeatures(tx, layer, await idsOf(removed), change);
    await recordImport(tx, {
      id: importId,
      layer,
      source: "ledger.csv",
      datum: "wgs84",
      added,
      changed,
      unchanged,
      revision,
      createdBy: "importer",
    });
  });
  return importId;
}

const present = async () => (await findFeatures(database.record.db, { layer, limit: 100 })).features;
const names = async (): Promise<Names> => Object.fromEntries((await present()).map(({ code, name }) => [code, name]));
const idsOf = async (codes: readonly string[]) =>
  (await present()).filter(({ code }) => codes.includes(code)).map(({ id }) => id);
const undo = (importId: string) => undoImport(database.record.db, importId, "undoer");

test("undoing takes away what was added, and brings back what was changed or removed", async () => {
  await edit({ A: "1", B: "1", C: "1" });
  const before = await present();
  const importId = await bring({ A: "2", D: "2" }, ["C"]);
  expect(await names()).toEqual({ A: "2", B: "1", D: "2" });

  expect(await undo(importId)).toEqual({ revision: 3, removed: 1, restored: 2, kept: [] });
  expect(await names()).toEqual({ A: "1", B: "1", C: "1" });
  expect((await present()).map(({ id }) => id)).toEqual(before.map(({ id }) => id));

  const history = await findHistory(database.record.db, layer, before[0]!.id);
  expect(history.map(({ name, changedBy }) => [name, changedBy])).toEqual([
    ["1", "undoer"],
    ["2", "importer"],
    ["1", "tester"],
  ]);
});

test("what somebody has changed since stays, and is named", async () => {
  await edit({ A: "1", B: "1" });
  const importId = await bring({ A: "2", B: "2", C: "2" });
  await edit({ A: "3" });
  expect(await undo(importId)).toEqual({ revision: 4, removed: 1, restored: 1, kept: ["A"] });
  expect(await names()).toEqual({ A: "3", B: "1" });
});

test("imports can be undone one after another, latest first", async () => {
  await edit({ A: "1" });
  const first = await bring({ A: "2", B: "2" });
  const second = await bring({ A: "3", B: "3", C: "3" });
  await undo(second);
  expect(await names()).toEqual({ A: "2", B: "2" });
  await undo(first);
  expect(await names()).toEqual({ A: "1" });
});

test("an import is undone once", async () => {
  const importId = await bring({ A: "1" });
  await undo(importId);
  await expect(undo(importId)).rejects.toMatchObject({ code: "conflict" });
  await expect(undo(uuidv7())).rejects.toMatchObject({ code: "not-found" });
  expect(await findImport(database.record.db, importId)).toMatchObject({ undoneBy: "undoer", added: 1 });
});

test("imports are listed latest first, of one layer or of all", async () => {
  const first = await bring({ A: "1" });
  const second = await bring({ B: "1" });
  expect((await findImports(database.record.db, 10, layer)).map(({ id }) => id)).toEqual([second, first]);
  expect((await findImports(database.record.db, 1)).map(({ id }) => id)).toEqual([second]);
});
