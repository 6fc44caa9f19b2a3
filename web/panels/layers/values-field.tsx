import { Checkbox } from "antd";
import { FILTER_WORDS } from "../../messages/filters.ts";
import { useLanguage, useWords } from "../../messages/words.ts";
import { formatNumber } from "../../ui/quantities.ts";
import { lookOf, Swatch } from "../../ui/swatch.tsx";
import { valueTitle } from "./condition-words.ts";
import type { ValueCounts } from "./counts.ts";
import styles from "./details.module.css";
import type { FieldProps } from "./filter-form.tsx";
import type { FormField } from "./form-fields.ts";
import { toggleValue } from "./toggle-value.ts";
import { useFieldCounts } from "./use-field-counts.ts";
import { useWording } from "./use-wording.ts";

/** Any of several values, each with how many features it would show; the unknown is one of them. */
export function ValuesField({ ledger, layer, field, condition, onChange }: FieldProps<"values">) {
  const words = useWords(FILTER_WORDS);
  const wording = useWording();
  const counts = useFieldCounts(ledger, layer, field.property);
  const isSymbol = ledger.definition.symbol.by === field.property;
  const choice = (value: string | boolean | null, title: string, count: number, isChosen: boolean) => (
    <Checkbox
      key={String(value)}
      className={styles.choice!}
      checked={isChosen}
      onChange={() => onChange(toggleValue(condition, value))}
    >
      {isSymbol && typeof value !== "boolean" && <Look ledger={ledger} code={value} />}
      <span className={styles.entryTitle}>{title}</span>
      <Tally value={count} />
    </Checkbox>
  );
  return (
    <div className={styles.choices}>
      {valuesOf(field, counts, condition?.values ?? []).map((value) =>
        choice(
          value,
          valueTitle(field, value, wording),
          counts.known.get(value) ?? 0,
          condition?.values.includes(value) ?? false,
        ),
      )}
      {choice(null, words.unknown, counts.unknown, condition?.unknown ?? false)}
    </div>
  );
}

/** The code list in its own order; otherwise the values that there are, and those that are chosen. */
function valuesOf(
  { attribute }: FormField,
  { known }: ValueCounts,
  chosen: readonly (string | boolean)[],
): readonly (string | boolean)[] {
  if (attribute?.type === "code") return attribute.values.map(({ code }) => code);
  if (attribute?.type === "boolean") return [true, false];
  return [...new Set([...known.keys(), ...chosen])].sort();
}

function Look({ ledger, code }: { ledger: FieldProps<"values">["ledger"]; code: string | null }) {
  const look = lookOf(ledger.definition, code);
  return look && <Swatch layer={ledger.definition} look={look} size={16} />;
}

function Tally({ value }: { value: number }) {
  const language = useLanguage();
  return <span className={styles.number}>{formatNumber(value, language)}</span>;
}
