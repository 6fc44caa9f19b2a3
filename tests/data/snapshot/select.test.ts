import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseFilter } from "#data/layers/filter.ts";
import { getLayer, LAYERS } from "#data/layers/index.ts";
import { buildTable, type SnapshotRow } from "#data/snapshot/build.ts";
import { combine, compileFilter, countSelected, selectTime } from "#data/snapshot/select.ts";
import { filtersOf } from "../../support/filters.ts";
import { holdsFor, rowsOf } from "../../support/rows.ts";

const accidents = getLayer("accidents");
const CENTER = [122.26, 43.62] as const;

const crash = (index: number, attributes: SnapshotRow["attributes"]): SnapshotRow => ({
  id: `00000000-0000-7000-8000-${String(index).padStart(12, "0")}`,
  code: `c${index}`,
  name: "",
  geometry: { type: "Point", coordinates: [122.26, 43.62] },
  attributes,
  positionErrorM: null,
  districtCode: null,
  source: "test",
  observedOn: null,
});

const table = buildTable(
  accidents,
  [
    crash(0, { happenedAt: "2024-03-05T00:00", deaths: 2, roadName: "科尔沁大街" }),
    crash(1, { happenedAt: "2024-03-05T23:59", deaths: 0 }),
    crash(2, { happenedAt: "2024-03-06T00:00" }),
    crash(3, { deaths: 1, roadName: "50%路" }),
  ],
  1,
  CENTER,
);

const rowsWhere = (text: string): number[] =>
  [...compileFilter(parseFilter(text, accidents))(table)].flatMap((taken, row) => (taken ? [row] : []));

describe("filters", () => {
  test("what is not known is neither equal nor different", () => {
    expect(rowsWhere("deaths = 2")).toEqual([0]);
    expect(rowsWhere("deaths <> 2")).toEqual([1, 3]);
    expect(rowsWhere("NOT (deaths = 2)")).toEqual([1, 3]);
    expect(rowsWhere("deaths IS NULL")).toEqual([2]);
    expect(rowsWhere("NOT (deaths <> 2 AND roadName IS NULL)")).toEqual([0, 3]);
  });

  test("a DATE takes the whole day, a TIMESTAMP its minute", () => {
    expect(rowsWhere("happenedAt = DATE('2024-03-05')")).toEqual([0, 1]);
    expect(rowsWhere("happenedAt <= DATE('2024-03-05')")).toEqual([0, 1]);
    expect(rowsWhere("happenedAt BETWEEN DATE('2024-03-05') AND DATE('2024-03-06')")).toEqual([0, 1, 2]);
    expect(rowsWhere("happenedAt > TIMESTAMP('2024-03-05T00:00')")).toEqual([1, 2]);
  });

  test("LIKE takes % for any run, _ for one character, and either literally after a backslash", () => {
    expect(rowsWhere("roadName LIKE '科%街'")).toEqual([0]);
    expect(rowsWhere("roadName LIKE '科__大_'")).toEqual([0]);
    expect(rowsWhere("roadName LIKE '%\\%路'")).toEqual([3]);
    expect(rowsWhere("roadName LIKE '科'")).toEqual([]);
  });

  test("a pattern of many wildcards does not slow down on a long text", () => {
    const long = buildTable(accidents, [crash(0, { cause: "a".repeat(2000) })], 1, CENTER);
    const started = performance.now();
    expect([...compileFilter(parseFilter(`cause LIKE '${"%a_".repeat(300)}b'`, accidents))(long)]).toEqual([0]);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test("select the same rows as asking each row, in every layer", () => {
    for (const layer of LAYERS)
      fc.assert(
        fc.property(rowsOf(layer), filtersOf(layer), (rows, filter) => {
          const selection = compileFilter(filter)(buildTable(layer, rows, 1, CENTER));
          expect([...selection]).toEqual(rows.map((row) => (holdsFor(row, filter) === true ? 1 : 0)));
        }),
        { numRuns: 60 },
      );
  });
});

describe("time", () => {
  test("a period includes its start and not its end; rows without time are out", () => {
    expect([...selectTime(table, accidents, "2024-03-05", "2024-03-06")!]).toEqual([1, 1, 0, 0]);
    expect([...selectTime(table, accidents, "2024-03-05T23:59", null)!]).toEqual([0, 1, 1, 0]);
    expect(selectTime(table, accidents, null, null)).toBeNull();
  });

  test("a bound that is no time, or a layer without one, is refused", () => {
    expect(() => selectTime(table, accidents, "2024-02-30", null)).toThrow(RangeError);
    expect(() => selectTime(table, getLayer("roads"), "2024-01-01", null)).toThrow(RangeError);
  });
});

test("selections combine to the rows that all of them take", () => {
  expect(combine()).toBeNull();
  expect(combine(null, null)).toBeNull();
  const [a, b] = [Uint8Array.of(1, 1, 0, 0), Uint8Array.of(0, 1, 1, 0)];
  expect(combine(null, a)).toBe(a);
  expect([...combine(a, null, b)!]).toEqual([0, 1, 0, 0]);
  expect([...a]).toEqual([1, 1, 0, 0]);
  expect(countSelected(table, combine(a, b))).toBe(1);
  expect(countSelected(table, null)).toBe(4);
});
