import fc from "fast-check";
import { expect, test } from "vitest";
import { countFigure } from "#data/wall/figure.ts";
import { LEDGER_FIGURES } from "#data/wall/ledger-figures.ts";
import { findOverdueServices, findUnusableSources } from "#data/wall/water-service.ts";
import { idOf, makeSnapshot, point, ZONE } from "../../support/make-snapshot.ts";

const TODAY = "2026-11-26";
const DAY_MS = 86_400_000;
const geometry = point(...ZONE);

const day = fc
  .integer({ min: -900, max: 400 })
  .map((days) => new Date(Date.parse(TODAY) + days * DAY_MS).toISOString().slice(0, 10));

const source = fc.record(
  {
    nextServiceOn: day,
    servicedOn: day,
    state: fc.constantFrom("ok", "broken", "out-of-service", "buried", "frozen"),
  },
  { requiredKeys: [] },
);

const waterOf = (sources: readonly object[]) =>
  makeSnapshot(
    "water-sources",
    sources.map((attributes) => ({ geometry, attributes: attributes as Record<string, string> })),
  );

test("a service is overdue from the day after it was due; without a due day, from a year after the last one", () => {
  const water = waterOf([
    { nextServiceOn: "2026-11-26" },
    { nextServiceOn: "2026-11-25" },
    { servicedOn: "2025-11-26" },
    { servicedOn: "2025-11-25" },
    { servicedOn: "2020-01-01", nextServiceOn: "2027-01-01" },
    {},
  ]);
  expect(findOverdueServices(water, TODAY)).toMatchObject([
    { id: idOf(1), dueOn: "2026-11-25", daysOver: 1, isStated: true },
    { id: idOf(3), dueOn: "2026-11-25", daysOver: 1, isStated: false },
  ]);
});

test("lists whom the figures count, and the worst of them first", () => {
  fc.assert(
    fc.property(fc.array(source, { maxLength: 30 }), (sources) => {
      const water = waterOf(sources);
      const overdue = findOverdueServices(water, TODAY);
      expect(overdue).toHaveLength(countFigure(LEDGER_FIGURES["water-service-overdue"], water, TODAY).value);
      for (const [n, { daysOver }] of overdue.entries()) {
        expect(daysOver).toBeGreaterThan(0);
        expect(daysOver).toBeLessThanOrEqual(overdue[Math.max(0, n - 1)]!.daysOver);
      }
      const unusable = findUnusableSources(water).map(({ id, state }) => [id, state]);
      const expected = sources.flatMap(({ state }, n) => (state && state !== "ok" ? [[idOf(n), state]] : []));
      expect(unusable.toSorted()).toEqual(expected.toSorted());
    }),
  );
});

test("out of order: whatever was seen so the longest ago comes first, and what nobody dated last", () => {
  const water = makeSnapshot("water-sources", [
    { geometry, attributes: { state: "broken" }, observedOn: null },
    { geometry, attributes: { state: "frozen" }, observedOn: "2026-03-01" },
    { geometry, attributes: { state: "buried" }, observedOn: "2025-03-01" },
  ]);
  expect(findUnusableSources(water).map(({ seenOn }) => seenOn)).toEqual(["2025-03-01", "2026-03-01", null]);
});
