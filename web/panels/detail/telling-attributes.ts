import type { Attribute, LayerDefinition } from "#data/layers/define.ts";

/**
 * The attributes that say most about a feature at a glance: its grade, what its symbol goes by, when it happened, what is summed, then
 * codes and numbers before texts. Never personal ones.
 */
export function tellingAttributes(definition: LayerDefinition, most: number): [string, Attribute][] {
  const { grade, symbol, time, totals, attributes } = definition;
  const shown = (id: string) => !attributes[id]!.personal && attributes[id]!.type !== "substances";
  const ids = Object.keys(attributes).filter(shown);
  const isText = (id: string) => attributes[id]!.type === "text";
  const first = [grade, symbol.by, time, ...totals].filter((id): id is string => id !== undefined && shown(id));
  const ranked = [...first, ...ids.filter((id) => !isText(id)), ...ids.filter(isText)];
  return [...new Set(ranked)].slice(0, most).map((id) => [id, attributes[id]!]);
}
