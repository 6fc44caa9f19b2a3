import { CloseOutlined, DownOutlined, RightOutlined } from "@ant-design/icons";
import { type ReactNode, useId, useState } from "react";
import { FILTER_WORDS } from "../../messages/filters.ts";
import { useWords } from "../../messages/words.ts";
import type { Ledger } from "../../state/ledgers.ts";
import { describeCondition, fieldTitle } from "./condition-words.ts";
import { type Condition, withCondition } from "./conditions.ts";
import { ContainsField } from "./contains-field.tsx";
import { DaysField } from "./days-field.tsx";
import styles from "./details.module.css";
import { type FormField, formFields } from "./form-fields.ts";
import { setForm } from "./layer-changes.ts";
import { RangeField } from "./range-field.tsx";
import type { LayerRows } from "./use-layer-rows.ts";
import { useWording } from "./use-wording.ts";
import { ValuesField } from "./values-field.tsx";

/** What a field's control is given: its condition, and how to set another. */
export interface FieldProps<Kind extends Condition["control"]> {
  readonly ledger: Ledger;
  readonly layer: LayerRows;
  readonly field: FormField;
  readonly condition: Extract<Condition, { control: Kind }> | null;
  readonly onChange: (condition: Extract<Condition, { control: Kind }>) => void;
}

/** One line per property, which opens to its control. Closed lines count nothing. */
export function FilterForm({ ledger, layer }: { ledger: Ledger; layer: LayerRows }) {
  return (
    <ul className={styles.fields}>
      {formFields(ledger.definition).map((field) => (
        <Field key={field.property} ledger={ledger} layer={layer} field={field} />
      ))}
    </ul>
  );
}

function Field({ ledger, layer, field }: { ledger: Ledger; layer: LayerRows; field: FormField }) {
  const words = useWords(FILTER_WORDS);
  const wording = useWording();
  const [open, setOpen] = useState(false);
  const control = useId();
  const condition = layer.form.conditions[field.property] ?? null;
  const title = fieldTitle(field, wording);
  const set = (next: Condition | null) => setForm(ledger.definition, withCondition(layer.form, field.property, next));
  return (
    <li className={styles.field}>
      <div className={styles.fieldHead}>
        <button
          type="button"
          className={styles.fieldName}
          aria-expanded={open}
          aria-controls={control}
          onClick={() => setOpen(!open)}
        >
          {open ? <DownOutlined aria-hidden="true" /> : <RightOutlined aria-hidden="true" />}
          <span>{title}</span>
          {condition && <span className={styles.summary}>{describeCondition(field, condition, wording)}</span>}
        </button>
        {condition && (
          <button type="button" className={styles.clear} aria-label={words.clear(title)} onClick={() => set(null)}>
            <CloseOutlined aria-hidden="true" />
          </button>
        )}
      </div>
      <div id={control}>
        {open && (
          <fieldset className={styles.control} aria-label={title}>
            {controlOf({ ledger, layer, field }, condition, set)}
          </fieldset>
        )}
      </div>
    </li>
  );
}

function controlOf(
  given: Pick<FieldProps<"values">, "ledger" | "layer" | "field">,
  condition: Condition | null,
  onChange: (condition: Condition) => void,
): ReactNode {
  switch (given.field.control) {
    case "values":
      return <ValuesField {...given} condition={narrow(condition, "values")} onChange={onChange} />;
    case "range":
      return <RangeField {...given} condition={narrow(condition, "range")} onChange={onChange} />;
    case "days":
      return <DaysField {...given} condition={narrow(condition, "days")} onChange={onChange} />;
    case "contains":
      return <ContainsField {...given} condition={narrow(condition, "contains")} onChange={onChange} />;
  }
}

const narrow = <Kind extends Condition["control"]>(condition: Condition | null, kind: Kind) =>
  condition?.control === kind ? (condition as Extract<Condition, { control: Kind }>) : null;
