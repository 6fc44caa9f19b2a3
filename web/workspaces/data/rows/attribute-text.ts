import type { LayerDefinition, Substance } from "#data/layers/define.ts";
import type { AttributeValue } from "#data/layers/feature.ts";
import type { Language } from "../../../messages/words.ts";
import { valueText } from "../../../panels/detail/value-text.ts";

/** A value as a person reads it, with its code's title and its unit; substances with what counts for a limit. */
export function attributeText(layer: LayerDefinition, id: string, value: AttributeValue, language: Language): string {
  const attribute = layer.attributes[id];
  if (!attribute) return String(value);
  if (attribute.type === "substances" && Array.isArray(value))
    return (value as readonly Substance[])
      .map(({ name, tonnes }) => `${name} ${tonnes} t`)
      .join(language === "zh" ? "、" : ", ");
  return valueText(id, attribute, value, language).text;
}
