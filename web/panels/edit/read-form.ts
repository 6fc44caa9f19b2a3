import type { Geometry } from "geojson";
import type { AttributeValue } from "#data/layers/feature.ts";
import type { FeatureAnswer } from "../../api.ts";
import type { EditSession } from "../../state/editing.ts";
import type { EditField } from "./edit-fields.ts";
import { type FieldProblem, isSameValue, readContent } from "./field-content.ts";

/** One field that the person changes. */
export interface FieldChange {
  readonly field: EditField;
  readonly from: AttributeValue;
  readonly to: AttributeValue;
}

/** What a form says, and what keeps it from being saved. */
export interface ReadForm {
  readonly changes: readonly FieldChange[];
  readonly problems: ReadonlyMap<string, FieldProblem>;
}

/** A property of an answer; what the answer does not have is not known. */
export function answeredValue(answer: FeatureAnswer | null, id: string): AttributeValue {
  const properties = answer?.properties as Readonly<Record<string, AttributeValue>> | undefined;
  const value = properties && Object.hasOwn(properties, id) ? properties[id]! : null;
  return value === "" ? null : value;
}

/**
 * Reads the fields that were touched. What was not is left alone, even where it would not pass: but a new feature has to have
 * everything that is required.
 */
export function readForm(
  fields: readonly EditField[],
  { base, touched }: Pick<EditSession, "base" | "touched">,
): ReadForm {
  const changes: FieldChange[] = [];
  const problems = new Map<string, FieldProblem>();
  for (const field of fields) {
    const content = touched[field.id];
    if (content === undefined) {
      if (!base && field.attribute.required) problems.set(field.id, { reason: "required", allowed: null });
      continue;
    }
    const read = readContent(field, content);
    const from = answeredValue(base, field.id);
    if ("reason" in read) problems.set(field.id, read);
    else if (!isSameValue(from, read.value)) changes.push({ field, from, to: read.value });
  }
  return { changes, problems };
}

/** The properties of a request: only what changes. */
export const toProperties = (changes: readonly FieldChange[]): Record<string, AttributeValue> =>
  Object.fromEntries(changes.map(({ field, to }) => [field.id, to]));

/** One field about which the three states differ. */
export interface Difference {
  readonly field: EditField;
  readonly read: AttributeValue;
  readonly theirs: AttributeValue;
  /** `undefined`: the person has not touched it. */
  readonly mine: AttributeValue | undefined;
}

/** Every field that somebody else changed since it was read, or that the person changes. */
export function differencesOf(
  fields: readonly EditField[],
  base: FeatureAnswer,
  theirs: FeatureAnswer,
  changes: readonly FieldChange[],
): Difference[] {
  return fields.flatMap((field) => {
    const read = answeredValue(base, field.id);
    const now = answeredValue(theirs, field.id);
    const mine = changes.find((change) => change.field.id === field.id)?.to;
    return mine === undefined && isSameValue(read, now) ? [] : [{ field, read, theirs: now, mine }];
  });
}

export const isSamePlace = (a: Geometry, b: Geometry): boolean => JSON.stringify(a) === JSON.stringify(b);
