import { PLANNING_WORDS } from "../../../messages/planning.ts";
import { USE_WORDS } from "../../../messages/planning-use.ts";
import { useWords } from "../../../messages/words.ts";
import { metres } from "../../../ui/quantities.ts";
import { VerdictMark } from "../verdict-mark.tsx";
import styles from "./check.module.css";
import { pickVariant, type Variant } from "./variants.ts";

/** All variants with their verdicts and the distances that decide, side by side. */
export function VariantTable(props: {
  list: readonly Variant[];
  current: string;
  nameOf: (name: string, at: number) => string;
}) {
  const words = useWords(PLANNING_WORDS).check;
  const uses = useWords(USE_WORDS);
  const { columns } = words;
  return (
    <>
      <table className={styles.compare} aria-label={words.compare}>
        <thead>
          <tr>
            {[columns.name, columns.use, columns.verdict, columns.counts, columns.worst, columns.narrowest].map(
              (title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {props.list.map(({ id, draft, checked }, at) => (
            <tr key={id} aria-current={id === props.current}>
              <th scope="row">
                <button type="button" className={styles.tab} onClick={() => pickVariant(id)}>
                  <span>{props.nameOf(draft.name, at)}</span>
                </button>
              </th>
              <td>{uses.kinds[draft.kind]}</td>
              <td>{checked ? <VerdictMark verdict={checked.verdict} isLong /> : words.notChecked}</td>
              <td className={styles.number}>
                {checked &&
                  [checked.counts["too-near"], checked.counts["cannot-tell"], checked.counts.clear].join(" / ")}
              </td>
              <td className={styles.number}>
                {checked && (checked.shortfallM === null ? "—" : metres(checked.shortfallM))}
              </td>
              <td className={styles.number}>{checked && (checked.marginM === null ? "—" : metres(checked.marginM))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.soft}>{words.kept}</p>
    </>
  );
}
