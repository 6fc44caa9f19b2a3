import { describe, expect, test } from "vitest";
import { rowOutline } from "#data/analyses/rows.ts";
import { decodeRuns } from "#data/analyses/shade-runs.ts";
import { SITING_SHADES, type SitingShade, type SitingSummary, siting } from "#data/analyses/siting.ts";
import { spacing } from "#data/analyses/spacing.ts";
import type { SpacingFinding, Verdict } from "#data/analyses/spacing-results.ts";
import { createRandom } from "#data/demo/random.ts";
import { containsPoint } from "#data/geometry/contains.ts";
import type { Proposal } from "#data/standards/proposal.ts";
import { inputsOf, openedSnapshot, runOn } from "../../support/bench-data.ts";
import { makeSnapshot } from "../../support/make-snapshot.ts";
import { box, eastOf, house, plane, proposeHazard, proposeTarget, STATION, STORE } from "../../support/spacing-site.ts";
import { zone } from "../demo/zone.ts";
import { refusalOf, runAnalysis, schemaRefusals } from "./run-analysis.ts";

const inputs = inputsOf(...Object.entries(zone.layers).map(([layer, drafts]) => openedSnapshot(layer, drafts)));

const SCHOOL = { kind: "school", people: 800, floorAreaM2: 8000, storeys: 4, heightM: 15, fireRating: "2" } as const;
const USES: Readonly<Record<string, Proposal["use"]>> = {
  "a class A store": proposeHazard(STORE).use,
  "a filling station": proposeHazard(STATION).use,
  "an LPG base": proposeHazard({ kind: "lpg-base", volumeM3: 300, largestTankM3: 50 }).use,
  "a store of which nothing is known": proposeHazard({ ...STORE, fireClass: null, items: null, tonnes: null }).use,
  "a school": proposeTarget(SCHOOL).use,
};

/** What the check of one place makes of it. */
function shadeAt(findings: readonly SpacingFinding[], verdict: Verdict): SitingShade {
  const rules = findings.flatMap(({ rules: all }) => all);
  if (rules.some(({ verdict }) => verdict === "too-near")) return "forbidden";
  const doubtful = rules.filter(({ verdict }) => verdict === "cannot-tell");
  // Where the rules do not decide about the use at all, no place is better than doubtful.
  if (doubtful.length === 0) return verdict === "clear" ? "allowed" : "doubtful";
  return doubtful.every(({ confidence, confirmed }) => confidence === "uncertain" && !confirmed)
    ? "unverified"
    : "doubtful";
}

const cellsOf = ({ frame, runs }: SitingSummary) => decodeRuns(runs, frame.columns * frame.rows);
const placeOf = ({ frame }: SitingSummary, cell: number) => [
  frame.originX + ((cell % frame.columns) + 0.5) * frame.cellM,
  frame.originY + (Math.floor(cell / frame.columns) + 0.5) * frame.cellM,
];

test.each(Object.entries(USES))("for %s each cell is what the check of its centre says", (_, use) => {
  const { summary } = runOn(siting, { use, cellM: 20 }, inputs);
  const cells = cellsOf(summary);
  const random = createRandom(7, "siting");
  const looked = new Map<SitingShade, number>();
  for (let i = 0; i < 20_000 && [...looked.values()].reduce((a, b) => a + b, 0) < 240; i++) {
    const cell = random.integer(0, cells.length - 1);
    const shade = SITING_SHADES[cells[cell]!]!;
    if (shade === "outside" || (looked.get(shade) ?? 0) >= 80) continue;
    const coordinates = inputs.plane.toLonLat(...(placeOf(summary, cell) as [number, number]));
    const geometry = { type: "Point" as const, coordinates };
    const proposal: Proposal = { name: "place", geometry, positionErrorM: 0, use, claims: [] };
    const { findings, summary: checked } = runOn(spacing, { proposal, limit: 5000 }, inputs);
    // Inside a building or a firm's ground the check takes it for the proposal's own; the raster takes it to stay.
    if (shadeAt(findings, checked.verdict) !== shade && standsInside(coordinates)) continue;
    expect(shade, `${coordinates}`).toBe(shadeAt(findings, checked.verdict));
    looked.set(shade, (looked.get(shade) ?? 0) + 1);
  }
  expect((looked.get("allowed") ?? 0) + (looked.get("doubtful") ?? 0)).toBeGreaterThan(20);
  expect(looked.get("forbidden")).toBeGreaterThan(20);
});

