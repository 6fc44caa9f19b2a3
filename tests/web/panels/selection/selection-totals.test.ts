import { expect, test } from "vitest";
import { getLayer } from "#data/layers/index.ts";
import { groupByLayer } from "../../../../web/panels/selection/group-by-layer.ts";
import { selectionTotals } from "../../../../web/panels/selection/selection-totals.ts";
import { makeSnapshot, point } from "../../../support/make-snapshot.ts";

const ledger = {
  definition: getLayer("houses"),
  snapshot: makeSnapshot("houses", [
    { geometry: point(122.1, 43.1), attributes: { people: 4, floorAreaM2: 80.5 } },
    { geometry: point(122.2, 43.2), attributes: { people: 0 } },
    { geometry: point(122.3, 43.3), attributes: { people: 3, floorAreaM2: 20 } },
  ]),
};

test("sums what is known and counts what is not", () => {
  expect(selectionTotals({ ...ledger, rows: [0, 1] })).toEqual([
    { attribute: "people", sum: 4, unknown: 0 },
    { attribute: "floorAreaM2", sum: 80.5, unknown: 1 },
  ]);
});

test("a selection is grouped in the registry's order, without layers that have none", () => {
  const empty = { definition: getLayer("accidents"), snapshot: makeSnapshot("accidents", []) };
  const groups = groupByLayer(
    [empty, ledger],
    [
      { layer: "houses", row: 2 },
      { layer: "houses", row: 0 },
    ],
  );
  expect(groups.map(({ definition, rows }) => [definition.id, rows])).toEqual([["houses", [2, 0]]]);
});
