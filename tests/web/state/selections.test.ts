import { describe, expect, test } from "vitest";
import { parseFilter } from "#data/layers/filter.ts";
import { getLayer } from "#data/layers/index.ts";
import { compileFilter } from "#data/snapshot/select.ts";
import { selectionText, selectRows } from "../../../web/state/selections.ts";
import { makeSnapshot, point } from "../../support/make-snapshot.ts";

const accidents = getLayer("accidents");
const houses = getLayer("houses");
const row = (attributes: Readonly<Record<string, string | number | null>>) => ({ geometry: point(0, 0), attributes });
const crashes = makeSnapshot("accidents", [
  row({ happenedAt: "2024-01-31T23:59", deaths: 1 }),
  row({ happenedAt: "2024-02-01T00:00", deaths: 0 }),
  row({ happenedAt: "2024-02-29T12:00", deaths: 2 }),
  row({ deaths: 3 }),
]);
const february = { from: "2024-02-01", to: "2024-03-01" };

describe("the rows that are shown", () => {
  test("pass the filter and lie in the time window; one without a time is in no window", () => {
    const rows = (filter: string, time: typeof february | null) =>
      selectRows(accidents, crashes, { filters: { accidents: filter }, time }).rows;
    expect(rows("", null)).toBeNull();
    expect([...rows("", february)!]).toEqual([0, 1, 1, 0]);
    expect([...rows("deaths >= 1", null)!]).toEqual([1, 0, 1, 1]);
    expect([...rows("deaths >= 1", february)!]).toEqual([0, 0, 1, 0]);
  });

  test("a layer whose features are no events knows no time window", () => {
    const snapshot = makeSnapshot("houses", [row({ people: 2 })]);
    expect(selectRows(houses, snapshot, { filters: {}, time: february }).rows).toBeNull();
    expect(selectionText(houses, { filters: {}, time: february })).toBeUndefined();
  });

  test("a text that is no filter hides nothing and is named", () => {
    const selected = selectRows(accidents, crashes, { filters: { accidents: "deaths >" }, time: null });
    expect(selected.rows).toBeNull();
    expect(selected.problem).toBe("the filter ends here");
    expect(selectionText(accidents, { filters: { accidents: "deaths >" }, time: null })).toBeUndefined();
  });

  test("are the same object until filter or window change", () => {
    const view = { filters: { accidents: "deaths >= 1" }, time: february };
    const first = selectRows(accidents, crashes, view);
    expect(
      selectRows(accidents, crashes, { filters: { ...view.filters, houses: "people > 3" }, time: { ...february } }),
    ).toBe(first);
    expect(selectRows(accidents, crashes, { ...view, time: null })).not.toBe(first);
    expect(selectRows(accidents, crashes, view)).toEqual(first);
  });
});

test("the text for analyses takes the same rows", () => {
  for (const filter of ["", "deaths >= 1", "deaths = 0 OR deaths = 3"])
    for (const time of [null, february, { from: "2024-02-29", to: null }, { from: null, to: "2024-02-01" }]) {
      const view = { filters: { accidents: filter }, time };
      const text = selectionText(accidents, view);
      const rows = text === undefined ? null : compileFilter(parseFilter(text, accidents))(crashes);
      expect(rows).toEqual(selectRows(accidents, crashes, view).rows);
    }
});
