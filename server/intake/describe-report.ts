import type { LoadReport } from "./load-file.ts";
import type { Remark } from "./draft-remark.ts";

/** How many remarks of a kind the screen shows; the report has all. */
const SHOWN = 10;

/** A report as the person at the shell reads it. */
export function describeReport(report: LoadReport, dryRun: boolean): string {
  const { refused, emptied, mended, passedOver, merged } = report;
  const mapping = Object.entries(report.mapping).map(([field, columns]) => `${field} ← ${columns.join(" or ")}`);
  return [
    `${report.file}: ${report.rows} rows of ${report.format}, ${report.encoding}, ${report.datum}`,
    `  ${mapping.join("; ")}`,
    ...(report.ignoredColumns.length > 0 ? [`  not used: ${report.ignoredColumns.join(", ")}`] : []),
    ...(passedOver > 0 ? [`  ${passedOver} rows passed over: not what --where asks for`] : []),
    ...(merged > 0 ? [`  ${merged} rows merged into the feature of an earlier row`] : []),
    ...list(`${refused.length} rows refused`, refused.map(describeRemark)),
    ...list(`${emptied.length} values left out, their rows are in`, describeAlike(emptied)),
    ...list(`${mended.length} shapes mended`, mended.map(describeRemark)),
    outcomeOf(report, dryRun),
  ].join("\n");
}

function outcomeOf(
  { accepted, rows, layer, added, changed, unchanged, revision }: LoadReport,
  dryRun: boolean,
): string {
  if (dryRun) return `Dry run: ${accepted} features of ${rows} rows would come in; nothing was written.`;
  if (added === null || changed === null) return `None of ${rows} rows can come in; nothing was written.`;
  return added + changed === 0
    ? `Nothing to do: all ${unchanged} features are in ${layer} already, exactly as they are here.`
    : `${layer} revision ${revision}: ${added} added, ${changed} changed, ${unchanged} as before.`;
}

function describeRemark(remark: Remark): string {
  const where = [`row ${remark.row}`, remark.code, remark.column].filter((part) => part !== null).join(", ");
  return `${where}: ${finding(remark)}`;
}

/** One line for a value that stands in many rows. */
function describeAlike(remarks: readonly Remark[]): string[] {
  const groups = new Map<string, Remark[]>();
  for (const remark of remarks) {
    const key = JSON.stringify([remark.column, remark.value, remark.reason]);
    groups.set(key, [...(groups.get(key) ?? []), remark]);
  }
  return [...groups.values()]
    .sort((a, b) => b.length - a.length)
    .map(([first, ...others]) =>
      others.length === 0
        ? describeRemark(first!)
        : `${others.length + 1} rows from row ${first!.row}, ${first!.column}: ${finding(first!)}`,
    );
}

const finding = ({ value, reason, allowed }: Remark): string =>
  `${value === null ? "" : `${value} `}${reason}${allowed ? `; allowed: ${allowed}` : ""}`;

function list(heading: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const rest = lines.length - SHOWN;
  const more = rest > 0 ? [`    … and ${rest} more, all in --report`] : [];
  return [`  ${heading}`, ...lines.slice(0, SHOWN).map((line) => `    ${line}`), ...more];
}
