import { describe, expect, test } from "vitest";
import { getLayer, LAYERS } from "#data/layers/index.ts";
import {
  columnNameOf,
  fieldReader,
  findField,
  foldName,
  MappingProblem,
  mapColumns,
  onlyColumnOf,
  STANDARD_TARGETS,
  suggestMapping,
} from "../../../server/intake/mapping.ts";

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
      const isStandard = (STANDARD_TARGETS as readonly string[]).includes(found!);
      expect(isStandard || owners.includes(found!), `${id} by ${spelling} is ${found}`).toBe(true);
    }
  });

  test("no field of its own has the name of a standard one", () => {
    for (const target of STANDARD_TARGETS) expect(Object.keys(layer.attributes)).not.toContain(target);
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

describe("places", () => {
  test.each([
    [["经度", "纬度"], { lon: "经度", lat: "纬度" }],
    [["经度(GCJ-02)", "纬度(GCJ-02)"], { lon: "经度(GCJ-02)", lat: "纬度(GCJ-02)" }],
    [["Longitude (°)", "Latitude (°)"], { lon: "Longitude (°)", lat: "Latitude (°)" }],
    [["横坐标", "纵坐标"], { x: "横坐标", y: "纵坐标" }],
    [["X坐标", "Y坐标"], { x: "X坐标", y: "Y坐标" }],
    [["东坐标(m)", "北坐标(m)"], { x: "东坐标(m)", y: "北坐标(m)" }],
    [["坐标（经度，纬度）"], { position: "坐标（经度，纬度）" }],
    [["图形(WKT)"], { position: "图形(WKT)" }],
    [["路线编号", "桩号"], { road: "路线编号", stake: "桩号" }],
    [["数据来源"], { source: "数据来源" }],
  ])("%j", (columns, expected) => {
    const mapping = mapColumns(getLayer("houses"), columns);
    expect(Object.fromEntries([...mapping].map(([target, sets]) => [target, sets[0]![0]]))).toEqual(expected);
  });

  test("a layer's own spelling goes before one that all layers share", () => {
    expect([...mapColumns(getLayer("water-sources"), ["位置"]).keys()]).toEqual(["address"]);
    expect([...mapColumns(getLayer("enterprises"), ["位置"]).keys()]).toEqual(["position"]);
    expect([...mapColumns(accidents, ["路名", "路号", "公里数", "米数"]).keys()].sort()).toEqual(
      ["kilometre", "metre", "roadCode", "roadName"].sort(),
    );
  });

  test("a whole name goes before one with something in brackets", () => {
    expect(mapColumns(getLayer("houses"), ["经度(旧)", "经度"]).get("lon")).toEqual([["经度"], ["经度(旧)"]]);
  });
});

test("an empty text takes a target's columns away", () => {
  const mapping = mapColumns(accidents, ["x", "y", "DATE"], wanted({ lon: "", lat: "" }));
  expect([...mapping.keys()]).toEqual(["happenedAt"]);
});

test("what is nearly a known spelling is suggested for a target that has none, and nothing is taken by it", () => {
  const { mapping, candidates } = suggestMapping(getLayer("enterprises"), ["企业名称", "风险分级", "经度值", "备注"]);
  expect([...mapping.keys()]).toEqual(["name"]);
  expect(candidates.get("risk")?.map(({ column }) => column)).toEqual(["风险分级"]);
  expect(candidates.get("lon")?.[0]).toMatchObject({ column: "经度值" });
  expect([...candidates.values()].flat().map(({ column }) => column)).not.toContain("备注");
  expect([...candidates.keys()]).not.toContain("name");
});

test("a reader of one field finds what the search finds", () => {
  const mapping = mapColumns(
    getLayer("buildings"),
    ["osm_id", "osm_way_id", "name"],
    wanted({ positionErrorM: "name" }),
  );
  for (const fields of [{ osm_id: " ", osm_way_id: 5, name: "a" }, { osm_id: 0 }, { name: "" }, {}])
    for (const target of ["code", "positionErrorM"])
      expect(fieldReader(mapping, target)!(fields)).toEqual(findField(mapping, target, fields));
  expect(fieldReader(mapping, "lon")).toBeUndefined();
  expect([onlyColumnOf(mapping, "code"), onlyColumnOf(mapping, "positionErrorM")]).toEqual([null, "name"]);
  expect([columnNameOf(mapping, "code"), columnNameOf(mapping, "lon")]).toEqual(["osm_id", null]);
});
