import type { LayerDefinition, Title } from "#data/layers/define.ts";
import { LAYERS } from "#data/layers/index.ts";
import type { DensityUnit, HEAT_WORDS } from "../../messages/heat.ts";
import type { Language } from "../../messages/words.ts";

/** A line or an area has no single place, and a smear around its middle would claim one. */
const SPREAD_OUT = new Set(["infrastructure"]);

/** The layers whose features stand at a place. */
export const HEAT_LAYERS: readonly LayerDefinition[] = LAYERS.filter(
  ({ id, geometry }) => (geometry === "Point" || geometry === "Mixed") && !SPREAD_OUT.has(id),
);

/** One way to weigh a layer's features. */
export interface WeightChoice {
  readonly id: string;
  readonly kind: "count" | "sum" | "scheme";
  /** `null` for the plain count. */
  readonly title: Title | null;
  readonly unit?: string;
  /** Only a scheme has one to name. */
  readonly source?: Title;
}

/** The weights that the density analysis takes for a layer, in the order in which they are offered. */
export function weightChoices(layer: LayerDefinition): readonly WeightChoice[] {
  return [
    { id: "count", kind: "count", title: null },
    ...layer.totals.map((id): WeightChoice => {
      const attribute = layer.attributes[id]!;
      const unit = "unit" in attribute ? attribute.unit : undefined;
      return { id, kind: "sum", title: attribute.title, ...(unit !== undefined && { unit }) };
    }),
    ...(layer.weights ?? []).map(({ id, title, source }): WeightChoice => ({ id, kind: "scheme", title, source })),
  ];
}

/** The unit of a layer's density under a weight, in the page's language. */
export function densityUnit(
  layer: LayerDefinition,
  choice: WeightChoice | undefined,
  language: Language,
  words: (typeof HEAT_WORDS)[Language],
): DensityUnit {
  const perYear = layer.time !== undefined;
  if (choice?.kind === "sum") return { noun: words.total(choice.title![language], choice.unit), perYear };
  if (choice?.kind === "scheme") return { noun: words.noun.point, perYear };
  return { noun: perYear ? words.noun.event : words.noun.feature, perYear };
}