function standsInside([lon, lat]: readonly [number, number]): boolean {
  const at = inputs.plane.toPlane(lon, lat);
  return ["buildings", "enterprises"].some((layer) => {
    const snapshot = inputs.snapshot(layer);
    const rows = Array.from({ length: snapshot.count }, (_, row) => row);
    return rows.some((row) => containsPoint(rowOutline(snapshot, row), ...at));
  });
}

describe("beside one dwelling", () => {
  const buildings = makeSnapshot("buildings", [house(eastOf(0), { positionErrorM: 0 })]);
  const [west, south] = plane.toLonLat(-100, -100);
  const [east, north] = plane.toLonLat(120, 100);
  const ask = (more: object) =>
    runAnalysis(siting, { use: USES["a class A store"], bounds: [west, south, east, north], cellM: 1, ...more }, [
      buildings,
    ]).summary;
  /** East of the west edge of the raster, where the row of the dwelling's middle is first forbidden. */
  const firstForbidden = (summary: SitingSummary) => {
    const { frame } = summary;
    const row = Math.floor((0 - frame.originY) / frame.cellM);
    const cells = cellsOf(summary).subarray(row * frame.columns, (row + 1) * frame.columns);
    return frame.originX + (cells.indexOf(SITING_SHADES.indexOf("forbidden")) + 0.5) * frame.cellM;
  };

  test("forbids what is nearer than 30 m, by a cell's centre", () => {
    expect(firstForbidden(ask({}))).toBe(-29.5);
  });

  test("a footprint around the place keeps its radius farther away", () => {
    expect(firstForbidden(ask({ footprintRadiusM: 12 }))).toBe(-41.5);
  });

  test("an error of the place turns the edge into a doubtful band of twice its 95 % to each side", () => {
    const summary = ask({ positionErrorM: 2 });
    expect(firstForbidden(summary)).toBe(-25.5);
    expect(summary.areaKm2.doubtful).toBeGreaterThan(0);
  });

  test("the areas are those of the cells, and sum up to the raster", () => {
    const summary = ask({});
    const { frame, areaKm2 } = summary;
    const sum = Object.values(areaKm2).reduce((a, b) => a + b, 0);
    expect(sum).toBeCloseTo((frame.columns * frame.rows) / 1e6, 12);
    expect(areaKm2.forbidden * 1e6).toBeCloseTo(cellsOf(summary).filter((shade) => shade === 3).length, 6);
  });
});

test("cells outside the districts are outside, whatever a rule says of them", () => {
  const districts = makeSnapshot("districts", [{ geometry: box(-500, -500, 500, 500) }]);
  const { summary } = runAnalysis(siting, { use: USES["a school"], cellM: 10, bounds: undefined }, [districts]);
  expect(summary.areaKm2.allowed).toBeCloseTo(1, 1);
  expect(summary.frame.columns).toBeLessThan(103);
});

describe("refuses", () => {
  const use = USES["a school"];

  test("a raster that nobody can look at, and says how large its cells must be", () => {
    const { field, allowed } = refusalOf(() => runOn(siting, { use: use!, cellM: 0.5 }, inputs));
    expect(field).toBe("cellM");
    expect(allowed).toMatch(/\d+(\.\d)? m or more/);
  });

  test("bounds without an area", () => {
    const bounds = [122.3, 43.6, 122.3, 43.6] as [number, number, number, number];
    expect(refusalOf(() => runOn(siting, { use: use!, bounds }, inputs)).field).toBe("bounds");
  });

  test("a zone that nobody has drawn", () => {
    expect(refusalOf(() => runAnalysis(siting, { use }, [])).field).toBe("bounds");
  });

  test.each([
    [{ footprintRadiusM: -1 }, "footprintRadiusM"],
    [{ cellM: 0 }, "cellM"],
    [{ positionErrorM: 5000 }, "positionErrorM"],
    [{ bounds: [1, 2, 3] }, "bounds"],
    [{ use: { side: "nothing" } }, "use"],
  ])("%j by its field", (more, field) => {
    expect(schemaRefusals(siting as never, { use, ...more }).join()).toContain(field);
  });
});
