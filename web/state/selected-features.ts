import { rowOutline } from "#data/analyses/rows.ts";
import { isWithin } from "#data/geometry/distance.ts";
import { outlineFromGeoJson } from "#data/geometry/from-geojson.ts";
import { boxOf } from "#data/geometry/measure.ts";
import { findByBox } from "#data/snapshot/index.ts";
import type { Selection, Snapshot } from "#data/snapshot/snapshot.ts";
import type { FeatureRef } from "../map/picture.ts";
import { findRow } from "./features.ts";
import type { Ledger } from "./ledgers.ts";
import { selectRows } from "./selections.ts";
import type { View } from "./view.ts";

type Area = View["selection"]["areas"][number];

/** The features that a view selects: within its shapes and shown now, with single ones added and taken out. */
export function selectedFeatures(
  ledgers: readonly Ledger[],
  view: Pick<View, "selection" | "layers" | "filters" | "time">,
): readonly FeatureRef[] {
  const { areas, plus, minus } = view.selection;
  if (areas.length === 0 && plus.length === 0) return [];
  const single = plus.flatMap((key): FeatureRef[] => {
    const row = findRow(ledgers, key);
    return row === null ? [] : [{ layer: key.layer, row }];
  });
  const taken = new Set(single.map(({ layer, row }) => `${layer}/${row}`));
  for (const key of minus) taken.add(`${key.layer}/${findRow(ledgers, key)}`);
  const within = ledgers
    .filter(({ definition }) => view.layers.includes(definition.id))
    .flatMap(({ definition, snapshot }) => {
      const shown = selectRows(definition, snapshot, view).rows;
      const rows = new Set(areas.flatMap((area) => rowsWithin(snapshot, area, shown)));
      return [...rows]
        .sort((a, b) => a - b)
        .filter((row) => !taken.has(`${definition.id}/${row}`))
        .map((row) => ({ layer: definition.id, row }));
    });
  return [...single, ...within];
}

/** Rows whose outline shares a point with the area. */
function rowsWithin(snapshot: Snapshot, area: Area, shown: Selection): number[] {
  if (snapshot.count === 0) return [];
  const coordinates = [[...area, area[0]!].map((position) => [...position])];
  const outline = outlineFromGeoJson({ type: "Polygon", coordinates }, snapshot.plane);
  return findByBox(snapshot, boxOf(outline), shown).filter((row) => isWithin(rowOutline(snapshot, row), outline, 0));
}
