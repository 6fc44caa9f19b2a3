import type { DraftFacts, DraftPreview } from "./draft.ts";
import type { ImportReport } from "./import-report.ts";
import { REMARK_SENTENCES, type Remark } from "./remark.ts";

export interface DescribeOptions {
  readonly preview: DraftPreview;
  readonly facts: DraftFacts;
  readonly dryRun: boolean;
}

/** How many remarks of a kind the screen shows; the report has all. */
const SHOWN = 10;

/** A report as the person at the shell reads it. */
export function describeReport(report: ImportReport, { preview, facts, dryRun }: DescribeOptions): string {
  const { refused, suspicious, emptied, mended, noticed, passedOver, merged, encoding } = report;
  const mapping = Object.entries(preview.mapping).map(([field, columns]) => `${field} ← ${columns.join(" or ")}`);
  return [
    `${report.file}: ${report.rows} rows of ${report.format}, ${encoding ? `${encoding}, ` : ""}${report.datum}`,
    `  ${mapping.join("; ")}`,
    ...(report.ignoredColumns.length > 0 ? [`  not used: ${report.ignoredColumns.join(", ")}`] : []),
    ...noticesOf(facts, preview),
    ...datumLines(preview),
    ...(passedOver > 0 ? [`  ${passedOver} rows passed over: not what --where asks for`] : []),
    ...(merged > 0 ? [`  ${merged} rows merged into the feature of an earlier row`] : []),
    ...list(`${rowsOf(refused)} rows refused`, refused.map(describeRemark)),
    ...list(
      `${report.counts.suspicious} rows are suspicious and stay out (--accept-suspicious lets them in)`,
      suspicious.map(describeRemark),
    ),
    ...list(`${emptied.length} values left out, their rows are in`, describeAlike(emptied)),
    ...list(`${mended.length} shapes mended`, mended.map(describeRemark)),
    ...list(`${noticed.length} more things noticed`, describeAlike(noticed)),
    outcomeOf(report, dryRun),
  ].join("\n");
}

const rowsOf = (remarks: readonly Remark[]): number => new Set(remarks.map(({ row }) => row)).size;

function noticesOf({ notices, tables, encoding, before }: DraftFacts, { table, elsewhereKm }: DraftPreview): string[] {
  const own = tables.find(({ name }) => name === table)?.notices ?? [];
  const guessed =
    encoding?.sure === "guess" ? [`the encoding is guessed; it may be ${encoding.others.join(" or ")}`] : [];
  const said = [...notices, ...own].map(
    ({ code, detail }) => `${code.replaceAll("-", " ")}${detail ? `: ${detail}` : ""}`,
  );
  const came = before ? [`the same file came in on ${before.at.slice(0, 10)} (import ${before.importId})`] : [];
  const away = elsewhereKm === null ? [] : [`the file is about a place ${elsewhereKm} km from the zone`];
  return [...guessed, ...said, ...came, ...away].map((line) => `  note: ${line}`);
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function datumLines({ datum: { id, from, evidence } }: DraftPreview): string[] {
  if (evidence.verdict === "fits") return [`  datum ${id} fits what is on the map`];
  if (evidence.verdict === "cannot-tell")
    return [`  datum ${id} (${from}): nothing on the map speaks for or against it`];
  const lines = evidence.candidates
    .slice(0, 5)
    .map(
      ({ datum, fitM, onMap, inZone }) =>
        `    ${datum}: ${fitM === null ? "" : `median ${fitM.toFixed(1)} m from a building or road, `}${percent(onMap)} on the map, ${percent(inZone)} in the zone`,
    );
  return [`  datum ${id} (${from}) does not fit what is on the map:`, ...lines];
}

/** Why nothing was written, and what to say. */
export function describeDatum(preview: DraftPreview): string {
  const { id, evidence } = preview.datum;
  const better = evidence.suggested ?? "NAME";
  const insist = evidence.verdict === "contradiction" ? "" : `, or --datum ${id} to insist`;
  return [
    "Nothing was written: the coordinates speak against the datum.",
    ...datumLines(preview),
    `Say which it is: --datum ${better}${insist}.`,
  ].join("\n");
}

function outcomeOf(
  { accepted, rows, layer, added, changed, unchanged, revision }: ImportReport,
  dryRun: boolean,
): string {
  if (accepted === 0) return `None of ${rows} rows can come in; nothing was written.`;
  if (dryRun)
    return `Dry run: ${accepted} features of ${rows} rows would come in (${added} new, ${changed} changed, ${unchanged} as they are); nothing was written.`;
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
    const alike = groups.get(key);
    if (alike) alike.push(remark);
    else groups.set(key, [remark]);
  }
  return [...groups.values()]
    .sort((a, b) => b.length - a.length)
    .map(([first, ...others]) =>
      others.length === 0
        ? describeRemark(first!)
        : `${others.length + 1} rows from row ${first!.row}${first!.column ? `, ${first!.column}` : ""}: ${finding(first!)}`,
    );
}

function finding(remark: Remark): string {
  const { value, reason, detail, fix } = remark;
  const allowed = allowedIn(remark);
  const told = `${value === null ? "" : `${value} `}${REMARK_SENTENCES[reason]}${detail ? ` (${detail})` : ""}`;
  const mend = fix ? `; --fix ${fix.kind}${fixedTo(fix.edits)}` : "";
  return `${told}${allowed ? `; allowed: ${allowed}` : ""}${mend}`;
}

/** Of a number only its unit is said. */
const allowedIn = ({ reason, allowed }: Remark): string | null =>
  reason !== "not-a-number" ? allowed : allowed === null ? "a number" : `a number of ${allowed}`;

const fixedTo = (edits: Readonly<Record<string, string>>): string => {
  const cells = Object.entries(edits).map(([column, text]) => `${column} = ${text}`);
  return cells.length > 0 ? ` would make it ${cells.join(", ")}` : "";
};

function list(heading: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const rest = lines.length - SHOWN;
  const more = rest > 0 ? [`    … and ${rest} more, all in --report`] : [];
  return [`  ${heading}`, ...lines.slice(0, SHOWN).map((line) => `    ${line}`), ...more];
}
