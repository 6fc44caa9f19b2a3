import { expect, test } from "vitest";
import { substanceTotals } from "../../../../web/workspaces/screen/hazards/substance-totals.ts";
import { makeSnapshot, point } from "../../../support/make-snapshot.ts";

const source = (substances: { name: string; tonnes: number }[] | null) => ({
  geometry: point(122.26, 43.62),
  attributes: { substances },
});

test("a substance is summed over all sources, and a source that holds it in two tanks is one source", () => {
  const hazards = makeSnapshot("hazard-sources", [
    source([
      { name: "甲醇", tonnes: 200 },
      { name: "甲醇", tonnes: 100 },
      { name: "液氨", tonnes: 40 },
    ]),
    source([{ name: "甲醇", tonnes: 50 }]),
    source(null),
  ]);
  expect(substanceTotals(hazards)).toEqual({
    totals: [
      { name: "甲醇", tonnes: 350, sources: 2 },
      { name: "液氨", tonnes: 40, sources: 1 },
    ],
    unknown: 1,
  });
});
