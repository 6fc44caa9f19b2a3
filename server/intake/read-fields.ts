import { MAX_NAME_LENGTH } from "#data/layers/check-feature.ts";
import type { AttributeValue } from "#data/layers/feature.ts";
import type { SourceRow } from "./formats/delivery.ts";
import { columnNameOf } from "./mapping.ts";
import { readDate } from "./read-date.ts";
import { parseNumber } from "./read-number.ts";
import { readValue } from "./read-value.ts";
import type { Reading, RowDraft, Say } from "./reading.ts";
import type { Remark } from "./remark.ts";
import type { Plan } from "./row-plan.ts";

/** The layer's own fields. One that cannot be read is left out and said. */
export function readAttributes(
  { fields }: SourceRow,
  { dateOrder, layer }: Reading,
  plan: Plan,
  say: Say,
): Record<string, AttributeValue> {
  const attributes: Record<string, AttributeValue> = {};
  for (const { id, attribute, field, column, only } of plan.attributes) {
    const delivered = field(fields);
    if (delivered === undefined) continue;
    if (delivered === null) {
      attributes[id] = null;
      continue;
    }
    const read = readValue(id, attribute, delivered, dateOrder);
    const value = attribute.personal ? null : textOf(delivered);
    if ("value" in read) {
      attributes[id] = read.value;
      if (id === layer.time && typeof read.value === "string" && read.value.slice(0, 10) > plan.today)
        say("suspicion", "future-date", { column, value, allowed: `≤ ${plan.today}` });
      continue;
    }
    const mended = attribute.personal || only === null ? undefined : read.fix;
    const fix = mended ? { kind: mended.kind, edits: { [only!]: mended.text } } : null;
    say("notice", read.reason, { column, value, allowed: read.allowed, fix });
  }
  return attributes;
}

type Standard = Pick<RowDraft, "name" | "positionErrorM" | "districtCode" | "source" | "observedOn">;

/** The fields that every layer has. */
export function readStandard({ fields }: SourceRow, reading: Reading, plan: Plan, say: Say): Standard {
  const { mapping, dateOrder } = reading;
  const standard: { -readonly [Key in keyof Standard]: Standard[Key] } = {};
  const about = (target: string, value: unknown, allowed: string | null = null): Partial<Remark> => ({
    column: columnNameOf(mapping, target),
    value: textOf(value),
    allowed,
  });
  const name = plan.field.name?.(fields) ?? null;
  if (name !== null) {
    standard.name = textOf(name).trim();
    if (standard.name.length > MAX_NAME_LENGTH) say("refusal", "too-long", about("name", name, `≤ ${MAX_NAME_LENGTH}`));
  }
  const source = plan.field.source?.(fields) ?? null;
  if (source !== null) standard.source = textOf(source).trim();
  const district = plan.field.districtCode?.(fields);
  if (district !== undefined) standard.districtCode = district === null ? null : textOf(district).trim();
  const error = plan.field.positionErrorM?.(fields);
  if (error === null) standard.positionErrorM = null;
  else if (error !== undefined) {
    const read = parseNumber(textOf(error), "m");
    if (!("number" in read)) say("notice", read.reason, about("positionErrorM", error, "≥ 0 m"));
    else if (read.number < 0) say("notice", "out-of-range", about("positionErrorM", error, "≥ 0 m"));
    else standard.positionErrorM = read.number;
  }
  const observed = plan.field.observedOn?.(fields);
  if (observed === null) standard.observedOn = null;
  else if (observed !== undefined) {
    const read = readDate(textOf(observed), dateOrder);
    if ("reason" in read) say("notice", read.reason, about("observedOn", observed, "YYYY-MM-DD"));
    else {
      standard.observedOn = read.time.slice(0, 10);
      if (standard.observedOn > plan.today)
        say("suspicion", "future-date", about("observedOn", observed, `≤ ${plan.today}`));
    }
  }
  return standard;
}

const textOf = (value: unknown): string => (typeof value === "object" ? JSON.stringify(value) : String(value));
