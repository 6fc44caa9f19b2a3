import { type FeatureKey, MOST_IDS, type View } from "./view.ts";

type Selected = View["selection"];

export const NO_SELECTION: Selected = { areas: [], plus: [], minus: [] };

/** A link names so many features one by one and no more. */
export const MOST_AREAS = 8;

const isSame = (a: FeatureKey) => (b: FeatureKey) => a.layer === b.layer && a.id === b.id;

const without = (keys: readonly FeatureKey[], key: FeatureKey) => keys.filter((each) => !isSame(key)(each));

/** The selection with one feature more, also where it had been taken out of an area. The same when a link can name no more. */
export function addFeature(selection: Selected, key: FeatureKey): Selected {
  if (selection.plus.some(isSame(key))) return selection;
  const minus = without(selection.minus, key);
  if (selection.plus.length >= MOST_IDS)
    return minus.length < selection.minus.length ? { ...selection, minus } : selection;
  return { ...selection, plus: [...selection.plus, key], minus };
}

/** The selection with one feature less, also where an area holds it. The same when a link can name no more. */
export function removeFeature(selection: Selected, key: FeatureKey): Selected {
  const plus = without(selection.plus, key);
  if (selection.areas.length === 0 || selection.minus.some(isSame(key))) return { ...selection, plus };
  if (selection.minus.length >= MOST_IDS) return selection;
  return { ...selection, plus, minus: [...selection.minus, key] };
}

/** The selection with one area less; what was taken out of areas is forgotten with the last of them. */
export function removeArea(selection: Selected, index: number): Selected {
  const areas = selection.areas.filter((_, i) => i !== index);
  return { ...selection, areas, minus: areas.length === 0 ? [] : selection.minus };
}
