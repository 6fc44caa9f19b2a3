import fc from "fast-check";
import type { LayerDefinition } from "#data/layers/define.ts";
import type { Comparison, Filter, FilterLiteral } from "#data/layers/filter.ts";
import { type FilterKind, filterProperties, findFilterKind } from "#data/layers/filter-properties.ts";

const COMPARISONS: readonly Comparison[] = ["=", "<>", "<", "<=", ">", ">="];

/** Few distinct values, so that comparisons are often true. */
export const someDays = fc
  .integer({ min: 0, max: 40 })
  .map((n) => new Date(1.7e12 + n * 864e5).toISOString().slice(0, 10));
export const someMinutes = fc
  .tuple(someDays, fc.constantFrom("00:00", "07:05", "23:59"))
  .map(([day, time]) => `${day}T${time}`);
export const someNumbers = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom(0.5, 2.25, 1e-7, -3, 123456.789));
export const someTexts = fc.oneof(
  fc.constantFrom("a", "ab", "B", "科尔沁路", "科尔沁", "O'Brien", "100%", "a_b", "\\", "𠮷野", "ﬀ"),
  fc.string({ maxLength: 3, unit: "binary" }).map((text) => text.replaceAll("\0", "")),
);
const somePatterns = fc
  .array(fc.constantFrom("a", "b", "科", "沁", "%", "_", "\\%", "\\_", "\\\\", "'", "\\a"), { maxLength: 4 })
  .map((parts) => parts.join(""));

function literals(layer: LayerDefinition, property: string, kind: FilterKind): fc.Arbitrary<FilterLiteral> {
  const attribute = layer.attributes[property];
  if (attribute?.type === "code") return fc.constantFrom(...attribute.values.map((value) => value.code));
  if (kind === "number") return someNumbers;
  if (kind === "boolean") return fc.boolean();
  const days = someDays.map((date) => ({ date }));
  if (kind === "days") return days;
  if (kind === "minutes")
    return fc.oneof(
      days,
      someMinutes.map((timestamp) => ({ timestamp })),
    );
  return someTexts;
}

/** Any filter that the layer accepts. */
export function filtersOf(layer: LayerDefinition): fc.Arbitrary<Filter> {
  const predicates = filterProperties(layer).map((name): fc.Arbitrary<Filter> => {
    const kind = findFilterKind(layer, name)!;
    const property = { property: name };
    const absent = fc.constant<Filter>({ op: "isNull", args: [property] });
    if (kind === "list") return absent;
    const value = literals(layer, name, kind);
    const choices: fc.Arbitrary<Filter>[] = [
      absent,
      fc
        .tuple(
          fc.constantFrom(...(kind === "code" || kind === "boolean" ? COMPARISONS.slice(0, 2) : COMPARISONS)),
          value,
        )
        .map(([op, literal]): Filter => ({ op, args: [property, literal] })),
      fc.array(value, { minLength: 1, maxLength: 4 }).map((values): Filter => ({ op: "in", args: [property, values] })),
    ];
    if (kind !== "code" && kind !== "boolean")
      choices.push(fc.tuple(value, value).map(([from, to]): Filter => ({ op: "between", args: [property, from, to] })));
    if (kind === "text")
      choices.push(somePatterns.map((pattern): Filter => ({ op: "like", args: [property, pattern] })));
    return fc.oneof(...choices);
  });
  return fc.letrec<{ filter: Filter }>((tie) => ({
    filter: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.oneof(...predicates),
      tie("filter").map((filter): Filter => ({ op: "not", args: [filter] })),
      fc
        .tuple(fc.constantFrom("and" as const, "or" as const), fc.array(tie("filter"), { minLength: 2, maxLength: 3 }))
        .map(([op, args]): Filter => ({ op, args })),
    ),
  })).filter;
}
