import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { getLayer } from "#data/layers/index.ts";
import { badgeGrid, cellRange, countText, placeBadge, toBadges } from "../../../web/map/badge-cells.ts";
import { type CellCounts, countCells, gridScale } from "../../../web/map/cell-counts.ts";
import { toMercatorX, toMercatorY, WORLD_PX } from "../../../web/map/mercator.ts";
import { toSymbolColumns } from "../../../web/map/symbol-columns.ts";
import { makeSnapshot, point } from "../../support/make-snapshot.ts";

const SEVERITIES = ["fatal", "injury", "damage", null];
const accidents = getLayer("accidents");

/** Crowded around the zone, with some far off: cells collide in the hash and repeat. */
const crowd = fc.array(
  fc.record({
    lon: fc.oneof(fc.double({ min: 122.2, max: 122.3, noNaN: true }), fc.double({ min: -180, max: 180, noNaN: true })),
    lat: fc.oneof(fc.double({ min: 43.6, max: 43.65, noNaN: true }), fc.double({ min: -84, max: 84, noNaN: true })),
    severity: fc.constantFrom(...SEVERITIES),
    visible: fc.boolean(),
  }),
  { minLength: 1, maxLength: 300 },
);

const symbolsOf = (features: readonly { lon: number; lat: number; severity: string | null }[]) =>
  toSymbolColumns(
    accidents,
    makeSnapshot(
      "accidents",
      features.map(({ lon, lat, severity }) => ({ geometry: point(lon, lat), attributes: { severity } })),
    ),
  );

const maskOf = (features: readonly { visible: boolean }[]) =>
  Uint8Array.from(features, (each) => (each.visible ? 1 : 0));

const asMap = (counts: CellCounts) =>
  new Map(
    Array.from({ length: counts.cells }, (_, i) => [`${counts.columns[i]},${counts.rows[i]}`, counts.counts[i]!]),
  );

