import { DownOutlined, RightOutlined } from "@ant-design/icons";
import { Input } from "antd";
import { useId, useState } from "react";
import type { LayerDefinition } from "#data/layers/define.ts";
import { FilterProblem } from "#data/layers/filter.ts";
import { filterProperties } from "#data/layers/filter-properties.ts";
import { FILTER_WORDS } from "../../messages/filters.ts";
import { useWords } from "../../messages/words.ts";
import { readFilter } from "../../state/selections.ts";
import styles from "./details.module.css";
import { FilterProblemNote } from "./filter-problem-note.tsx";
import { setFilter } from "./layer-changes.ts";
import type { LayerRows } from "./use-layer-rows.ts";

/** The filter as the address has it, for everything that the form cannot say. Open by itself where the form falls short. */
export function FilterText({ definition, layer }: { definition: LayerDefinition; layer: LayerRows }) {
  const words = useWords(FILTER_WORDS);
  const [asked, setAsked] = useState(false);
  const id = useId();
  const open = asked || layer.problem !== null || layer.form.rest.length > 0;
  return (
    <div className={styles.field}>
      <button
        type="button"
        className={styles.fieldName}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setAsked(!open)}
      >
        {open ? <DownOutlined aria-hidden="true" /> : <RightOutlined aria-hidden="true" />}
        <span>{words.asText}</span>
      </button>
      <div id={id}>{open && <Editor definition={definition} text={layer.text} />}</div>
    </div>
  );
}

/** A correct text takes effect as it is typed; a wrong one waits, and the last correct one stays. */
function Editor({ definition, text }: { definition: LayerDefinition; text: string }) {
  const words = useWords(FILTER_WORDS);
  const [draft, setDraft] = useState(text);
  const [applied, setApplied] = useState(text);
  const note = useId();
  if (applied !== text) {
    setApplied(text);
    setDraft(text);
  }
  const read = readFilter(definition, draft);
  const problem = read instanceof FilterProblem ? read : null;
  const change = (typed: string) => {
    setDraft(typed);
    if (readFilter(definition, typed) instanceof FilterProblem) return;
    setApplied(typed.trim() === "" ? "" : typed);
    setFilter(definition.id, typed);
  };
  return (
    <div className={styles.control}>
      <Input.TextArea
        size="small"
        autoSize={{ minRows: 2, maxRows: 8 }}
        spellCheck={false}
        className={styles.text!}
        aria-label={words.textLabel}
        aria-describedby={note}
        aria-invalid={problem !== null}
        status={problem ? "error" : ""}
        placeholder={words.textHint}
        value={draft}
        onChange={({ target }) => change(target.value)}
      />
      <div id={note} aria-live="polite">
        {problem && (
          <FilterProblemNote
            problem={problem}
            text={draft}
            effect={draft === text ? words.ignored : words.notApplied}
          />
        )}
      </div>
      <details className={styles.note}>
        <summary>{words.properties}</summary>
        <code>{filterProperties(definition).join("  ")}</code>
      </details>
    </div>
  );
}
