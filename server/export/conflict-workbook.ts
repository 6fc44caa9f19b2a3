import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findLayer } from "#data/layers/index.ts";
import { localDayOf } from "#data/snapshot/freshness.ts";
import type { Conflict, ConflictFilter, ConflictStatus } from "../conflicts/conflict.ts";
import { bindingRule, shortfallOf } from "../conflicts/facts.ts";
import { localInstant } from "../rules/rule-source.ts";
import { CONFLICT_WORDS, type ConflictColumn } from "./conflict-words.ts";
import { cellXml, columnLetters, rowXml, textCell } from "./sheet-cells.ts";
import type { TableColumn } from "./table-columns.ts";
import { EXPORT_WORDS, type Language } from "./words.ts";
import { CELL_STYLE, SHEET_END, sheetPath, sheetStart, workbookParts } from "./workbook-parts.ts";
import { createZip } from "./zip-file.ts";

export interface ConflictWorkbookOptions {
  readonly filter: ConflictFilter;
  readonly status: ConflictStatus;
  readonly language: Language;
  readonly demo: boolean;
  readonly madeAt: Date;
}

type Cell = string | number | null;

const KINDS: Partial<Record<ConflictColumn, TableColumn["kind"]>> = {
  place: "integer",
  shortfallM: "number",
  people: "integer",
  distanceM: "number",
  uncertaintyM: "number",
  requiredM: "number",
  dueOn: "date",
  decidedAt: "datetime",
  firstSeenAt: "datetime",
  goneAt: "datetime",
  longitude: "number",
  latitude: "number",
};

