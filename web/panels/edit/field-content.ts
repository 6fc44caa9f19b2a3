import { checkAttribute, type ProblemReason } from "#data/layers/check-feature.ts";
import type { Substance } from "#data/layers/define.ts";
import type { AttributeValue } from "#data/layers/feature.ts";
import { formatStake, parseStake } from "#data/snapshot/stake.ts";
import type { FieldContent, SubstanceLine } from "../../state/editing.ts";
import { MASK } from "../detail/value-text.ts";
import type { EditField } from "./edit-fields.ts";

/** Why a field cannot be saved as it stands. */
export interface FieldProblem {
  readonly reason: ProblemReason;
  readonly allowed: string | null;
}

/** A value of the record as it stands in the form. A masked one stands as nothing: it can only be replaced. */
export function contentOf({ id, attribute }: EditField, value: AttributeValue): FieldContent {
  switch (attribute.type) {
    case "code":
    case "boolean":
      return typeof value === "boolean" || typeof value === "string" ? value : null;
    case "substances":
      return Array.isArray(value) ? (value as readonly Substance[]).map(lineOf) : [];
    case "integer":
    case "number":
      if (value === null) return "";
      return isStake(id) && Number.isInteger(value) ? formatStake(Number(value)) : String(value);
    case "text":
    case "date":
    case "datetime":
      return value === null || (attribute.personal && value === MASK) ? "" : String(value);
  }
}

/** What the content of a field means, or why it means nothing. */
export function readContent(field: EditField, content: FieldContent): { value: AttributeValue } | FieldProblem {
  const { id, attribute } = field;
  const value = parse(field, content);
  if (value === null) return attribute.required ? { reason: "required", allowed: null } : { value: null };
  const [problem] = checkAttribute(id, attribute, value);
  return problem ? { reason: problem.reason, allowed: problem.allowed } : { value };
}

/** Whether two values say the same; a list of substances whatever the order of its keys. */
export const isSameValue = (a: AttributeValue, b: AttributeValue): boolean =>
  JSON.stringify(plain(a)) === JSON.stringify(plain(b));

const plain = (value: AttributeValue): unknown =>
  Array.isArray(value)
    ? (value as readonly Substance[]).map(({ name, cas = "", tonnes }) => [name, cas, tonnes])
    : value;

/** What cannot be parsed stays text, so that the check refuses it for what it is. */
function parse({ id, attribute }: EditField, content: FieldContent): AttributeValue {
  if (Array.isArray(content)) return substancesOf(content as readonly SubstanceLine[]);
  if (typeof content !== "string") return content as boolean | null;
  const text = content.trim();
  if (text === "") return null;
  if (attribute.type !== "integer" && attribute.type !== "number") return text;
  return (isStake(id) ? parseStake(text) : null) ?? parseNumber(text) ?? text;
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)$/;

/** Digits of any width. A comma is no decimal point here and no separator there: it is refused rather than guessed. */
function parseNumber(text: string): number | null {
  const plainText = text.normalize("NFKC").trim();
  return NUMBER.test(plainText) ? Number(plainText) : null;
}

/** Lines that say nothing are passed over; a line that says half of it is refused by the check. */
function substancesOf(lines: readonly SubstanceLine[]): AttributeValue {
  const substances = lines
    .filter(({ name, cas, tonnes }) => `${name}${cas}${tonnes}`.trim() !== "")
    .map(({ name, cas, tonnes }) => ({
      name: name.trim(),
      ...(cas.trim() !== "" && { cas: cas.trim() }),
      tonnes: parseNumber(tonnes) ?? Number.NaN,
    }));
  return substances.length > 0 ? substances : null;
}

const lineOf = ({ name, cas = "", tonnes }: Substance): SubstanceLine => ({ name, cas, tonnes: String(tonnes) });

/** Stakes are metres in the record and `K12+300` to people. */
const isStake = (id: string): boolean => /stakeM$/i.test(id);
