import { DownloadOutlined } from "@ant-design/icons";
import { App, Button, Dropdown } from "antd";
import { useState } from "react";
import { EXPORT_WORDS } from "../messages/export.ts";
import { useWords } from "../messages/words.ts";
import { type ExportContent, type ExportFormat, FORMATS, saveFile, writeExport } from "./write-export.ts";
import { toXlsxApart } from "./xlsx-apart.ts";

/** The ledgers changed between question and file: what would be written never was true. */
export class LedgersChanged extends Error {}

/** One button for every export: choose a format, get a file. */
export function ExportButton({ disabled, prepare }: { disabled: boolean; prepare: () => Promise<ExportContent> }) {
  const words = useWords(EXPORT_WORDS);
  const { message } = App.useApp();
  const [isWorking, setWorking] = useState(false);
  const write = async (format: ExportFormat) => {
    setWorking(true);
    try {
      const file = await writeExport(await prepare(), format, toXlsxApart);
      saveFile(file);
      void message.success(words.exported(file.name));
    } catch (error) {
      if (error instanceof LedgersChanged) void message.warning(words.changed);
      else {
        void message.error(words.failed);
        reportError(error);
      }
    } finally {
      setWorking(false);
    }
  };
  const items = FORMATS.map((format) => ({
    key: format,
    label: words.formats[format],
    onClick: () => void write(format),
  }));
  return (
    <Dropdown menu={{ items }} trigger={["click"]} disabled={disabled || isWorking}>
      <Button size="small" icon={<DownloadOutlined aria-hidden />} loading={isWorking}>
        {words.export}
      </Button>
    </Dropdown>
  );
}
