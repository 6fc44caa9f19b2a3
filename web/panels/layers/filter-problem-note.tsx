import { WarningOutlined } from "@ant-design/icons";
import type { FilterProblem } from "#data/layers/filter.ts";
import { FILTER_WORDS } from "../../messages/filters.ts";
import { useWords } from "../../messages/words.ts";
import styles from "./details.module.css";

/** What is around the place of a mistake. */
const AROUND = 14;

/** The name, number, quoted text or sign at which the reading stopped. */
const WORD = /^(?:[\p{L}\p{N}_.]+|'[^']*'?|.)/u;

/** More suggestions than this nobody reads; the likeliest come first. */
const SUGGESTED = 8;

/** What is wrong with a filter text, where, and what would be right there. */
export function FilterProblemNote(props: { problem: FilterProblem; text: string; effect: string }) {
  const words = useWords(FILTER_WORDS);
  const { code, position, allowed } = props.problem;
  const before = props.text.slice(Math.max(0, position - AROUND), position);
  const [wrong = " "] = WORD.exec(props.text.slice(position)) ?? [];
  const after = props.text.slice(position + wrong.length, position + wrong.length + AROUND);
  const suggestions = allowed.slice(0, SUGGESTED).map((token) => words.tokens[token] ?? token);
  return (
    <div className={styles.problem}>
      <p>
        <WarningOutlined aria-hidden="true" /> {words.problem[code]} ({words.position(position + 1)})
      </p>
      <p>
        <code>
          {position > AROUND && "…"}
          {before}
          <mark>{wrong}</mark>
          {after}
        </code>
      </p>
      {suggestions.length > 0 && (
        <p>
          {words.allowed}
          <code>{suggestions.join("  ")}</code>
          {allowed.length > SUGGESTED && " …"}
        </p>
      )}
      <p>{props.effect}</p>
    </div>
  );
}
