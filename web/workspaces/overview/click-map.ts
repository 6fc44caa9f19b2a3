import type { MapEvents } from "../../map/picture.ts";
import { useLedgers } from "../../state/ledgers.ts";
import { selectedFeatures } from "../../state/selected.ts";
import type { FeatureKey, View } from "../../state/view.ts";
import { changeView } from "../../state/view-store.ts";

/**
 * What a click on the map means. With Shift or Ctrl it adds a feature to the selection or takes it out; while the ring panel is open
 * it sets the origin of the rings; otherwise it opens a feature's details, and beside all features it closes them.
 */
export const clickMap: MapEvents["onClick"] = (feature, at, { add }) => {
  const key = feature && featureKey(feature.layer, feature.row);
  changeView((view): Partial<View> => {
    if (add) return key ? { selection: toggle(view, key), tool: view.tool ?? "selection" } : {};
    if (view.tool === "rings")
      return {
        origin: key
          ? { kind: "features", layer: key.layer, ids: [key.id] }
          : { kind: "shape", shape: { type: "Point", coordinates: [at[0], at[1]] } },
      };
    if (key) return { detail: key, tool: "detail" };
    return view.tool === "detail" ? { detail: null, tool: null } : {};
  });
};

export function featureKey(layer: string, row: number): FeatureKey | null {
  const snapshot = useLedgers.getState().layers.find(({ definition }) => definition.id === layer)?.snapshot;
  const id = snapshot?.ids.get(row);
  return id ? { layer, id } : null;
}

/** A feature that was named is no longer named; one that an area selects is taken out by naming it. */
function toggle(view: View, key: FeatureKey): View["selection"] {
  const { selection } = view;
  const isKey = ({ layer, id }: FeatureKey) => layer === key.layer && id === key.id;
  const without = (keys: readonly FeatureKey[]) => keys.filter((each) => !isKey(each));
  if (selection.plus.some(isKey)) return { ...selection, plus: without(selection.plus) };
  if (selection.minus.some(isKey)) return { ...selection, minus: without(selection.minus) };
  const isSelected = selectedFeatures(useLedgers.getState().layers, view).some(({ layer, row }) => {
    const each = featureKey(layer, row);
    return each !== null && isKey(each);
  });
  return isSelected
    ? { ...selection, minus: [...selection.minus, key] }
    : { ...selection, plus: [...selection.plus, key] };
}
