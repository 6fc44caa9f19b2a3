import fc from "fast-check";
import type { Geometry, Position } from "geojson";
import { describe, expect, test } from "vitest";
import { boundsOf, fromWkb, toWkb } from "#data/geodesy/wkb.ts";

const bytes = (hex: string) => Uint8Array.from(hex.match(/../g)!, (pair) => Number.parseInt(pair, 16));

const ordinate = fc.double({ noNaN: true, noDefaultInfinity: true });
const position: fc.Arbitrary<Position> = fc.tuple(ordinate, ordinate);
const line = fc.array(position, { minLength: 1, maxLength: 6 });
const polygon = fc.array(line, { minLength: 1, maxLength: 3 });
const many = <T>(part: fc.Arbitrary<T>) => fc.array(part, { minLength: 1, maxLength: 4 });
const geometry: fc.Arbitrary<Geometry> = fc.oneof(
  position.map((coordinates) => ({ type: "Point" as const, coordinates })),
  line.map((coordinates) => ({ type: "LineString" as const, coordinates })),
  polygon.map((coordinates) => ({ type: "Polygon" as const, coordinates })),
  many(position).map((coordinates) => ({ type: "MultiPoint" as const, coordinates })),
  many(line).map((coordinates) => ({ type: "MultiLineString" as const, coordinates })),
  many(polygon).map((coordinates) => ({ type: "MultiPolygon" as const, coordinates })),
);

describe("toWkb and fromWkb", () => {
  // PostGIS 3.3: encode(ST_AsBinary(ST_GeomFromText(…), 'NDR' or 'XDR'), 'hex').
  const point = { type: "Point", coordinates: [1, 2] };
  const multi = {
    type: "MultiPoint",
    coordinates: [
      [1, 2],
      [3, 4],
    ],
  };
  test.each([
    ["a little-endian point", "0101000000000000000000f03f0000000000000040", point],
    ["a big-endian point", "00000000013ff00000000000004000000000000000", point],
    [
      "a multi-point whose parts have byte orders of their own",
      "01040000000200000000000000013ff0000000000000400000000000000001010000000000000000000840000000000000" + "1040",
      multi,
    ],
  ])("reads %s as PostGIS writes it", (_, hex, expected) => {
    expect(fromWkb(bytes(hex))).toEqual(expected);
  });

  test("writes what PostGIS writes", () => {
    const polygon: Geometry = {
      type: "Polygon",
      coordinates: [
        [
          [0, 0],
          [4, 0],
          [4, 4],
          [0, 0],
        ],
      ],
    };
    expect(Buffer.from(toWkb(polygon)).toString("hex")).toBe(
      "01030000000100000004000000" +
        "00000000000000000000000000000000" +
        "00000000000010400000000000000000" +
        "00000000000010400000000000001040" +
        "00000000000000000000000000000000",
    );
  });

  test("reading gives back exactly what was written", () => {
    fc.assert(
      fc.property(geometry, (given) => {
        expect(fromWkb(toWkb(given))).toEqual(given);
      }),
    );
  });

  test("reads from the middle of a larger buffer", () => {
    const wkb = toWkb({ type: "Point", coordinates: [5, 6] });
    const larger = new Uint8Array(wkb.length + 7);
    larger.set(wkb, 3);
    expect(fromWkb(larger.subarray(3, 3 + wkb.length))).toEqual({ type: "Point", coordinates: [5, 6] });
  });

  test("a third ordinate is left out", () => {
    expect(fromWkb(toWkb({ type: "Point", coordinates: [1, 2, 3] }))).toEqual({ type: "Point", coordinates: [1, 2] });
  });

  test("any cut-off geometry is a RangeError, and so is one with a byte too many", () => {
    fc.assert(
      fc.property(geometry, fc.nat(), (given, cut) => {
        const wkb = toWkb(given);
        expect(() => fromWkb(wkb.subarray(0, cut % wkb.length))).toThrow(RangeError);
        expect(() => fromWkb(Uint8Array.of(...wkb, 0))).toThrow(RangeError);
      }),
    );
  });

  test.each([
    ["a byte order that does not exist", "0201000000000000000000f03f0000000000000040"],
    ["a type that does not exist", "0108000000"],
    ["a collection", "010700000000000000"],
    ["a point with three ordinates", "01e9030000000000000000f03f00000000000000400000000000000040"],
    ["a count of four billion", "0102000000ffffffff"],
    ["a line inside a multi-point", "0104000000010000000102000000010000000000000000000000000000000000000000"],
    ["an empty point, as PostGIS writes it", "0101000000000000000000f87f000000000000f87f"],
  ])("%s is a RangeError", (_, hex) => {
    expect(() => fromWkb(bytes(hex))).toThrow(RangeError);
  });

  test.each([
    ["a collection", { type: "GeometryCollection", geometries: [] }],
    ["an empty polygon", { type: "Polygon", coordinates: [] }],
    ["an empty multi-line", { type: "MultiLineString", coordinates: [] }],
    ["a line without positions", { type: "LineString", coordinates: [] }],
    ["a position that is not a number", { type: "Point", coordinates: [1, Number.NaN] }],
    ["a position with one ordinate", { type: "Point", coordinates: [1] }],
  ] as [string, Geometry][])("%s cannot be written", (_, given) => {
    expect(() => toWkb(given)).toThrow(RangeError);
    expect(() => boundsOf(given)).toThrow(RangeError);
  });
});

test("bounds hold every position and touch the outermost", () => {
  fc.assert(
    fc.property(geometry, (given) => {
      const flat = (given as { coordinates: unknown[] }).coordinates.flat(Number.POSITIVE_INFINITY) as number[];
      const xs = flat.filter((_, i) => i % 2 === 0);
      const ys = flat.filter((_, i) => i % 2 === 1);
      const [west, south, east, north] = boundsOf(given);
      // `===` because Math.min tells -0 from 0 and a comparison does not.
      expect(west === Math.min(...xs) && east === Math.max(...xs)).toBe(true);
      expect(south === Math.min(...ys) && north === Math.max(...ys)).toBe(true);
    }),
  );
});
