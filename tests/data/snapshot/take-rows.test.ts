import { expect, test } from "vitest";
import { getLayer, LAYER_IDS } from "#data/layers/index.ts";
import { decodeSnapshot, encodeSnapshot } from "#data/snapshot/arrow.ts";
import { buildTable } from "#data/snapshot/build.ts";
import { takeRows } from "#data/snapshot/take-rows.ts";
import { idOf, ZONE } from "../../support/make-snapshot.ts";
import { zone } from "../demo/zone.ts";

const tableOf = (layer: string, keep: (n: number) => boolean) => {
  const rows = zone.layers[layer]!.map((draft, n) => ({ ...draft, id: idOf(n) })).filter((_, n) => keep(n));
  return buildTable(getLayer(layer), rows, 7, ZONE);
};
const layers = LAYER_IDS.filter((layer) => (zone.layers[layer]?.length ?? 0) > 0);

test.each(
  layers,
)("%s: every third row, taken from what the server publishes, is the table built of these rows", (id) => {
  const published = decodeSnapshot(
    encodeSnapshot(
      tableOf(id, () => true),
      getLayer(id),
    ),
  );
  const rows = Array.from({ length: published.count }, (_, n) => n).filter((n) => n % 3 === 0);
  const taken = decodeSnapshot(encodeSnapshot(takeRows(published, rows), getLayer(id)));
  const built = tableOf(id, (n) => n % 3 === 0);
  expect(taken.count).toBe(built.count);
  expect(taken.lonLat).toEqual(built.lonLat);
  // A few rows of a mixed layer may all be points: then what is built has no outlines, and what is taken keeps them.
  if (built.outlines) expect(taken.outlines).toEqual(built.outlines);
  expect([taken.extent, taken.planeCenter, taken.revision]).toEqual([built.extent, published.planeCenter, 7]);
  expect(taken.positionErrorM).toEqual(built.positionErrorM);
  for (let row = 0; row < built.count; row++) {
    expect(taken.ids.get(row)).toBe(built.ids.get(row));
    expect(taken.codes.get(row)).toBe(built.codes.get(row));
    expect(taken.names.get(row)).toBe(built.names.get(row));
    for (const [column, expected] of Object.entries(built.columns)) {
      const value = taken.columns[column]!;
      expect(valueAt(value, row), `${column} of row ${row}`).toEqual(valueAt(expected, row));
    }
  }
});

test("no row leaves an empty table of the same layer and revision", () => {
  const published = tableOf("houses", () => true);
  const none = decodeSnapshot(encodeSnapshot(takeRows(published, []), getLayer("houses")));
  expect(none).toMatchObject({ layer: "houses", revision: 7, count: 0, extent: null, dataDate: published.dataDate });
});

type Column = ReturnType<typeof tableOf>["columns"][string];

function valueAt(column: Column, row: number): unknown {
  if (!("type" in column) || column.type === "list" || column.type === "text") return column.get(row);
  if (column.type === "code") return column.values[column.indices[row]!];
  if (column.type === "number") return column.numbers[row];
  return column.type === "time" ? column.milliseconds[row] : column.states[row];
}
