import { Tag } from "antd";
import { DATUM_WORDS } from "../../../messages/datum.ts";
import { useWords } from "../../../messages/words.ts";
import { metres } from "../../../ui/quantities.ts";
import styles from "./datum.module.css";
import type { DatumChoice } from "./datum-choices.ts";
import { datumName } from "./datum-name.ts";

const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** Each datum with how well the places fit under it, to choose from. */
export function EvidenceTable(props: {
  choices: readonly DatumChoice[];
  stated: string;
  suggested: string | null;
  chosen: string | null;
  disabled: boolean;
  onChoose: (datum: string) => void;
}) {
  const { choices, stated, suggested, chosen, disabled, onChoose } = props;
  const words = useWords(DATUM_WORDS);
  return (
    <table className={styles.table} aria-label={words.choose}>
      <thead>
        <tr>
          <th scope="col">{words.columns.datum}</th>
          {(["distance", "onMap", "inZone"] as const).map((column) => (
            <th key={column} scope="col" title={words.columnHints[column]} className={styles.number}>
              {words.columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {choices.map(({ datum, candidate }) => (
          <tr key={datum} data-chosen={chosen === datum}>
            <td>
              <label className={styles.choice}>
                <input
                  type="radio"
                  name="datum"
                  value={datum}
                  checked={chosen === datum}
                  disabled={disabled}
                  onChange={() => onChoose(datum)}
                />
                <span>
                  {datumName(datum, words)} {datum === stated && <Tag>{words.stated}</Tag>}
                  {datum === suggested && <Tag color="success">✓ {words.suggested}</Tag>}
                </span>
              </label>
            </td>
            {candidate?.plausible === false ? (
              <td colSpan={3} className={styles.number}>
                {words.implausible}
              </td>
            ) : (
              <>
                <td className={styles.number}>{candidate?.fitM == null ? "–" : metres(candidate.fitM)}</td>
                <td className={styles.number}>{candidate?.fitM == null ? "–" : percent(candidate.onMap)}</td>
                <td className={styles.number}>{candidate ? percent(candidate.inZone) : "–"}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
