import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { areaM2, boxOf, lengthM } from "#data/geometry/measure.ts";
import { type Outline, pointOutline } from "#data/geometry/outlines.ts";
import { outlines, rectangle } from "./random-outlines.ts";

const courtyard: Outline = {
  kind: 2,
  parts: [rectangle(0, 0, 100, 100).parts[0]!, Float64Array.of(20, 20, 20, 80, 80, 80, 80, 20)],
};

describe("area and length", () => {
  test("of a block are its ground without the courtyard, and both its walls", () => {
    expect(areaM2(courtyard)).toBe(100 * 100 - 60 * 60);
    expect(lengthM(courtyard)).toBe(400 + 240);
  });

  test("add up over parts; points and lines cover nothing", () => {
    const two: Outline = { kind: 2, parts: [rectangle(0, 0, 1, 2).parts[0]!, rectangle(5, 5, 8, 6).parts[0]!] };
    expect(areaM2(two)).toBe(5);
    const path: Outline = { kind: 1, parts: [Float64Array.of(0, 0, 3, 4), Float64Array.of(0, 0, 0, 10, 10, 10)] };
    expect([areaM2(path), lengthM(path)]).toEqual([0, 25]);
    expect([areaM2(pointOutline(3, 4)), lengthM(pointOutline(3, 4))]).toEqual([0, 0]);
  });

  test("keep their digits 50 km from the origin", () => {
    expect(areaM2(rectangle(50_000, -50_000, 50_000.1, -49_999.9))).toBeCloseTo(0.01, 9);
  });

  test("approach a circle's as vertices grow", () => {
    const circle: Outline = {
      kind: 2,
      parts: [
        Float64Array.from({ length: 20_000 }, (_, i) => (i % 2 ? Math.sin : Math.cos)(((i >> 1) * Math.PI) / 5000)),
      ],
    };
    expect(areaM2(circle)).toBeCloseTo(Math.PI, 5);
    expect(lengthM(circle)).toBeCloseTo(2 * Math.PI, 5);
  });
});

test("a box holds every vertex and touches one on each side", () => {
  fc.assert(
    fc.property(outlines(), (outline) => {
      const xs = outline.parts.flatMap((part) => Array.from(part).filter((_, i) => i % 2 === 0));
      const ys = outline.parts.flatMap((part) => Array.from(part).filter((_, i) => i % 2 === 1));
      expect(boxOf(outline)).toEqual([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]);
    }),
  );
});
