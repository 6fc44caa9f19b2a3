import type { ImportReport } from "../../../api.ts";

/** An import of an earlier version of the product kept another report, or none: then only its counts are shown. */
export function toReport(report: unknown): ImportReport | null {
  const given = report as Partial<ImportReport> | null;
  const lists = [
    given?.refused,
    given?.suspicious,
    given?.emptied,
    given?.mended,
    given?.noticed,
    given?.ignoredColumns,
  ];
  const isWhole = lists.every(Array.isArray) && given?.counts !== undefined && given.mapping !== undefined;
  return isWhole ? (given as ImportReport) : null;
}
