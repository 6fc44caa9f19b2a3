import { getLayer } from "#data/layers/index.ts";
import { DEFAULT_WEIGHTS } from "../../../state/view.ts";

/** The named weights under which severity can be scored. */
export const WEIGHTS = getLayer("accidents").weights ?? [];

/** A link may name weights that this version does not have. */
export const shownWeights = (id: string) =>
  WEIGHTS.find((scheme) => scheme.id === id) ?? WEIGHTS.find((scheme) => scheme.id === DEFAULT_WEIGHTS) ?? WEIGHTS[0]!;
