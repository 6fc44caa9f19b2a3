import type { ImportReport, Remark } from "../../../api.ts";
import { DATA_PAGE_WORDS } from "../../../messages/data-page.ts";
import { REMARK_WORDS } from "../../../messages/remarks.ts";
import { ROW_WORDS } from "../../../messages/rows.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { allowedText, detailText } from "../rows/remark-text.ts";
import styles from "./imports.module.css";

const SHOWN = 100;

/** Row by row where something was the matter, as the import keeps it. */
export function ReportRemarks({ report }: { report: ImportReport }) {
  const words = useWords(DATA_PAGE_WORDS).imports;
  return (
    <>
      {(["refused", "suspicious", "emptied", "mended", "noticed"] as const).map(
        (kind) =>
          report[kind].length > 0 && (
            <details key={kind} className={styles.remarks} open={kind === "refused"}>
              <summary>
                {words.remarks[kind]} ({report[kind].length})
              </summary>
              <RemarkTable remarks={report[kind].slice(0, SHOWN)} />
              {report[kind].length > SHOWN && <p>{words.remarksMore(report[kind].length - SHOWN)}</p>}
            </details>
          ),
      )}
    </>
  );
}

function RemarkTable({ remarks }: { remarks: readonly Remark[] }) {
  const { csv } = useWords(ROW_WORDS);
  const words = useWords(REMARK_WORDS);
  const language = useLanguage();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {(["row", "code", "column", "value", "reason", "allowed"] as const).map((column) => (
            <th key={column} scope="col">
              {csv[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {remarks.map(({ row, code, column, value, reason, detail, allowed }) => (
          <tr key={`${row} ${column} ${reason}`}>
            <td>{formatNumber(row, language)}</td>
            <td>{code}</td>
            <td>{column ?? words.wholeRow}</td>
            <td>{value}</td>
            <td>
              {words.reasons[reason] ?? reason}
              {detail !== null && ` (${detailText({ reason, detail }, words)})`}
            </td>
            <td>{allowed !== null && allowedText(allowed, words)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
