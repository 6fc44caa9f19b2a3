import fc from "fast-check";
import { expect, test } from "vitest";
import { parseFilter } from "#data/layers/filter.ts";
import { getLayer } from "#data/layers/index.ts";
import { type CountFigure, countFigure, rowsOfFigure } from "#data/wall/figure.ts";
import { LEDGER_FIGURES } from "#data/wall/ledger-figures.ts";
import { makeSnapshot, point } from "../../support/make-snapshot.ts";

const TODAY = "2026-11-26";
const AT = point(122.26, 43.62);

const house = (attributes: Record<string, string | null>) => ({ geometry: AT, attributes });
const countHouses = (figure: CountFigure, ...houses: Record<string, string | null>[]) =>
  countFigure(figure, makeSnapshot("houses", houses.map(house)), TODAY);

test.each(Object.entries(LEDGER_FIGURES) as [string, CountFigure][])("%s asks its ledger what it has", (id, figure) => {
  expect(figure.id).toBe(id);
  for (const text of [figure.of?.(TODAY), figure.counted?.(TODAY)])
    if (text !== undefined) expect(() => parseFilter(text, getLayer(figure.layer))).not.toThrow();
  expect(countFigure(figure, makeSnapshot(figure.layer, []), TODAY)).toMatchObject({ value: 0, unknown: 0, total: 0 });
});

test("a house closed on the last day of the campaign is in time, one a day later is late, one without a day may be either", () => {
  const closed = (closedOn: string | null) => ({ grade: "D", state: "closed", closedOn });
  const houses = [
    closed("2025-06-30"),
    closed("2025-07-01"),
    closed(null),
    { grade: "D", state: "open", closedOn: null },
  ];
  expect(countHouses(LEDGER_FIGURES["houses-closed-in-time"], ...houses)).toMatchObject({
    value: 1,
    unknown: 1,
    total: 4,
  });
  expect(countHouses(LEDGER_FIGURES["houses-closed-late"], ...houses)).toMatchObject({
    value: 1,
    unknown: 1,
    total: 4,
  });
});

test("a dangerous house of unknown use is neither in use nor empty", () => {
  const dangerous = { grade: "C", state: "open" };
  const counted = countHouses(
    LEDGER_FIGURES["houses-in-use"],
    { ...dangerous, use: "own" },
    { ...dangerous, use: "empty" },
    { ...dangerous, use: null },
    { ...dangerous, use: "own", state: "closed" },
    { grade: "B", state: "open", use: "own" },
    { grade: null, state: "open", use: "own" },
  );
  // The ungraded one may be dangerous as well.
  expect(counted).toMatchObject({ value: 1, unknown: 2, total: 3 });
});

test("the filter of a figure lists exactly the features that it counts", () => {
  const houses = makeSnapshot("houses", [house({ grade: "D", state: "open", use: "rent" }), house({ grade: "A" })]);
  const { value, filter } = countFigure(LEDGER_FIGURES["houses-in-business"], houses, TODAY);
  const again: CountFigure = { ...LEDGER_FIGURES.houses, counted: () => filter };
  expect(value).toBe(1);
  expect(countFigure(again, houses, TODAY).value).toBe(1);
});

test("a source is overdue from the day after its stated service on, without a stated one after a year", () => {
  const counted = (today: string, attributes: Record<string, string | null>) =>
    countFigure(
      LEDGER_FIGURES["water-service-overdue"],
      makeSnapshot("water-sources", [{ geometry: AT, attributes }]),
      today,
    );
  expect(counted("2026-11-26", { nextServiceOn: "2026-11-26" }).value).toBe(0);
  expect(counted("2026-11-27", { nextServiceOn: "2026-11-26" }).value).toBe(1);
  expect(counted("2026-11-26", { servicedOn: "2025-11-26" }).value).toBe(0);
  expect(counted("2026-11-27", { servicedOn: "2025-11-26" }).value).toBe(1);
  expect(counted("2026-11-27", {})).toMatchObject({ value: 0, unknown: 1 });
});

test("a figure does not count another layer", () => {
  expect(() => countFigure(LEDGER_FIGURES.houses, makeSnapshot("accidents", []), TODAY)).toThrow(RangeError);
});

test.each(
  Object.values(LEDGER_FIGURES) as CountFigure[],
)("$id lists as many features as it counts, and those it cannot tell of apart", (figure) => {
  const { attributes } = getLayer(figure.layer);
  const rows = fc.array(
    fc.record(
      Object.fromEntries(
        Object.entries(attributes).flatMap(([name, attribute]) => {
          if (attribute.type === "code")
            return [[name, fc.constantFrom(null, ...attribute.values.map(({ code }) => code))]];
          return attribute.type === "date"
            ? [[name, fc.constantFrom(null, "2025-06-30", "2025-07-01", "2027-01-01")]]
            : [];
        }),
      ),
    ),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(rows, (each) => {
      const snapshot = makeSnapshot(
        figure.layer,
        each.map((attributes) => ({ geometry: AT, attributes })),
      );
      const { value, unknown } = countFigure(figure, snapshot, TODAY);
      const listed = rowsOfFigure(figure, snapshot, TODAY);
      expect({ value: listed.matching.length, unknown: listed.unknown.length }).toEqual({ value, unknown });
      expect(new Set([...listed.matching, ...listed.unknown]).size).toBe(value + unknown);
    }),
    { numRuns: 20 },
  );
});
