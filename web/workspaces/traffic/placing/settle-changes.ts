import type { AttributeValue } from "#data/layers/feature.ts";
import { getLayer } from "#data/layers/index.ts";
import type { SettledPlace } from "#data/traffic/placing/settle-place.ts";
import type { FeatureAnswer, FeatureHistory } from "../../../api.ts";
import { allFields, editFields } from "../../../panels/edit/edit-fields.ts";
import { isSameValue } from "../../../panels/edit/field-content.ts";
import { answeredValue, type FieldChange } from "../../../panels/edit/read-form.ts";

/** What a person settles on: a road and a stake, or no road at all. */
export type Settled = SettledPlace | "off-road";

/** Every field of an accident's form. */
export const ACCIDENT_FIELDS = allFields(editFields(getLayer("accidents"), new Map(), false));

const PLACE_FIELDS = ["roadCode", "roadName", "kilometre", "metre", "placing"] as const;
type PlaceField = (typeof PLACE_FIELDS)[number];

/** What has to be written of a read state so that it says what was settled; position, class and everything else stay. */
export function settleChanges(base: FeatureAnswer, settled: Settled): FieldChange[] {
  if (settled === "off-road") return changesTo(base, { placing: "off-road" });
  const { roadCode, roadName, kilometre, metre } = settled;
  return changesTo(base, { roadCode, roadName, kilometre, metre, placing: "confirmed" });
}

function changesTo(base: FeatureAnswer, wanted: Partial<Record<PlaceField, AttributeValue>>): FieldChange[] {
  return PLACE_FIELDS.flatMap((id) => {
    const to = wanted[id];
    const from = answeredValue(base, id);
    const field = ACCIDENT_FIELDS.find((each) => each.id === id)!;
    return to === undefined || isSameValue(from, to) ? [] : [{ field, from, to }];
  });
}

/** How a settled accident becomes what it was before. */
export type TakeBack =
  | { readonly kind: "possible"; readonly changes: readonly FieldChange[] }
  /** Its road or stake were changed again since, or it came settled. */
  | { readonly kind: "changed-since" | "came-settled" };

/**
 * Undoes the last settling of an accident by its history.
 *
 * @param base - its present state; `null` is the answer where nobody has settled it.
 */
export function takeBackOf(base: FeatureAnswer, { changes }: Pick<FeatureHistory, "changes">): TakeBack | null {
  const placing = answeredValue(base, "placing");
  if (placing === null) return null;
  const settling = changes.find(({ fields }) => fields.some(({ field, to }) => field === "placing" && to === placing));
  if (!settling) return { kind: "came-settled" };
  const own = settling.fields.filter(({ field }) => (PLACE_FIELDS as readonly string[]).includes(field));
  const isAsSettled = own.every(({ field, to }) => isSameValue(answeredValue(base, field), to as AttributeValue));
  if (!isAsSettled) return { kind: "changed-since" };
  const before = Object.fromEntries(own.map(({ field, from }) => [field, from as AttributeValue]));
  return { kind: "possible", changes: changesTo(base, before) };
}
