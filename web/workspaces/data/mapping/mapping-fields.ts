import { attributeTitle } from "#data/layers/column-names.ts";
import type { LayerDefinition } from "#data/layers/define.ts";
import type { DraftPreview, StandardTarget } from "../../../api.ts";
import { INTAKE_WORDS } from "../../../messages/intake.ts";
import type { Language } from "../../../messages/words.ts";

/** A field of the layer, and what fills it. */
export interface MappingField {
  readonly target: string;
  readonly title: string;
  readonly required: boolean;
  /** As the server takes it: a column or several joined by `+`; `null`: none. */
  readonly column: string | null;
  /** Columns that count where the first is empty. */
  readonly otherwise: readonly string[];
}

/** Without these a feature has neither identity nor name. */
const NEEDED: ReadonlySet<string> = new Set(["code", "name"]);

/** Every field in the order of the registry, standard ones first. */
export function mappingFields(
  layer: LayerDefinition,
  mapping: DraftPreview["mapping"],
  language: Language,
): MappingField[] {
  const field = (target: string, title: string, required: boolean): MappingField => {
    const [column = null, ...otherwise] = mapping[target] ?? [];
    return { target, title, required, column, otherwise };
  };
  const standard = Object.entries(INTAKE_WORDS[language].mapping.targets) as [StandardTarget, string][];
  return [
    ...standard.map(([target, title]) => field(target, title, NEEDED.has(target))),
    ...Object.entries(layer.attributes).map(([id, attribute]) =>
      field(id, attributeTitle(attribute, language), attribute.required === true),
    ),
  ];
}

/** The title of a target in a language; one that the layer has not is shown as it is called. */
export function targetTitle(layer: LayerDefinition, target: string, language: Language): string {
  const standard = INTAKE_WORDS[language].mapping.targets[target as StandardTarget];
  if (standard) return standard;
  const attribute = layer.attributes[target];
  return attribute ? attributeTitle(attribute, language) : target;
}

const SAMPLES = 3;

/** The first different values of a column set as the file has them. */
export function sampleValues(column: string | null, sample: DraftPreview["sample"]): string[] {
  if (column === null) return [];
  const values = new Set<string>();
  for (const { fields } of sample) {
    // A column may itself be called `a+b`.
    const parts = column in fields ? [column] : column.split("+");
    const value = parts
      .map((part) => fields[part] ?? "")
      .join(" ")
      .trim();
    if (value !== "") values.add(value);
    if (values.size === SAMPLES) break;
  }
  return [...values];
}
