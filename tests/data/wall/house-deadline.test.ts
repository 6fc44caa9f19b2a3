import fc from "fast-check";
import { expect, test } from "vitest";
import { countFigure } from "#data/wall/figure.ts";
import { tallyHouseDeadline } from "#data/wall/house-deadline.ts";
import { LEDGER_FIGURES } from "#data/wall/ledger-figures.ts";
import { idOf, makeSnapshot, point, polygon, type Row } from "../../support/make-snapshot.ts";

const AT = point(122.26, 43.62);
const AREA = polygon([122.2, 43.6], [122.3, 43.6], [122.3, 43.7]);
const districts = makeSnapshot(
  "districts",
  ["N1", "N2"].map((code) => ({ geometry: AREA, code, name: code })),
);
const house = (districtCode: string | null, attributes: Row["attributes"]): Row => ({
  geometry: AT,
  districtCode,
  attributes,
});

test("a house closed on the last day is in time, one closed the day after is late, and one without the day is neither", () => {
  const houses = makeSnapshot("houses", [
    house("N1", { grade: "D", state: "closed", closedOn: "2025-06-30" }),
    house("N1", { grade: "C", state: "closed", closedOn: "2025-07-01" }),
    house("N1", { grade: "C", state: "closed" }),
    house("N1", { grade: "C" }),
    house("N2", { grade: "D", state: "done", closedOn: "2025-01-01" }),
    house("N2", { grade: "B", state: "open" }),
    house(null, { grade: "C", state: "open" }),
  ]);
  const { districts: found, elsewhere } = tallyHouseDeadline(houses, districts);
  expect(found).toEqual([
    { code: "N2", name: "N2", houses: 1, ids: { "in-time": [], late: [], open: [idOf(4)], unknown: [] } },
    {
      code: "N1",
      name: "N1",
      houses: 4,
      ids: { "in-time": [idOf(0)], late: [idOf(1)], open: [], unknown: [idOf(2), idOf(3)] },
    },
  ]);
  expect(elsewhere?.ids.open).toEqual([idOf(6)]);
});

test("without districts every dangerous house is counted apart, and without such houses nothing is", () => {
  const houses = makeSnapshot("houses", [house("N1", { grade: "C", state: "open" })]);
  expect(tallyHouseDeadline(houses, undefined)).toMatchObject({ districts: [], elsewhere: { houses: 1 } });
  const safe = makeSnapshot("houses", [house("N1", { grade: "A", state: "open" })]);
  expect(tallyHouseDeadline(safe, districts)).toEqual({ districts: [], elsewhere: null, withoutGrade: [] });
});

test("districts and the rest add up to the figures of the whole zone", () => {
  const row = fc
    .record(
      {
        grade: fc.constantFrom("A", "C", "D", "none"),
        state: fc.constantFrom("open", "working", "done", "closed"),
        closedOn: fc.constantFrom("2024-02-29", "2025-06-30", "2025-07-01", "2026-10-01"),
      },
      { requiredKeys: [] },
    )
    .chain((attributes) => fc.constantFrom("N1", "N2", "N9", null).map((code) => house(code, attributes)));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
      const houses = makeSnapshot("houses", rows);
      const tally = tallyHouseDeadline(houses, districts);
      const all = [...tally.districts, ...(tally.elsewhere ? [tally.elsewhere] : [])];
      const sum = (standing: "in-time" | "late" | "open") =>
        all.reduce((total, { ids }) => total + ids[standing].length, 0);
      const figure = (id: "houses-closed-in-time" | "houses-closed-late" | "houses-dangerous") =>
        countFigure(LEDGER_FIGURES[id], houses, "2026-11-26").value;
      expect(sum("in-time")).toBe(figure("houses-closed-in-time"));
      expect(sum("late")).toBe(figure("houses-closed-late"));
      expect(sum("open")).toBe(figure("houses-dangerous"));
      const known = rows.filter(({ attributes }) => attributes?.grade !== undefined);
      expect(tally.withoutGrade).toHaveLength(rows.length - known.length);
    }),
  );
});
