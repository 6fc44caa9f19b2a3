import type { Geometry } from "geojson";
import { checkFeature, type Problem, type ProblemReason } from "#data/layers/check-feature.ts";
import type { LayerDefinition } from "#data/layers/define.ts";
import type { AttributeValue, FeatureDraft } from "#data/layers/feature.ts";
import type { FieldError } from "../errors.ts";
import { mendGeometry } from "./mend.ts";

/** What a person says of one feature. Properties have the names of the API's answers; `null` empties. */
export interface HandEdit {
  readonly properties: Readonly<Record<string, AttributeValue>>;
  readonly geometry?: Geometry;
  /** Consent to a repaired outline where the given one cannot be measured. */
  readonly repairGeometry?: boolean;
}

export type HandDraft =
  /** `repaired`: what was done to the geometry, as the person agreed to. */
  { readonly draft: FeatureDraft; readonly repaired: string | null } | { readonly refusals: readonly FieldError[] };

/** What stands in answers for a personal value. Its length tells nothing. */
export const MASK = "***";

/** The properties that every feature has, by their names in answers. */
const STANDARD = {
  code: "code",
  name: "name",
  district: "districtCode",
  source: "source",
  observedOn: "observedOn",
  positionErrorM: "positionErrorM",
} as const satisfies Record<string, keyof FeatureDraft>;

/** Answers have them too; the record itself keeps them. */
const KEPT_BY_RECORD: readonly string[] = ["revision", "validFrom", "changedBy"];

const LONGEST_LINE = 300;

/** A new feature as it is before anybody has said anything of it. */
const blank = (by: string): FeatureDraft => ({
  code: "",
  name: "",
  geometry: { type: "MultiPoint", coordinates: [] },
  attributes: {},
  positionErrorM: null,
  districtCode: null,
  source: by,
  observedOn: null,
});

/**
 * The state that an edit makes of a feature, or everything that keeps it from being written. What the edit does not touch is
 * not judged: a ledger's old flaw must not keep people from correcting something else.
 *
 * @param present - `null` for a new feature, which then needs a code, a geometry and whatever its layer requires.
 */
export function draftOfEdit(
  layer: LayerDefinition,
  present: FeatureDraft | null,
  edit: HandEdit,
  by: string,
): HandDraft {
  const refusals: FieldError[] = [];
  const base = present ?? blank(by);
  const { standard, attributes } = sortProperties(layer, edit.properties, refusals);
  const shape = edit.geometry ? fitGeometry(edit.geometry, edit.repairGeometry ?? false, refusals) : null;
  if (!present && !edit.geometry)
    refusals.push({ field: "geometry", message: "is needed and missing", allowed: layer.geometry });
  const draft = {
    ...base,
    ...standard,
    attributes: known({ ...base.attributes, ...attributes }),
    geometry: shape?.geometry ?? base.geometry,
  };
  const isTouched = ({ field }: Problem) =>
    field === "geometry" ? shape !== null : present === null || Object.hasOwn(edit.properties, nameOf(field));
  refusals.push(...checkFeature(layer, draft).filter(isTouched).map(toFieldError));
  return refusals.length > 0 ? { refusals } : { draft, repaired: shape?.repaired ?? null };
}

/** Values as the record keeps them, by where they belong; what does not belong anywhere is refused. */
function sortProperties(layer: LayerDefinition, properties: HandEdit["properties"], refusals: FieldError[]) {
  const standard: Partial<Record<keyof FeatureDraft, AttributeValue>> = {};
  const attributes: Record<string, AttributeValue> = {};
  for (const [name, given] of Object.entries(properties)) {
    const refuse = (message: string, allowed?: string) =>
      refusals.push({ field: `properties.${name}`, message, ...(allowed && { allowed }) });
    if (!textsOf(given).every(isKeepable)) {
      refuse("holds a character that cannot be kept", "no control characters, no halves of a character");
      continue;
    }
    const value = tidyText(given);
    if (Object.hasOwn(STANDARD, name)) {
      const column = STANDARD[name as keyof typeof STANDARD];
      if (column === "source" && value === null) refuse("is needed and missing", "who says so");
      else if ((column === "source" || column === "districtCode") && String(value).length > LONGEST_LINE)
        refuse(REASONS["too-long"], `≤ ${LONGEST_LINE}`);
      // A name may be unknown; a code may not, and the check says so.
      else standard[column] = value === null && (column === "name" || column === "code") ? "" : value;
    } else if (Object.hasOwn(layer.attributes, name)) {
      // Whoever sends back what was read has only seen the mask: the value stays.
      if (value !== MASK || !layer.attributes[name]!.personal) attributes[name] = value;
    } else if (KEPT_BY_RECORD.includes(name)) refuse("is kept by the record and not changed by hand");
    else refuse(REASONS["unknown-attribute"], [...Object.keys(STANDARD), ...Object.keys(layer.attributes)].join(", "));
  }
  // The check that follows looks at what the values are; until then they are whatever was sent.
  return { standard: standard as Partial<Omit<FeatureDraft, "attributes" | "geometry">>, attributes };
}

/** An attribute that is not known is not kept. */
const known = (attributes: FeatureDraft["attributes"]) =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== null));

/** A text of nothing but spaces says nothing. */
function tidyText(value: AttributeValue): AttributeValue {
  if (typeof value !== "string") return value;
  const text = value.trim();
  return text === "" ? null : text;
}

const textsOf = (value: AttributeValue): string[] =>
  typeof value === "string" ? [value] : Array.isArray(value) ? value.flatMap(({ name, cas = "" }) => [name, cas]) : [];

/** PostgreSQL takes neither U+0000 nor half of a surrogate pair; other control characters come from damaged files only. */
const isKeepable = (text: string): boolean => !/[\p{Cs}\p{Cc}]/u.test(text.replace(/[\t\n\r]/g, ""));

function fitGeometry(geometry: Geometry, mayRepair: boolean, refusals: FieldError[]) {
  const fit = mendGeometry(geometry);
  if ("refused" in fit) {
    const at = fit.at ? ` at ${fit.at[0].toFixed(6)}, ${fit.at[1].toFixed(6)}` : "";
    refusals.push({ field: "geometry", message: fit.refused + at, ...(fit.allowed && { allowed: fit.allowed }) });
    return null;
  }
  if (fit.mended && !mayRepair) {
    refusals.push({
      field: "geometry",
      message: `could only be taken repaired: ${fit.mended}`,
      allowed: "a shape that does not cross itself, or repairGeometry: true to take the repaired one",
    });
    return null;
  }
  return { geometry: fit.geometry, repaired: fit.mended };
}

/** The name in answers of what the check calls by its place in the draft. */
const nameOf = (field: string): string =>
  field === "districtCode" ? "district" : field.startsWith("attributes.") ? field.slice("attributes.".length) : field;

const REASONS: Readonly<Record<ProblemReason, string>> = {
  required: "is needed and missing",
  "unknown-attribute": "is no field of this layer",
  type: "is of another kind",
  "not-a-code": "is not in the list of codes",
  "out-of-range": "is out of range",
  "too-long": "is too long",
  "not-a-date": "is not a date",
  "geometry-type": "is another kind of shape",
  "geometry-shape": "is not a whole shape",
  position: "is off the earth",
};

const toFieldError = ({ field, reason, allowed }: Problem): FieldError => ({
  field: field === "geometry" ? field : `properties.${nameOf(field)}`,
  message: REASONS[reason],
  ...(allowed && { allowed }),
});
