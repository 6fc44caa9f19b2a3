import { expect, test } from "vitest";
import { UnreadableFile } from "../../../server/intake/delivered.ts";
import { readGeoJson } from "../../../server/intake/geojson.ts";

const POINT = { type: "Point", coordinates: [7.42, 43.73] };
const feature = (properties: object | null, geometry: object | null = POINT, more = {}) => ({
  type: "Feature",
  properties,
  geometry,
  ...more,
});
const read = (...features: unknown[]) => readGeoJson(JSON.stringify({ type: "FeatureCollection", features }));

test("gives each feature its place in the collection, its properties and its id as columns", () => {
  const { columns, rows } = read(feature({ a: 1, b: null }), feature({ c: "x" }, null, { id: 7 }), feature(null));
  expect(columns).toEqual(["a", "b", "id", "c"]);
  expect(rows).toEqual([
    { place: 1, fields: { a: 1, b: null }, geometry: POINT },
    { place: 2, fields: { id: 7, c: "x" }, geometry: null },
    { place: 3, fields: {}, geometry: POINT },
  ]);
});

test("takes the tags of OpenStreetMap extracts out of other_tags; a column of its own goes first", () => {
  const other_tags = String.raw`"emergency"=>"fire_hydrant","name"=>"tag","note"=>"say \"x\", a\\b","ref"=>""`;
  const { columns, rows } = read(feature({ name: "column", other_tags }));
  expect(columns).toEqual(["emergency", "name", "note", "ref", "other_tags"]);
  expect(rows[0]!.fields).toMatchObject({
    emergency: "fire_hydrant",
    name: "column",
    note: String.raw`say "x", a\b`,
    ref: "",
  });
});

test("what is no feature is set aside by its place, and the others are read", () => {
  const { rows, broken } = read(
    feature({}),
    { type: "Point", coordinates: [1, 2] },
    null,
    feature({}, { type: "Circle", coordinates: [] }),
    feature({}, { type: "GeometryCollection", geometries: [] }),
    feature({}),
  );
  expect(rows.map(({ place }) => place)).toEqual([1, 6]);
  expect(broken.map(({ place }) => place)).toEqual([2, 3, 4, 5]);
  expect(broken[2]!.reason).toMatch(/^geometry\.type: .*Polygon/);
});

test.each([
  ['{"type":"FeatureCollection","features":[', "the file is not JSON"],
  ["[1,2]", "the file is JSON but no GeoJSON FeatureCollection"],
  [JSON.stringify(feature({})), "the file is JSON but no GeoJSON FeatureCollection"],
])("%j is refused in one line", (text, message) => {
  expect(() => readGeoJson(text)).toThrow(UnreadableFile);
  expect(() => readGeoJson(text)).toThrow(new RegExp(`^${message}[^\n]*$`));
});
