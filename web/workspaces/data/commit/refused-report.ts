import type { DraftView, Remark, StagedRowView } from "../../../api.ts";
import type { Cell, Table } from "../../../export/table.ts";
import { REMARK_WORDS } from "../../../messages/remarks.ts";
import { ROW_WORDS } from "../../../messages/rows.ts";
import type { Language } from "../../../messages/words.ts";
import { fixText } from "../rows/cell-edits.ts";
import { allowedText, detailText } from "../rows/remark-text.ts";

/** Refused rows with what keeps them out, to send back to whoever delivered the file. Remarks hold no personal values. */
export function refusedTable(rows: readonly StagedRowView[], language: Language): Table {
  const { csv, fileRefused } = ROW_WORDS[language];
  const words = REMARK_WORDS[language];
  const line = ({ row, code, column, value, reason, detail, allowed, fix }: Remark): Cell[] => [
    row,
    code,
    column ?? words.wholeRow,
    value,
    words.reasons[reason] ?? reason,
    detailText({ reason, detail }, words),
    allowed && allowedText(allowed, words),
    fix && fixText(fix, words),
  ];
  const keys = ["row", "code", "column", "value", "reason", "detail", "allowed", "fix"] as const;
  return {
    name: fileRefused,
    columns: keys.map((key) => ({ title: csv[key], kind: key === "row" ? "number" : "text" })),
    rows: rows.flatMap(({ remarks }) => remarks.filter(({ severity }) => severity === "refusal").map(line)),
  };
}

/** What a draft is and would do, for the files: without samples, and without what was typed over, which may be personal. */
export function previewReport({ id, fileName, bytes, settings, facts, preview, createdAt, createdBy }: DraftView) {
  const { edits, ...said } = settings;
  const { sample: _, ...found } = preview ?? { sample: null };
  return {
    id,
    fileName,
    bytes,
    createdAt,
    createdBy,
    settings: { ...said, cellsTypedOver: edits.length },
    facts,
    preview: found,
  };
}
