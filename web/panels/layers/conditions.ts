import type { LayerDefinition } from "#data/layers/define.ts";
import {
  allOf,
  anyOf,
  between,
  compare,
  contains,
  day,
  type Filter,
  type FilterLiteral,
  isNull,
  oneOf,
} from "#data/layers/filter.ts";
import type { PredicateFilter } from "#data/snapshot/predicate.ts";
import { type Control, formFields } from "./form-fields.ts";

/** What the form asks of one property. `unknown`: features without a value take part as well. */
export type Condition =
  | { readonly control: "values"; readonly values: readonly (string | boolean)[]; readonly unknown: boolean }
  | { readonly control: "range"; readonly from: number | null; readonly to: number | null; readonly unknown: boolean }
  | { readonly control: "days"; readonly from: string | null; readonly to: string | null; readonly unknown: boolean }
  | { readonly control: "contains"; readonly part: string };

/** A filter as the form has it: everything holds at once. */
export interface FormFilter {
  readonly conditions: Readonly<Record<string, Condition>>;
  /** What the form has no control for, as the text says it. */
  readonly rest: readonly Filter[];
}

export const NO_FILTER: FormFilter = { conditions: {}, rest: [] };

/** The form's reading of a filter: it takes exactly the same features. */
export function toFormFilter(filter: Filter | null, definition: LayerDefinition): FormFilter {
  if (!filter) return NO_FILTER;
  const controls = new Map(formFields(definition).map(({ property, control }) => [property, control]));
  const conditions: Record<string, Condition> = {};
  const rest: Filter[] = [];
  for (const part of filter.op === "and" ? filter.args : [filter]) {
    const read = readCondition(part, controls);
    const merged = read && mergeConditions(conditions[read.property], read.condition);
    if (merged) conditions[read.property] = merged;
    else rest.push(part);
  }
  return { conditions, rest };
}

/** The filter that a form says, its conditions in the order of its fields; `null` when it asks for nothing. */
export function toFilter({ conditions, rest }: FormFilter, definition: LayerDefinition): Filter | null {
  const parts = formFields(definition).flatMap(({ property }) => {
    const condition = conditions[property];
    const part = condition && formatCondition(property, condition);
    return part ? [part] : [];
  });
  const all = [...parts, ...rest];
  return all.length === 0 ? null : allOf(...all);
}

/** The same form with another condition for one property; one that asks for nothing is left out. */
export function withCondition(form: FormFilter, property: string, condition: Condition | null): FormFilter {
  const { [property]: _, ...others } = form.conditions;
  const asks = condition && formatCondition(property, condition) !== null;
  return { ...form, conditions: asks ? { ...others, [property]: condition } : others };
}

function formatCondition(property: string, condition: Condition): Filter | null {
  if (condition.control === "contains") return condition.part === "" ? null : contains(property, condition.part);
  const known = formatKnown(property, condition);
  const absent = condition.unknown ? isNull(property) : null;
  return known && absent ? anyOf(known, absent) : (known ?? absent);
}

function formatKnown(property: string, condition: Exclude<Condition, { control: "contains" }>): Filter | null {
  if (condition.control === "values") return condition.values.length > 0 ? oneOf(property, condition.values) : null;
  const [from, to] =
    condition.control === "range"
      ? [condition.from, condition.to]
      : [dayOrNull(condition.from), dayOrNull(condition.to)];
  if (from !== null && to !== null) return between(property, from, to);
  if (from !== null) return compare(property, ">=", from);
  return to === null ? null : compare(property, "<=", to);
}

const dayOrNull = (date: string | null): FilterLiteral | null => (date === null ? null : day(date));

interface Reading {
  readonly property: string;
  readonly condition: Condition;
}

function readCondition(filter: Filter, controls: ReadonlyMap<string, Control>): Reading | null {
  switch (filter.op) {
    case "and":
    case "or":
      return filter.op === "or" ? readAlternatives(filter.args, controls) : null;
    case "not":
      return null;
    default: {
      const [{ property }] = filter.args;
      const control = controls.get(property);
      const condition = control && readPredicate(filter, control);
      return condition ? { property, condition } : null;
    }
  }
}

