import { canonicalText } from "#data/wall/feeds/canonical-text.ts";

/** What several screens have been told of one thing. */
export type Agreement<Value> =
  | { readonly kind: "nobody" }
  | { readonly kind: "differ" }
  | { readonly kind: "same"; readonly value: Value };

/** @param values - of each screen; none when no screen is chosen. */
export function agreementOf<Value>(values: readonly Value[]): Agreement<Value> {
  const [first, ...others] = values;
  if (first === undefined) return { kind: "nobody" };
  const text = canonicalText(first);
  return others.every((value) => canonicalText(value) === text) ? { kind: "same", value: first } : { kind: "differ" };
}