/** A workbook of two sheets: the list, the most urgent first, and what it was made of. */
export async function writeConflictWorkbook(
  batches: AsyncIterable<readonly Conflict[]>,
  options: ConflictWorkbookOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const folder = await mkdtemp(join(tmpdir(), "zone-risk-map-conflicts-"));
  try {
    const path = join(folder, "conflicts.xlsx");
    await writeInto(path, batches, options);
    return new Uint8Array(await readFile(path));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeInto(path: string, batches: AsyncIterable<readonly Conflict[]>, options: ConflictWorkbookOptions) {
  const { language, madeAt } = options;
  const words = CONFLICT_WORDS[language];
  const columns = (Object.entries(words.columns) as [ConflictColumn, string][]).map(([id, title]) => ({
    id,
    title,
    kind: KINDS[id] ?? ("text" as const),
  }));
  const letters = columns.map((_, i) => columnLetters(i));
  const zip = createZip(path, madeAt);
  for (const [name, text] of workbookParts([words.title, EXPORT_WORDS[language].sheets.facts])) zip.addText(name, text);
  const sheet = zip.begin(sheetPath(1));
  const heading = columns.map(({ title }, i) => textCell(`${letters[i]}1`, title, CELL_STYLE.heading));
  sheet.write(sheetStart(columns.map(widthOf)) + rowXml(1, heading));
  let count = 0;
  for await (const batch of batches) {
    const rows = batch.map((conflict) => {
      const row = ++count + 1;
      const cells = cellsOf(conflict, count, language);
      return rowXml(
        row,
        columns.map(({ id, kind }, i) => cellXml(`${letters[i]}${row}`, cells[id], kind)),
      );
    });
    sheet.write(rows.join(""));
    await sheet.drain();
  }
  sheet.write(SHEET_END);
  sheet.end();
  zip.addText(sheetPath(2), factsSheet(count, options));
  await zip.finish();
}

/** In characters; a Chinese one is as wide as two. */
const widthOf = ({ title }: { readonly title: string }): number =>
  Math.max(
    12,
    [...title].reduce((sum, each) => sum + (each > "\u2e7f" ? 2 : 1), 2),
  );

/** To the centimetre: what is behind it nobody has measured. */
const toCentimetres = (metres: number): number => Math.round(metres * 100) / 100;
const localTime = (instant: string | null): string | null => instant && localInstant(new Date(instant)).slice(0, 16);

function cellsOf(conflict: Conflict, place: number, language: Language): Record<ConflictColumn, Cell> {
  const words = CONFLICT_WORDS[language];
  const { finding, verdict, state, owner, note, dueOn, decidedBy, change } = conflict;
  const { hazard, target, line } = finding;
  const rule = bindingRule(finding);
  const unmet = finding.rules
    .filter((each) => each !== rule && each.verdict !== "clear")
    .map(({ standard, clause, requiredM }) => `${standard} ${clause} (${toCentimetres(requiredM)} m)`);
  const reasons = finding.rules.filter((each) => each.verdict !== "clear").flatMap((each) => each.reasons);
  const said = reasons.map(({ code, values = {} }) => words.reasons[code](values));
  const sureness = rule && (rule.overridden ? "overridden" : rule.confirmed ? "confirmed" : rule.confidence);
  const separator = EXPORT_WORDS[language].and;
  return {
    place,
    verdict: words.verdicts[verdict],
    shortfallM: toCentimetres(shortfallOf(finding)),
    people: finding.people,
    hazardCode: hazard.code,
    hazardName: hazard.name,
    targetLayer: (target.layer !== null && findLayer(target.layer)?.title[language]) || target.layer,
    targetCode: target.code,
    targetName: target.name,
    distanceM: toCentimetres(rule?.measuredM ?? finding.distanceM),
    uncertaintyM: rule && toCentimetres(rule.uncertaintyM),
    requiredM: rule && toCentimetres(rule.requiredM),
    clause: rule && `${rule.standard} ${rule.clause}`,
    strength: rule && words.strengths[rule.strength],
    confidence: sureness && words.confidences[sureness],
    otherRules: [...new Set(unmet)].join(separator),
    reasons: [...new Set(said)].join(separator),
    state: words.states[state],
    owner,
    note,
    dueOn,
    decidedBy,
    decidedAt: localTime(conflict.decidedAt),
    change: change && words.changes[change],
    firstSeenAt: localTime(conflict.firstSeenAt),
    goneAt: localTime(conflict.goneAt),
    longitude: line[0][0],
    latitude: line[0][1],
  };
}

function factsSheet(rows: number, { filter, status, language, demo, madeAt }: ConflictWorkbookOptions): string {
  const words = CONFLICT_WORDS[language];
  const common = EXPORT_WORDS[language];
  const { asOf, since } = filter;
  const revisions = Object.entries(status.revisions).map(
    ([layer, revision]) => `${findLayer(layer)?.title[language] ?? layer} ${revision}`,
  );
  // What the list of an earlier day was made of stands with each conflict's own history.
  const present: [string, string][] = asOf
    ? [[words.facts.asOf, localDayOf(asOf)]]
    : [
        [words.facts.ranAt, localTime(status.ranAt) ?? common.none],
        [words.facts.revisions, revisions.join(common.and) || common.none],
        [words.facts.ruleEdition, status.ruleEdition ?? common.none],
        ...(status.pending ? [[words.facts.pending, words.pending] as [string, string]] : []),
      ];
  const lines: [string, string][] = [
    [common.item, common.content],
    [words.facts.rows, String(rows)],
    ...(since ? [[words.facts.since, localDayOf(since)] as [string, string]] : []),
    ...present,
    [words.facts.ranking, words.ranking],
    [words.facts.limits, words.limits],
    [common.facts.madeAt, localTime(madeAt.toISOString())!],
    ...(demo ? [[common.facts.demo, common.demo] as [string, string]] : []),
  ];
  const cells = lines.map(([item, content], i) =>
    rowXml(i + 1, [
      textCell(`A${i + 1}`, item, CELL_STYLE.heading),
      textCell(`B${i + 1}`, content, i === 0 ? CELL_STYLE.heading : CELL_STYLE.wrapped),
    ]),
  );
  return sheetStart([18, 90]) + cells.join("") + SHEET_END;
}
