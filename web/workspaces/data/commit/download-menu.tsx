import { DownloadOutlined } from "@ant-design/icons";
import { App, Button, Dropdown } from "antd";
import { useState } from "react";
import { type DraftView, fetchRows, type StagedRowView } from "../../../api.ts";
import { toCsv } from "../../../export/csv.ts";
import { fileStem } from "../../../export/file-name.ts";
import { saveFile } from "../../../export/write-export.ts";
import { DATA_PAGE_WORDS } from "../../../messages/data-page.ts";
import { ROW_WORDS } from "../../../messages/rows.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { previewReport, refusedTable } from "./refused-report.ts";

const PAGE_ROWS = 500;

async function readRefused(id: string): Promise<StagedRowView[]> {
  const rows: StagedRowView[] = [];
  for (;;) {
    const page = await fetchRows(id, { kind: "refused", after: rows.at(-1)?.row ?? 0, limit: PAGE_ROWS });
    rows.push(...page);
    if (page.length < PAGE_ROWS) return rows;
  }
}

/** What was found, to keep or to send back. */
export function DownloadMenu({ draft }: { draft: DraftView }) {
  const words = useWords(ROW_WORDS);
  const { silent } = useWords(DATA_PAGE_WORDS);
  const language = useLanguage();
  const { message } = App.useApp();
  const [isReading, setReading] = useState(false);
  const stem = (what: string) => fileStem([what, draft.fileName], new Date());
  const saveReport = () =>
    saveFile({
      name: `${stem(words.fileReport)}.json`,
      blob: new Blob([JSON.stringify(previewReport(draft), null, 2)], { type: "application/json" }),
    });
  const saveRefused = async () => {
    setReading(true);
    try {
      const csv = toCsv(refusedTable(await readRefused(draft.id), language));
      saveFile({ name: `${stem(words.fileRefused)}.csv`, blob: new Blob([csv], { type: "text/csv;charset=utf-8" }) });
    } catch {
      void message.error(silent);
    } finally {
      setReading(false);
    }
  };
  const items = [
    { key: "report", label: words.downloadReport, onClick: saveReport },
    {
      key: "refused",
      label: words.downloadRefused,
      disabled: (draft.preview?.counts.refused ?? 0) === 0,
      onClick: () => void saveRefused(),
    },
  ];
  return (
    <Dropdown menu={{ items }} trigger={["click"]} disabled={draft.state !== "ready"}>
      <Button icon={<DownloadOutlined aria-hidden />} loading={isReading}>
        {words.download}
      </Button>
    </Dropdown>
  );
}
