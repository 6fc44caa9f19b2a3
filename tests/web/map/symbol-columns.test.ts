import { describe, expect, test } from "vitest";
import { getLayer, LAYERS } from "#data/layers/index.ts";
import { attentionAttribute, symbolClasses } from "../../../web/map/symbol-classes.ts";
import { toIconColumn, toSymbolColumns } from "../../../web/map/symbol-columns.ts";
import { inkOn, luminance, SHAPE_PATHS } from "../../../web/map/symbol-shapes.ts";
import { makeSnapshot, point } from "../../support/make-snapshot.ts";

const at = (attributes: Record<string, string | null>, i: number) => ({
  geometry: point(122 + i / 100, 43),
  attributes,
});

describe("symbol columns", () => {
  test("draws the worst last, so that nothing covers it, and the unknown first", () => {
    const severities = ["fatal", "damage", null, "injury", "fatal"];
    const snapshot = makeSnapshot(
      "accidents",
      severities.map((severity, i) => at({ severity }, i)),
    );
    const columns = toSymbolColumns(getLayer("accidents"), snapshot);
    expect([...columns.rows].map((row) => severities[row])).toEqual([null, "damage", "injury", "fatal", "fatal"]);
    expect([...columns.rows].map((row) => columns.ranks[row])).toEqual([0, 1, 2, 3, 4]);
    expect([...columns.lonLat.subarray(6, 8)]).toEqual([122, 43]);
  });

  test("keeps the ledger's order where the symbol says a kind and not a grade", () => {
    const kinds = ["water-crane", "hydrant-above", "wharf"];
    const snapshot = makeSnapshot(
      "water-sources",
      kinds.map((kind, i) => at({ kind, state: "ok" }, i)),
    );
    expect([...toSymbolColumns(getLayer("water-sources"), snapshot).rows]).toEqual([0, 1, 2]);
  });

  test("a hydrant that is not in order carries the attention dot and lies on top; one of unknown state does not", () => {
    const states = ["broken", "ok", null, "frozen"];
    const snapshot = makeSnapshot(
      "water-sources",
      states.map((state, i) => at({ kind: "hydrant-above", state }, i)),
    );
    const columns = toSymbolColumns(getLayer("water-sources"), snapshot);
    expect([...columns.rows].map((row, i) => [states[row], columns.attention[i]])).toEqual([
      ["ok", 0],
      [null, 0],
      ["broken", 1],
      ["frozen", 1],
    ]);
  });

  test("a hidden symbol has no icon, a visible one the icon of its class", () => {
    const snapshot = makeSnapshot("accidents", [at({ severity: "fatal" }, 0), at({ severity: "damage" }, 1)]);
    const columns = toSymbolColumns(getLayer("accidents"), snapshot);
    expect([...toIconColumn(columns, null)]).toEqual([1 + 2 * 2, 1]);
    expect([...toIconColumn(columns, Uint8Array.of(0, 1))]).toEqual([1 + 2 * 2, 0]);
  });

  test("an empty ledger has empty columns", () => {
    expect(toSymbolColumns(getLayer("houses"), makeSnapshot("houses", [])).count).toBe(0);
  });
});

describe.each(LAYERS.map((layer) => [layer.id, layer] as const))("the symbols of %s", (_, layer) => {
  test("every look that differs in colour differs in its mark too", () => {
    const looks = symbolClasses(layer);
    const marks = new Map<string, string>();
    for (const { color, mark } of looks) {
      const other = marks.get(mark);
      if (other !== undefined) expect(color).toBe(other);
      marks.set(mark, color);
    }
  });

  test("fit one byte each, with and without the attention dot", () => {
    expect(symbolClasses(layer).length * 2).toBeLessThanOrEqual(254);
    const attention = attentionAttribute(layer);
    if (attention) expect(layer.attributes[attention]?.type).toBe("code");
  });

  test("have a shape, and marks that keep a contrast of 4.2", () => {
    expect(SHAPE_PATHS[layer.symbol.shape]).toMatch(/^M/);
    for (const { color } of symbolClasses(layer)) {
      const [ink, ground] = [luminance(inkOn(color)), luminance(color)];
      expect((Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05)).toBeGreaterThanOrEqual(4.2);
    }
  });
});
