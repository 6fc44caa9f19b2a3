import type { FeatureRef, MapEvents } from "../../map/picture.ts";
import { useLedgers } from "../../state/ledgers.ts";
import { selectedFeatures } from "../../state/selected-features.ts";
import { addFeature, NO_SELECTION, removeFeature } from "../../state/selection-edit.ts";
import { useSurface } from "../../state/surface.ts";
import type { FeatureKey, View } from "../../state/view.ts";
import { changeView } from "../../state/view-store.ts";

/**
 * What a click on the map means. With Shift or Ctrl it adds a feature to the selection or takes it out. Otherwise it depends on the open
 * tool: it sets the origin of the rings, or selects the feature alone, or opens its details; beside all features it closes them.
 */
export const clickMap: MapEvents["onClick"] = (feature, at, { add }) => {
  const { drawing, clicks } = useSurface.getState();
  if (drawing) return;
  if (clicks) {
    clicks(feature, at, { add });
    return;
  }
  const key = feature && featureKey(feature.layer, feature.row);
  changeView((view): Partial<View> => {
    if (add) return key ? { selection: toggle(view, feature, key), tool: view.tool ?? "selection" } : {};
    if (view.tool === "rings")
      return {
        origin: key
          ? { kind: "features", layer: key.layer, ids: [key.id] }
          : { kind: "shape", shape: { type: "Point", coordinates: [at[0], at[1]] } },
      };
    // A click beside everything keeps the selection: it may have taken long to make.
    if (view.tool === "selection") return key ? { selection: { ...NO_SELECTION, plus: [key] } } : {};
    if (key) return { detail: key, tool: "detail" };
    return view.tool === "detail" ? { detail: null, tool: null } : {};
  });
};

export function featureKey(layer: string, row: number): FeatureKey | null {
  const snapshot = useLedgers.getState().layers.find(({ definition }) => definition.id === layer)?.snapshot;
  const id = snapshot?.ids.get(row);
  return id ? { layer, id } : null;
}

function toggle(view: View, feature: FeatureRef, key: FeatureKey): View["selection"] {
  const isSelected = selectedFeatures(useLedgers.getState().layers, view).some(
    ({ layer, row }) => layer === feature.layer && row === feature.row,
  );
  return isSelected ? removeFeature(view.selection, key) : addFeature(view.selection, key);
}
