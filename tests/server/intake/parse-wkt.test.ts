import { expect, test } from "vitest";
import { isWkt, parseWkt } from "../../../server/intake/parse-wkt.ts";

test.each([
  ["POINT (122.26 43.62)", { type: "Point", coordinates: [122.26, 43.62] }],
  ["point(122.26 43.62)", { type: "Point", coordinates: [122.26, 43.62] }],
  ["POINT Z (122.26 43.62 180)", { type: "Point", coordinates: [122.26, 43.62] }],
  ["POINT(-1.5e1 .5)", { type: "Point", coordinates: [-15, 0.5] }],
  [
    "LINESTRING (1 2, 3 4)",
    {
      type: "LineString",
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    },
  ],
  [
    "MULTIPOINT ((1 2), (3 4))",
    {
      type: "MultiPoint",
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    },
  ],
  [
    "MULTIPOINT (1 2, 3 4)",
    {
      type: "MultiPoint",
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    },
  ],
  [
    "POLYGON ((0 0, 1 0, 1 1, 0 0), (.2 .1, .3 .1, .3 .2, .2 .1))",
    {
      type: "Polygon",
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
        [
          [0.2, 0.1],
          [0.3, 0.1],
          [0.3, 0.2],
          [0.2, 0.1],
        ],
      ],
    },
  ],
  [
    "MULTILINESTRING((1 2,3 4),(5 6,7 8))",
    {
      type: "MultiLineString",
      coordinates: [
        [
          [1, 2],
          [3, 4],
        ],
        [
          [5, 6],
          [7, 8],
        ],
      ],
    },
  ],
  [
    "MULTIPOLYGON(((0 0,1 0,1 1,0 0)))",
    {
      type: "MultiPolygon",
      coordinates: [
        [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 0],
          ],
        ],
      ],
    },
  ],
])("%s", (text, geometry) => {
  expect(isWkt(text)).toBe(true);
  expect(parseWkt(text)).toEqual(geometry);
});

test.each([
  "",
  "POINT",
  "POINT EMPTY",
  "POINT ()",
  "POINT (1)",
  "POINT (1 x)",
  "POINT (1 2",
  "POINT (1 2))",
  "POINT (1 2) POINT (3 4)",
  "POINT (1 2, 3 4)",
  "POINT ((1 2))",
  "LINESTRING ((1 2, 3 4))",
  "POLYGON (1 2, 3 4, 5 6, 1 2)",
  "POLYGON ((1 2, 3 4), 5 6)",
  "MULTIPOLYGON ((0 0,1 0,1 1,0 0))",
  "GEOMETRYCOLLECTION (POINT (1 2))",
  "CIRCULARSTRING (1 2, 3 4, 5 6)",
  "POINT (Infinity NaN)",
  `POLYGON ${"(".repeat(10_000)}`,
])("%s is none", (text) => {
  expect(parseWkt(text)).toBeNull();
});