/** Alternatives that are all about the same property, and together still one condition. */
function readAlternatives(args: readonly Filter[], controls: ReadonlyMap<string, Control>): Reading | null {
  let united: Reading | null = null;
  for (const arg of args) {
    const reading = readCondition(arg, controls);
    if (!reading || (united && united.property !== reading.property)) return null;
    const condition: Condition | null = united ? unite(united.condition, reading.condition) : reading.condition;
    if (!condition) return null;
    united = { property: reading.property, condition };
  }
  return united;
}

function readPredicate(filter: PredicateFilter, control: Control): Condition | null {
  if (control === "contains") return readContains(filter);
  if (control === "values") {
    if (filter.op === "isNull") return { control, values: [], unknown: true };
    const values = filter.op === "in" ? filter.args[1] : filter.op === "=" ? [filter.args[1]] : null;
    if (!values?.every((value) => typeof value === "string" || typeof value === "boolean")) return null;
    return { control, values: [...new Set(values)], unknown: false };
  }
  const [from, to] = boundsOf(filter) ?? [undefined, undefined];
  if (from === undefined || to === undefined) return null;
  const unknown = filter.op === "isNull";
  if (control === "range") return isNumber(from) && isNumber(to) ? { control, from, to, unknown } : null;
  const days = { from: readDay(from), to: readDay(to) };
  if (days.from === undefined || days.to === undefined) return null;
  return { control, from: days.from, to: days.to, unknown };
}

/** Both ends included, `null` for an open one; `null` altogether when the predicate is no range. */
function boundsOf(filter: PredicateFilter): readonly [FilterLiteral | null, FilterLiteral | null] | null {
  switch (filter.op) {
    case "between":
      return [filter.args[1], filter.args[2]];
    case "=":
      return [filter.args[1], filter.args[1]];
    case ">=":
      return [filter.args[1], null];
    case "<=":
      return [null, filter.args[1]];
    case "isNull":
      return [null, null];
    default:
      return null;
  }
}

const isNumber = (literal: FilterLiteral | null): literal is number | null =>
  literal === null || typeof literal === "number";

/** A day as its text; `undefined` for a literal that is no day. */
function readDay(literal: FilterLiteral | null): string | null | undefined {
  if (literal === null) return null;
  return typeof literal === "object" && "date" in literal ? literal.date : undefined;
}

/** Only a pattern that the form itself would write: `%`, the part with its wildcards escaped, `%`. */
function readContains(filter: PredicateFilter): Condition | null {
  if (filter.op !== "like") return null;
  const [{ property }, pattern] = filter.args;
  const part = pattern.slice(1, -1).replace(/\\([\\%_])/g, "$1");
  const written = contains(property, part);
  return part !== "" && written.op === "like" && written.args[1] === pattern ? { control: "contains", part } : null;
}

/** Either condition holds: values together, or known ones with the unknown. */
function unite(a: Condition, b: Condition): Condition | null {
  if (a.control === "values" && b.control === "values")
    return {
      control: "values",
      values: [...new Set([...a.values, ...b.values])],
      unknown: a.unknown || b.unknown,
    };
  if (a.control === "contains" || b.control === "contains" || a.control !== b.control) return null;
  if (asksOnlyForUnknown(b)) return { ...a, unknown: true };
  return asksOnlyForUnknown(a) ? { ...b, unknown: true } : null;
}

const asksOnlyForUnknown = (condition: Condition): boolean =>
  (condition.control === "range" || condition.control === "days") &&
  condition.from === null &&
  condition.to === null &&
  condition.unknown;

/** Both conditions hold: only a lower and an upper bound make one condition of the form. */
function mergeConditions(a: Condition | undefined, b: Condition): Condition | null {
  if (!a) return b;
  if (a.control === "range" && b.control === "range") return mergeBounds(a, b);
  if (a.control === "days" && b.control === "days") return mergeBounds(a, b);
  return null;
}

function mergeBounds<Range extends { from: unknown; to: unknown; unknown: boolean }>(a: Range, b: Range): Range | null {
  if (a.unknown || b.unknown) return null;
  const [lower, upper] = a.to === null ? [a, b] : [b, a];
  return lower.to === null && upper.from === null ? { ...lower, to: upper.to } : null;
}
