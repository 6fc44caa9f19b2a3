import { describe, expect, test } from "vitest";
import { getLayer, LAYERS } from "#data/layers/index.ts";
import { findField, foldName, MappingProblem, mapColumns } from "../../../server/intake/mapping.ts";

const accidents = getLayer("accidents");
const wanted = (pairs: Record<string, string>) => new Map(Object.entries(pairs));

describe.each(LAYERS.map((layer) => [layer.id, layer] as const))("%s", (_, layer) => {
  test("every spelling that the registry names finds its field, whatever its case, spaces and width", () => {
    const spellings = Object.entries(layer.attributes).flatMap(([id, { title }]) =>
      [id, title.zh, title.en, ...(layer.importAliases[id] ?? [])].map((spelling) => [id, spelling] as const),
    );
    for (const [id, spelling] of spellings) {
      // Two fields may share a spelling, such as a title that is another field's alias: then the first has it.
      const owners = spellings.filter(([, other]) => foldName(other) === foldName(spelling)).map(([owner]) => owner);
      const mapping = mapColumns(layer, [` ${spelling.toUpperCase()}`]);
      expect([...mapping.keys()], spelling).toHaveLength(1);
      const [found] = [...mapping.keys()];
      const isStandard = ["code", "name", "lon", "lat", "districtCode", "positionErrorM", "observedOn"].includes(
        found!,
      );
      expect(isStandard || owners.includes(found!), `${id} by ${spelling} is ${found}`).toBe(true);
    }
  });

  test("its own field ids are never taken for another field", () => {
    const ids = Object.keys(layer.attributes);
    const mapping = mapColumns(layer, ids);
    for (const id of ids) expect(mapping.get(id)?.[0], id).toEqual([id]);
  });
});

test("the caller's word goes before the registry's, and takes the column away from other fields", () => {
  const mapping = mapColumns(
    accidents,
    ["DATE", "WEATHER", "x", "y"],
    wanted({ cause: "weather", observedOn: "DATE" }),
  );
  expect(Object.fromEntries(mapping)).toEqual({
    cause: [["WEATHER"]],
    observedOn: [["DATE"]],
    lon: [["x"]],
    lat: [["y"]],
  });
});

test("a key of several columns leaves each of them to its own field", () => {
  const columns = ["DATE", "LATITUDE", "LONGITUDE", "INJURY"];
  const mapping = mapColumns(accidents, columns, wanted({ code: "DATE+LATITUDE+LONGITUDE" }));
  const fields = { DATE: " 2007-01-05 ", LATITUDE: "43.6", LONGITUDE: "-79.4", INJURY: "None" };
  expect(findField(mapping, "code", fields)).toBe("2007-01-05 43.6 -79.4");
  expect(findField(mapping, "lat", fields)).toBe("43.6");
  expect(findField(mapping, "happenedAt", fields)).toBe(" 2007-01-05 ");
  expect(findField(mapping, "code", { ...fields, LATITUDE: " " })).toBeNull();
});

test("a column whose name holds a plus is itself", () => {
  const mapping = mapColumns(accidents, ["a+b", "a", "b"], wanted({ code: "a+b" }));
  expect(mapping.get("code")).toEqual([["a+b"]]);
});

test("of several columns for one field the first that is not empty counts", () => {
  const mapping = mapColumns(getLayer("buildings"), ["osm_way_id", "osm_id"]);
  expect(findField(mapping, "code", { osm_id: null, osm_way_id: "5" })).toBe("5");
  expect(findField(mapping, "code", { osm_id: "", osm_way_id: 0 })).toBe(0);
  expect(findField(mapping, "code", { osm_id: "7", osm_way_id: "5" })).toBe("7");
  expect(findField(mapping, "code", {})).toBeNull();
});

test.each([
  [{ moon: "DATE" }, /^accidents has no field moon; fields are code, name, .*severity/],
  [{ code: "NUMBER" }, /^there is no column NUMBER; columns are DATE, INJURY$/],
  [{ code: "DATE+NUMBER" }, /^there is no column NUMBER; columns are DATE, INJURY$/],
])("%j is refused in one line that names what there is", (pairs, message) => {
  const map = () => mapColumns(accidents, ["DATE", "INJURY"], wanted(pairs as unknown as Record<string, string>));
  expect(map).toThrow(MappingProblem);
  expect(map).toThrow(message);
});
