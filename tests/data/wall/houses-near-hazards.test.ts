import fc from "fast-check";
import { expect, test } from "vitest";
import { parseFilter } from "#data/layers/filter.ts";
import { getLayer } from "#data/layers/index.ts";
import { compileFilter } from "#data/snapshot/select.ts";
import { isInBusiness, isInUse, PERHAPS_DANGEROUS, sortNearHouses } from "#data/wall/houses-near-hazards.ts";
import { idOf, makeSnapshot, point, ZONE } from "../../support/make-snapshot.ts";

const geometry = point(...ZONE);

test("the nearest dangerous house comes first, with what the ledger says of it", () => {
  const houses = makeSnapshot("houses", [
    { geometry, attributes: { grade: "C", state: "open", use: "rent", people: 4 } },
    { geometry, attributes: { grade: "D", state: "working" } },
    { geometry, attributes: { grade: "D", state: "closed" } },
    { geometry, attributes: { grade: "none", state: "open" } },
    { geometry, attributes: { grade: "B", state: "open" } },
    { geometry, attributes: { grade: "D", state: "open" } },
  ]);
  const found = [0, 1, 2, 3, 4].map((n) => ({ id: idOf(n), distanceM: 100 - n, origin: "source" }));
  const { dangerous, cannotTell } = sortNearHouses(found, houses);
  expect(dangerous.map(({ id, use, people }) => [id, use, people])).toEqual([
    [idOf(1), null, null],
    [idOf(0), "rent", 4],
  ]);
  expect(cannotTell).toEqual([idOf(3)]);
  expect(dangerous.map(isInUse)).toEqual([false, true]);
  expect(dangerous.map(isInBusiness)).toEqual([false, true]);
});

test("the filter finds every house that is dangerous or may be, and no other", () => {
  const attributes = fc.record(
    {
      grade: fc.constantFrom("A", "B", "C", "D", "none"),
      state: fc.constantFrom("open", "working", "done", "closed"),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(attributes, { minLength: 1, maxLength: 30 }), (rows) => {
      const houses = makeSnapshot(
        "houses",
        rows.map((each) => ({ geometry, attributes: each })),
      );
      const all = rows.map((_, n) => ({ id: idOf(n), distanceM: n, origin: null }));
      const { dangerous, cannotTell } = sortNearHouses(all, houses);
      const taken = compileFilter(parseFilter(PERHAPS_DANGEROUS, getLayer("houses")))(houses);
      const sorted = new Set([...dangerous.map(({ id }) => id), ...cannotTell]);
      expect(rows.map((_, n) => sorted.has(idOf(n)))).toEqual(Array.from(taken, (truth) => truth === 1));
    }),
  );
});