describe("countCells", () => {
  test("counts the same cells as counting feature by feature, and only what is visible", () => {
    fc.assert(
      fc.property(
        crowd,
        fc.integer({ min: 2, max: 30 }),
        fc.integer({ min: 1, max: 8 }),
        (features, halfZoom, layers) => {
          const grid = badgeGrid(halfZoom / 2, layers);
          const expected = new Map<string, number>();
          for (const { lon, lat, visible } of features) {
            if (!visible) continue;
            const scale = gridScale(grid);
            const key = `${Math.floor(toMercatorX(lon) * scale)},${Math.floor(toMercatorY(lat) * scale)}`;
            expected.set(key, (expected.get(key) ?? 0) + 1);
          }
          expect(asMap(countCells(symbolsOf(features), maskOf(features), grid))).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("the classes of a cell add up to its count", () => {
    fc.assert(
      fc.property(crowd, (features) => {
        const counts = countCells(symbolsOf(features), null, badgeGrid(11, 1));
        for (let cell = 0; cell < counts.cells; cell++) {
          const classes = counts.byClass.subarray(cell * counts.classCount, (cell + 1) * counts.classCount);
          expect(classes.reduce((sum, each) => sum + each, 0)).toBe(counts.counts[cell]);
        }
      }),
      { numRuns: 30 },
    );
  });

  test("no feature, no cell", () => {
    expect(countCells(symbolsOf([]), null, badgeGrid(10, 1)).cells).toBe(0);
  });

  test("grows past its first table without losing a cell", () => {
    const features = Array.from({ length: 3000 }, (_, i) => ({
      lon: -170 + (i % 300),
      lat: Math.floor(i / 300) * 5,
      severity: null,
    }));
    const counts = countCells(symbolsOf(features), null, badgeGrid(12, 1));
    expect(counts.cells).toBe(3000);
    expect(counts.counts.subarray(0, counts.cells).every((count) => count === 1)).toBe(true);
  });
});

describe("badges", () => {
  test("the numbers on the badges add up to the visible features of every layer", () => {
    fc.assert(
      fc.property(crowd, crowd, (first, second) => {
        const grid = badgeGrid(10.7, 2);
        const layers = [first, second].map((features) => countCells(symbolsOf(features), maskOf(features), grid));
        const chips = toBadges(layers, null).flatMap((badge) => badge.chips);
        [first, second].forEach((features, layer) => {
          const shown = chips.filter((chip) => chip.layer === layer).reduce((sum, chip) => sum + chip.count, 0);
          expect(shown).toBe(features.filter((each) => each.visible).length);
        });
      }),
      { numRuns: 60 },
    );
  });

  test("panning changes neither a cell nor its number: a badge in two views is the same", () => {
    fc.assert(
      fc.property(crowd, fc.double({ min: -0.05, max: 0.05, noNaN: true }), (features, shift) => {
        const grid = badgeGrid(12.3, 1);
        const counts = countCells(symbolsOf(features), null, grid);
        const view = (lon: number) =>
          cellRange(
            {
              west: toMercatorX(lon),
              east: toMercatorX(lon + 0.1),
              north: toMercatorY(43.66),
              south: toMercatorY(43.6),
            },
            grid,
          );
        const before = toBadges([counts], view(122.2));
        const after = new Map(
          toBadges([counts], view(122.2 + shift)).map((badge) => [`${badge.column},${badge.row}`, badge]),
        );
        for (const badge of before) {
          const again = after.get(`${badge.column},${badge.row}`);
          if (again) expect(again).toEqual(badge);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("a view's range holds every cell of the view", () => {
    const grid = badgeGrid(13, 3);
    const range = cellRange({ west: 0.8, east: 0.801, north: 0.37, south: 0.371 }, grid);
    for (const x of [0.8, 0.8005, 0.801]) {
      const column = Math.floor(x * gridScale(grid));
      expect(column >= range.fromColumn && column <= range.toColumn).toBe(true);
    }
  });

  test("badges stay inside their own cells, wherever their features and single symbols lie", () => {
    fc.assert(
      fc.property(
        crowd,
        fc.integer({ min: 40, max: 100 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 }),
        (features, widthPx, symbols) => {
          const grid = badgeGrid(11, 2);
          const cell = 1 / gridScale(grid);
          const half = widthPx / 2 / (WORLD_PX * 2 ** grid.level);
          for (const badge of toBadges([countCells(symbolsOf(features), null, grid)], null)) {
            const points = symbols.flatMap((at) => [(badge.column + at) * cell, (badge.row + at) * cell]);
            const [x, y] = placeBadge(badge, grid, widthPx, 40, points);
            expect(x - half).toBeGreaterThanOrEqual(badge.column * cell - 1e-12);
            expect(x + half).toBeLessThanOrEqual((badge.column + 1) * cell + 1e-12);
            expect(Math.floor(y / cell)).toBe(badge.row);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  test("a badge steps off a symbol when its cell has room", () => {
    const grid = badgeGrid(11, 1);
    const [badge] = toBadges(
      [countCells(symbolsOf([{ lon: 122.26, lat: 43.62, severity: "fatal" }]), null, grid)],
      null,
    );
    const cell = 1 / gridScale(grid);
    const centred = { ...badge!, x: (badge!.column + 0.5) * cell, y: (badge!.row + 0.5) * cell };
    const symbol = [centred.x, centred.y];
    const [, y] = placeBadge(centred, grid, 50, 28, symbol);
    expect(placeBadge(centred, grid, 50, 28)).toEqual(symbol);
    expect(Math.abs(y - centred.y) * WORLD_PX * 2 ** grid.level).toBeGreaterThanOrEqual(14);
  });

  test("writes counts as the reader's language does", () => {
    expect([7, 8412, 123_456].map((count) => countText(count, "zh"))).toEqual(["7", "8,412", "12.3万"]);
    expect(countText(123_456, "en")).toBe("123k");
  });
});
