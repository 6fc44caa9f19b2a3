import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { getLayer } from "#data/layers/index.ts";
import { findUnder, metresPerPixel } from "../../../web/map/pick.ts";
import { toSymbolColumns } from "../../../web/map/symbol-columns.ts";
import { makeSnapshot, point, ZONE } from "../../support/make-snapshot.ts";

const severity = fc.constantFrom("fatal", "injury", "damage");
const offset = fc.double({ min: -0.002, max: 0.002, noNaN: true });

describe("findUnder", () => {
  test("finds the symbol drawn topmost within reach, as looking at every one does", () => {
    const crowd = fc.array(fc.record({ dx: offset, dy: offset, severity, visible: fc.boolean() }), { maxLength: 80 });
    fc.assert(
      fc.property(crowd, offset, offset, (features, dx, dy) => {
        const snapshot = makeSnapshot(
          "accidents",
          features.map((each) => ({
            geometry: point(ZONE[0] + each.dx, ZONE[1] + each.dy),
            attributes: { severity: each.severity },
          })),
        );
        const symbols = toSymbolColumns(getLayer("accidents"), snapshot);
        const visible = Uint8Array.from(features, (each) => (each.visible ? 1 : 0));
        const [x, y] = snapshot.plane.toPlane(ZONE[0] + dx, ZONE[1] + dy);
        const reachM = 25;
        let expected: number | null = null;
        for (const row of symbols.rows)
          if (visible[row] && Math.hypot(snapshot.xy[row * 2]! - x, snapshot.xy[row * 2 + 1]! - y) <= reachM)
            expected = row;
        const found = findUnder(snapshot, symbols, [ZONE[0] + dx, ZONE[1] + dy], reachM, null, visible);
        expect(found?.row ?? null).toBe(expected);
      }),
      { numRuns: 80 },
    );
  });

  test("a plant is found anywhere inside its fence, its symbol before another's fence, and not where its hole is", () => {
    const square = (half: number) => [
      [ZONE[0] - half, ZONE[1] - half],
      [ZONE[0] + half, ZONE[1] - half],
      [ZONE[0] + half, ZONE[1] + half],
      [ZONE[0] - half, ZONE[1] + half],
      [ZONE[0] - half, ZONE[1] - half],
    ];
    const snapshot = makeSnapshot("hazard-sources", [
      { geometry: point(ZONE[0] + 0.0035, ZONE[1]), attributes: { level: "4" } },
      {
        geometry: { type: "Polygon", coordinates: [square(0.004), square(0.001).reverse()] },
        attributes: { level: "1" },
      },
    ]);
    const symbols = toSymbolColumns(getLayer("hazard-sources"), snapshot);
    const under = (lon: number, lat: number) => findUnder(snapshot, symbols, [lon, lat], 15, 3, null);
    expect(under(ZONE[0] - 0.003, ZONE[1] + 0.003)).toEqual({ row: 1, part: "outline" });
    expect(under(ZONE[0] + 0.0035, ZONE[1])).toEqual({ row: 0, part: "symbol" });
    expect(under(ZONE[0] + 0.0002, ZONE[1] + 0.0002)).toBeNull();
    expect(findUnder(snapshot, symbols, [ZONE[0] - 0.003, ZONE[1] + 0.003], 15, null, null)).toBeNull();
  });

  test("a road segment is found beside its line, within reach only", () => {
    const snapshot = makeSnapshot("black-spots", [
      {
        geometry: {
          type: "LineString",
          coordinates: [
            [122.25, 43.62],
            [122.27, 43.62],
          ],
        },
        attributes: { state: "listed" },
      },
    ]);
    const symbols = toSymbolColumns(getLayer("black-spots"), snapshot);
    const metres = (north: number): [number, number] => [122.252, 43.62 + north / 111_130];
    expect(findUnder(snapshot, symbols, metres(4), 10, 5, null)?.part).toBe("outline");
    expect(findUnder(snapshot, symbols, metres(8), 10, 5, null)).toBeNull();
  });

  test("the other side of the world holds nothing", () => {
    const snapshot = makeSnapshot("accidents", [{ geometry: point(...ZONE) }]);
    expect(
      findUnder(snapshot, toSymbolColumns(getLayer("accidents"), snapshot), [-79.38, 43.65], 1e4, null, null),
    ).toBeNull();
  });

  test("a pixel at the equator at zoom 0 is the girth of the earth by 512", () => {
    expect(metresPerPixel(0, 0)).toBeCloseTo(40_075_016.686 / 512, 3);
    expect(metresPerPixel(60, 10)).toBeCloseTo(40_075_016.686 / 512 / 1024 / 2, 6);
  });
});
