import type { LayerDefinition } from "#data/layers/define.ts";
import type { RowDraft } from "./read-row.ts";

/** The worse of two grades; of everything else what was said first, and what was said at all. */
export function mergeRows(layer: LayerDefinition, first: RowDraft, next: RowDraft): RowDraft {
  const said = Object.entries(first.attributes).filter(([, value]) => value !== null);
  const attributes = { ...first.attributes, ...next.attributes, ...Object.fromEntries(said) };
  const grade = layer.grade && layer.attributes[layer.grade];
  if (layer.grade && grade && grade.type === "code") {
    const grades = [first.attributes[layer.grade], next.attributes[layer.grade]];
    const worst = grade.values.find(({ code }) => grades.includes(code));
    if (worst) attributes[layer.grade] = worst.code;
  }
  return {
    ...next,
    ...first,
    name: first.name || next.name,
    attributes,
    districtCode: first.districtCode ?? next.districtCode,
    observedOn: first.observedOn ?? next.observedOn,
    missing: first.missing.filter((target) => (attributes[target] ?? null) === null && target !== "geometry"),
    remarks: [...first.remarks, ...next.remarks],
  };
}
