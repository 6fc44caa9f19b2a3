import { describe, expect, test } from "vitest";
import { getLayer } from "#data/layers/index.ts";
import type { RowState } from "../../../../web/api.ts";
import { geometryChange, rowChanges } from "../../../../web/workspaces/data/rows/row-changes.ts";

const enterprises = getLayer("enterprises");
const point = (lon: number, lat: number) => ({ type: "Point" as const, coordinates: [lon, lat] });

const before: RowState = {
  code: "E-1",
  name: "甲厂",
  geometry: point(122.26, 43.62),
  attributes: { risk: "yellow", employees: 12 },
  positionErrorM: null,
  districtCode: "990104",
  source: "2025 年台账",
  observedOn: "2025-11-01",
};

describe("what a row changes", () => {
  test("is nothing when it says what the record says, a gap and an absent value being one", () => {
    expect(
      rowChanges(enterprises, before, { ...before, attributes: { employees: 12, risk: "yellow", drillOn: null } }),
    ).toEqual([]);
  });

  test("names each field with old and new, in the order of the registry", () => {
    const after = { ...before, name: "乙厂", source: "乙", attributes: { risk: "red", drillOn: "2026-01-02" } };
    expect(rowChanges(enterprises, before, after)).toEqual([
      { kind: "name", from: "甲厂", to: "乙厂" },
      { kind: "attribute", id: "risk", from: "yellow", to: "red" },
      { kind: "attribute", id: "employees", from: 12, to: null },
      { kind: "attribute", id: "drillOn", from: null, to: "2026-01-02" },
      { kind: "source", from: "2025 年台账", to: "乙" },
    ]);
  });

  test("compares lists by what they hold, not by the order of their names", () => {
    const hazards = getLayer("hazard-sources");
    const [chlorine, turned] = [
      { name: "氯", tonnes: 5 },
      { tonnes: 5, name: "氯" },
    ];
    const state = (substance: typeof chlorine) => ({ ...before, attributes: { substances: [substance] } });
    expect(rowChanges(hazards, state(chlorine), state(turned))).toEqual([]);
    expect(rowChanges(hazards, state(chlorine), state({ ...chlorine, tonnes: 6 }))).toHaveLength(1);
  });
});

describe("what a row does to a shape", () => {
  // https://geographiclib.sourceforge.io: one thousandth of a degree of latitude at 43.62 degrees is 111.10 m.
  test("a point moves by geodesic metres", () => {
    const change = geometryChange(point(122.26, 43.62), point(122.26, 43.621))!;
    expect(change.change).toBe("moved");
    expect(change.movedM).toBeCloseTo(111.1, 1);
  });

  test("an outline is reshaped, also where its middle stays", () => {
    const ring = (half: number) => ({
      type: "Polygon" as const,
      coordinates: [
        [
          [122 - half, 43 - half],
          [122 + half, 43 - half],
          [122 + half, 43 + half],
          [122 - half, 43 + half],
          [122 - half, 43 - half],
        ],
      ],
    });
    const change = geometryChange(ring(0.01), ring(0.02))!;
    expect(change.change).toBe("reshaped");
    expect(change.movedM).toBeLessThan(0.05);
    expect(geometryChange(point(122, 43), ring(0.01))!.change).toBe("other");
  });

  test("no shape in the row leaves it; the first shape places it", () => {
    expect(geometryChange(point(122, 43), null)).toBeNull();
    expect(geometryChange(null, point(122, 43))).toEqual({ change: "placed", movedM: 0 });
    expect(geometryChange(point(122, 43), point(122, 43))).toBeNull();
  });
});
