import { CloseOutlined, FilterOutlined, WarningOutlined } from "@ant-design/icons";
import { formatFilter } from "#data/layers/filter.ts";
import { DAY_MS, formatLocalDay, parseLocalTime } from "#data/snapshot/local-time.ts";
import { FILTER_WORDS } from "../../messages/filters.ts";
import { useWords } from "../../messages/words.ts";
import type { Ledger } from "../../state/ledgers.ts";
import { describeCondition, describeRest, fieldTitle } from "./condition-words.ts";
import { withCondition } from "./conditions.ts";
import { formFields } from "./form-fields.ts";
import { clearTime, setFilter, setForm } from "./layer-changes.ts";
import styles from "./layers.module.css";
import type { LayerRows } from "./use-layer-rows.ts";
import { useWording } from "./use-wording.ts";

/** What hides features of a layer, each with a way to clear it. Nothing where nothing hides any. */
export function FilterChips({ ledger: { definition }, layer }: { ledger: Ledger; layer: LayerRows }) {
  const words = useWords(FILTER_WORDS);
  const wording = useWording();
  const { form, time, problem } = layer;
  if (layer.text === "" && !time) return null;
  return (
    <ul className={styles.chips} aria-label={words.filter}>
      {problem && <Chip text={words.brokenFilter} isProblem onClear={() => setFilter(definition.id, "")} />}
      {formFields(definition).map((field) => {
        const condition = form.conditions[field.property];
        return (
          condition && (
            <Chip
              key={field.property}
              text={`${fieldTitle(field, wording)}: ${describeCondition(field, condition, wording)}`}
              onClear={() => setForm(definition, withCondition(form, field.property, null))}
            />
          )
        );
      })}
      {describeRest(form).map((text) => (
        <Chip
          key={text}
          text={text}
          hint={words.otherHint}
          onClear={() =>
            setForm(definition, { ...form, rest: form.rest.filter((part) => formatFilter(part) !== text) })
          }
        />
      ))}
      {time && <Chip text={`${words.timeWindow}: ${time.from ?? ""} – ${lastDay(time.to)}`} onClear={clearTime} />}
    </ul>
  );
}

/** A window ends before its last day; people name the last day within. */
const lastDay = (end: string | null): string => (end === null ? "" : formatLocalDay(parseLocalTime(end) - DAY_MS));

function Chip(props: { text: string; hint?: string; isProblem?: boolean; onClear: () => void }) {
  const words = useWords(FILTER_WORDS);
  return (
    <li className={props.isProblem ? styles.brokenChip : styles.chip}>
      {props.isProblem ? <WarningOutlined aria-hidden="true" /> : <FilterOutlined aria-hidden="true" />}
      <span className={styles.chipText} title={props.hint ? `${props.text}\n${props.hint}` : props.text}>
        {props.text}
      </span>
      <button type="button" className={styles.clear} aria-label={words.clear(props.text)} onClick={props.onClear}>
        <CloseOutlined aria-hidden="true" />
      </button>
    </li>
  );
}
