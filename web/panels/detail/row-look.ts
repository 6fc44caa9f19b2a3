import type { LayerDefinition } from "#data/layers/define.ts";
import type { Snapshot } from "#data/snapshot/snapshot.ts";
import { rowValue } from "#data/snapshot/to-geojson.ts";
import type { SymbolClass } from "../../map/symbol-classes.ts";
import { lookOf } from "../../ui/swatch.tsx";

/** How the map draws a row's symbol. */
export function lookOfRow(definition: LayerDefinition, snapshot: Snapshot, row: number): SymbolClass | undefined {
  const { by } = definition.symbol;
  return lookOf(definition, by ? (rowValue(snapshot, definition, by, row) as string | null) : null);
}
