import { expect, test } from "vitest";
import { getLayer } from "#data/layers/index.ts";
import type { FeatureAnswer } from "../../../../web/api.ts";
import { allFields, editFields } from "../../../../web/panels/edit/edit-fields.ts";
import { differencesOf, readForm, toProperties } from "../../../../web/panels/edit/read-form.ts";

const layer = getLayer("water-sources");
const fields = allFields(editFields(layer, new Map([["150571", "北原"]]), false));

const answer = (properties: object): FeatureAnswer => ({
  type: "Feature",
  id: "x",
  geometry: { type: "Point", coordinates: [122, 43] },
  properties: {
    code: "W-1",
    name: "",
    district: null,
    source: "台账",
    observedOn: null,
    positionErrorM: 5,
    revision: 3,
    validFrom: "2026-03-01T00:00:00.000Z",
    changedBy: "甲",
    ...properties,
  },
});
const base = answer({ state: "ok", flowLps: 15, kind: "a-code-of-old" });

test("only what differs is sent", () => {
  const { changes, problems } = readForm(fields, {
    base,
    touched: { flowLps: "15.0", state: "broken", fault: "阀杆断裂", name: " " },
  });
  expect(problems.size).toBe(0);
  expect(toProperties(changes)).toEqual({ state: "broken", fault: "阀杆断裂" });
});

test("what nobody touched is not judged", () => {
  expect(readForm(fields, { base, touched: {} })).toEqual({ changes: [], problems: new Map() });
});

test("emptying sends null", () => {
  const { changes } = readForm(fields, { base, touched: { flowLps: "", state: null } });
  expect(toProperties(changes)).toEqual({ flowLps: null, state: null });
});

test("each field that cannot be read has its own problem", () => {
  const { changes, problems } = readForm(fields, { base, touched: { flowLps: "x", code: " ", pipeMm: "100" } });
  expect(toProperties(changes)).toEqual({ pipeMm: 100 });
  expect([...problems.keys()]).toEqual(["code", "flowLps"]);
});

test("a new feature needs what is required, and its source may be left to the server", () => {
  const forNew = allFields(editFields(layer, new Map(), true));
  expect([...readForm(forNew, { base: null, touched: {} }).problems.keys()]).toEqual(["code"]);
});

test("a conflict shows what they changed and what I change, and nothing else", () => {
  const theirs = answer({ state: "frozen", flowLps: 15, kind: "a-code-of-old", name: "新名" });
  const { changes } = readForm(fields, { base, touched: { state: "broken", fault: "漏水" } });
  const shown = differencesOf(fields, base, theirs, changes).map(({ field, read, theirs, mine }) => [
    field.id,
    read,
    theirs,
    mine,
  ]);
  expect(shown).toEqual([
    ["name", null, "新名", undefined],
    ["state", "ok", "frozen", "broken"],
    ["fault", null, null, "漏水"],
  ]);
});
