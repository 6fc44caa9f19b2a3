import { expect, test } from "vitest";
import { selectionExport } from "../../../web/export/selection-export.ts";
import { ledgers, PERSONAL, place } from "./ledgers.ts";

const SELECTED = [
  { layer: "houses", row: 2 },
  { layer: "hazard-sources", row: 0 },
  { layer: "houses", row: 0 },
];
const SELECTION = { areas: [], plus: [], minus: [] };

test("a selection becomes a list in the registry's order and a sheet a layer", () => {
  const { sheets, list } = selectionExport(SELECTED, SELECTION, {}, place);
  expect(sheets.map(({ name, rows }) => [name, name === "参数" ? 0 : rows.length])).toEqual([
    ["清单", 3],
    ["参数", 0],
    ["重大危险源", 1],
    ["自建房", 2],
  ]);
  expect(list.rows.map(([layer, code]) => [layer, code])).toEqual([
    ["重大危险源", "N0"],
    ["自建房", "N2"],
    ["自建房", "N0"],
  ]);
});

test("substances are written with their number and their tonnes", () => {
  const [, , hazards] = selectionExport(SELECTED, SELECTION, {}, place).sheets;
  expect(hazards!.rows[0]).toContain("液氨 (CAS 7664-41-7) 40 t");
});

test("English files have English titles and leave the counting words of Chinese out", () => {
  const { sheets } = selectionExport(SELECTED, SELECTION, {}, { ...place, language: "en" });
  const titles = sheets[2]!.columns.map(({ title }) => title);
  expect(titles).toEqual(expect.arrayContaining(["Code", "Total at maximum (t)", "Largest shift"]));
});

test("shapes and properties go into GeoJSON under the registry's ids, without personal ones", () => {
  const collection = selectionExport(SELECTED, SELECTION, { houses: "people > 3" }, place).geoJson();
  expect(collection.features.map(({ properties }) => properties!.layer)).toEqual([
    "hazard-sources",
    "houses",
    "houses",
  ]);
  expect(collection.features[0]!.properties).toMatchObject({ name: "甲罐区", level: "2", totalTonnes: 120.5 });
  expect(collection.parameters).toMatchObject({ filters: { houses: "people > 3" } });
  for (const secret of PERSONAL) expect(JSON.stringify(collection)).not.toContain(secret);
  expect(ledgers[0]!.definition.attributes.contact?.personal).toBe(true);
});

test("the tables can travel to a worker", () => {
  const { sheets } = selectionExport(SELECTED, SELECTION, {}, place);
  expect(structuredClone(sheets)).toEqual(sheets);
});
