import type { LayerDefinition, Title } from "#data/layers/define.ts";

/** One look of a layer's symbols: a value of the attribute that the symbol goes by. */
export interface SymbolClass {
  /** `null`: the value is not known, or the layer has one look only. */
  readonly code: string | null;
  readonly title: Title | null;
  readonly color: string;
  readonly mark: string;
}

/** For a value that the ledger does not give: plainly none of the grades. */
const UNKNOWN = { color: "#7a8699", mark: "?" };

/** The looks of a layer in the order of its code list (worst first where the list is ordered), the unknown value last. */
export function symbolClasses(definition: LayerDefinition): readonly SymbolClass[] {
  const { by, color, mark } = definition.symbol;
  const attribute = by ? definition.attributes[by] : undefined;
  if (attribute?.type !== "code") return [{ code: null, title: null, color, mark: mark ?? "" }];
  const known = attribute.values.map((value) => ({
    code: value.code,
    title: value.title,
    color: value.color ?? color,
    mark: value.mark ?? mark ?? "",
  }));
  return [...known, { code: null, title: null, ...UNKNOWN }];
}

/**
 * The ordered attribute whose less than best values earn a symbol the attention dot: the layer's grade, when the
 * symbol itself goes by something else (a hydrant's symbol shows its kind, the dot that it is broken).
 */
export function attentionAttribute(definition: LayerDefinition): string | null {
  return definition.grade && definition.grade !== definition.symbol.by ? definition.grade : null;
}

/** Whether the list of the symbol's attribute runs from worst to best, so that the worst belongs on top. */
export function isGraded(definition: LayerDefinition): boolean {
  const attribute = definition.symbol.by ? definition.attributes[definition.symbol.by] : undefined;
  return attribute?.type === "code" && attribute.ordered === true;
}
