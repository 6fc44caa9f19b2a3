import type { Attribute, LayerDefinition, Title } from "./define.ts";

/** `最大总量 (t)`. Counting words of the Chinese registry say nothing that the English title does not. */
export function attributeTitle(attribute: Attribute, language: keyof Title): string {
  const unit = unitOf(attribute, language);
  return unit ? `${attribute.title[language]} (${unit})` : attribute.title[language];
}

/** @returns the unit as it is shown in a language, `null` when the attribute has none, or none in that language. */
export function unitOf(attribute: Attribute, language: keyof Title): string | null {
  const unit = "unit" in attribute ? attribute.unit : undefined;
  return unit === undefined || (language === "en" && /\p{Script=Han}/u.test(unit)) ? null : unit;
}

/** Bytes that the field name of a dBASE table can have. */
const SHORT_NAME_BYTES = 10;

/** The columns that every layer has and a table of a Shapefile carries, under names that fit. */
const SHORT_STANDARD_NAMES: Readonly<Record<string, string>> = {
  code: "code",
  name: "name",
  districtCode: "district",
  source: "source",
  observedOn: "observedOn",
  positionErrorM: "posErrorM",
};

/**
 * Field names of at most ten ASCII characters, unique without regard to case, by target (`code`, `floorAreaM2`, …). Made from
 * the ids of the registry alone, so that a file that was written once is understood later.
 */
export function shortFieldNames(layer: LayerDefinition): ReadonlyMap<string, string> {
  const names = new Map(Object.entries(SHORT_STANDARD_NAMES));
  const taken = new Set(Object.values(SHORT_STANDARD_NAMES).map((name) => name.toLowerCase()));
  for (const id of Object.keys(layer.attributes)) {
    let name = id.slice(0, SHORT_NAME_BYTES);
    for (let n = 2; taken.has(name.toLowerCase()); n++)
      name = `${id.slice(0, SHORT_NAME_BYTES - String(n).length - 1)}_${n}`;
    taken.add(name.toLowerCase());
    names.set(id, name);
  }
  return names;
}
