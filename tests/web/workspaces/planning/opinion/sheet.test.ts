import fc from "fast-check";
import type { Polygon } from "geojson";
import { expect, test } from "vitest";
import type { SpacingFinding } from "#data/analyses/spacing-results.ts";
import { geodesicDestination, geodesicDistanceM } from "#data/geodesy/geodesic.ts";
import { createZonePlane } from "#data/geodesy/zone-plane.ts";
import { drawnFindings, linesToFit } from "../../../../../web/workspaces/planning/opinion/sheet-findings.ts";
import { sheetGrid } from "../../../../../web/workspaces/planning/opinion/sheet-grid.ts";
import { layOutSheet } from "../../../../../web/workspaces/planning/opinion/sheet-layout.ts";
import { createPathWriter } from "../../../../../web/workspaces/planning/opinion/sheet-path.ts";
import {
  chooseScale,
  createSheet,
  MAP_HEIGHT_MM,
  MAP_WIDTH_MM,
  scaleBar,
} from "../../../../../web/workspaces/planning/opinion/sheet-scale.ts";
import { proposalOf, square } from "../../../../support/proposals.ts";

const HERE = [122.26, 43.62] as const;

test("takes the largest usual scale that holds the box with room for labels", () => {
  expect(chooseScale([0, 0, 40, 30])).toBe(500);
  expect(chooseScale([0, 0, 130, 118.5])).toBe(500);
  expect(chooseScale([0, 0, 130, 118.6])).toBe(1_000);
  expect(chooseScale([0, 0, 130.1, 10])).toBe(1_000);
  expect(chooseScale([0, 0, 10_000, 10_000])).toBe(50_000);
  expect(chooseScale([0, 0, 0, 0])).toBe(500);
});

test("what no usual scale holds is still held", () => {
  const scale = chooseScale([0, 0, 100_000, 1]);
  expect(scale % 100_000).toBe(0);
  expect(100_000_000 / scale).toBeLessThan(MAP_WIDTH_MM);
});

test("a ruler on the sheet measures the geodesic within a hundredth of a millimetre", () => {
  const place = fc.record({
    azimuth: fc.double({ min: 0, max: 360, noNaN: true }),
    distanceM: fc.double({ min: 1, max: 600, noNaN: true }),
  });
  fc.assert(
    fc.property(place, place, fc.constantFrom(500, 1_000, 2_000, 5_000), (a, b, scale) => {
      const plane = createZonePlane(HERE);
      const { place: toSheet } = createPathWriter(createSheet([-10, -10, 10, 10], scale), plane);
      const [from, to] = [a, b].map((each) => geodesicDestination(...HERE, each.azimuth, each.distanceM));
      const [[x1, y1], [x2, y2]] = [toSheet(from!), toSheet(to!)];
      const trueMm = (geodesicDistanceM(...from!, ...to!) * 1000) / scale;
      expect(Math.abs(Math.hypot(x2! - x1!, y2! - y1!) - trueMm)).toBeLessThan(0.01);
    }),
  );
});

test("the scale bar is a round length and at most ten centimetres", () => {
  for (const scale of [500, 1_000, 2_000, 5_000, 10_000, 300_000]) {
    const { partM, partMm, parts } = scaleBar(scale);
    expect(String(partM)).toMatch(/^[125]0*$/);
    expect((partM * 1000) / scale).toBeCloseTo(partMm, 9);
    expect(partMm * parts).toBeLessThanOrEqual(100);
    expect(partMm * parts).toBeGreaterThan(35);
  }
});

test("ticks stand where meridian and parallel really meet the frame", () => {
  const plane = createZonePlane(HERE);
  const sheet = createSheet([-500, -500, 500, 500], 5_000);
  const grid = sheetGrid(sheet, plane);
  expect(grid.top.length).toBeGreaterThan(1);
  for (const { degrees, atMm } of grid.top)
    expect(plane.toLonLat(...sheet.toPlane(atMm, 0))[0]).toBeCloseTo(degrees, 7);
  for (const { degrees, atMm } of grid.right)
    expect(plane.toLonLat(...sheet.toPlane(MAP_WIDTH_MM, atMm))[1]).toBeCloseTo(degrees, 7);
  expect((grid.top[0]!.degrees * 3_600) % grid.stepSeconds).toBeCloseTo(0, 6);
  for (const [x, y] of grid.crosses) expect(x > 0 && x < MAP_WIDTH_MM && y > 0 && y < MAP_HEIGHT_MM).toBe(true);
});

const finding = (
  verdict: SpacingFinding["verdict"],
  distanceM: number,
  line: SpacingFinding["line"],
): SpacingFinding => ({
  hazard: { layer: null, id: null, code: "", name: "" },
  target: { layer: "houses", id: "a", code: "H", name: "" },
  verdict,
  distanceM,
  line,
  rules: [],
  people: null,
});

test("the proposal and its too-near lines are on the sheet, whatever else there is", () => {
  const proposal = proposalOf({ geometry: square(0, 0, 40) });
  const near = finding("too-near", 90, [HERE, geodesicDestination(...HERE, 90, 250)]);
  const open = finding("cannot-tell", 900, [HERE, geodesicDestination(...HERE, 0, 3_000)]);
  const results = [{ findings: [near, open] }] as never;
  const { sheet, plane, bbox } = layOutSheet({ proposal, results });
  const { place } = createPathWriter(sheet, plane);
  for (const position of [...(proposal.geometry as Polygon).coordinates[0]!, ...near.line]) {
    const [x, y] = place([...position]);
    expect(x > 5 && x < MAP_WIDTH_MM - 5 && y > 5 && y < MAP_HEIGHT_MM - 5).toBe(true);
  }
  expect(sheet.scale).toBe(2_000);
  expect(bbox[0]).toBeLessThan(HERE[0]);
});

test("where nothing is short or open the narrowest distances are drawn, under their numbers of the table", () => {
  const line = [HERE, HERE] as const;
  const clear = [30, 10, 20].map((distanceM) => finding("clear", distanceM, line));
  expect(drawnFindings(clear).map(({ number }) => number)).toEqual([2, 3, 1]);
  const drawn = drawnFindings([...clear, finding("cannot-tell", 5, line)]);
  expect(drawn.map(({ number }) => number)).toEqual([4]);
  expect(linesToFit(drawn)).toEqual(drawn);
});

test("a ring is closed without repeating its first corner, and a point has no path", () => {
  const plane = createZonePlane(HERE);
  const { path } = createPathWriter(createSheet([0, 0, 1, 1], 500), plane);
  const ring = [HERE, geodesicDestination(...HERE, 90, 10), geodesicDestination(...HERE, 0, 10), HERE];
  expect(path({ type: "Polygon", coordinates: [ring.map((each) => [...each])] }).match(/[ML]/g)).toHaveLength(3);
  expect(path({ type: "Polygon", coordinates: [ring.map((each) => [...each])] }).endsWith("Z")).toBe(true);
  expect(path({ type: "Point", coordinates: [...HERE] })).toBe("");
});
