import { classTitle, measureTitle } from "#data/standards/classes.ts";
import type { AppliedRule } from "#data/standards/rule.ts";
import { factSheet, type SheetColumn, sheetOf, workbookBytes } from "../document/workbook.ts";
import type { SignedOpinion } from "../services.ts";
import { spacingOf } from "./opinion.ts";
import { layerText, objectText, opinionFacts, type PairRule, pairRules } from "./opinion-rows.ts";
import { confidenceText, type Language, reasonTexts, verdictText } from "./reason-words.ts";
import { OPINION_WORDS } from "./words.ts";

/** The annex: every pair and rule with every number, the rules in full, and what the file says about itself. */
export function opinionWorkbook(opinion: SignedOpinion, language: Language): Promise<Uint8Array<ArrayBuffer>> {
  const { sheets, item, content } = OPINION_WORDS[language];
  return workbookBytes(
    [
      sheetOf(sheets.findings, pairColumns(language), pairRules(spacingOf(opinion).findings)),
      sheetOf(sheets.rules, ruleColumns(language), opinion.rules.applied),
      factSheet(sheets.facts, [[item, content], ...opinionFacts(opinion, language), ...dataFacts(opinion, language)]),
    ],
    new Date(opinion.at),
  );
}

type Cells<Row> = readonly (readonly [
  title: string,
  kind: SheetColumn<Row>["kind"],
  width: number,
  cellOf: SheetColumn<Row>["cellOf"],
])[];

const columnsOf = <Row>(cells: Cells<Row>): SheetColumn<Row>[] =>
  cells.map(([title, kind, width, cellOf]) => ({ title, kind, width, cellOf }));

/** Millimetres are finer than any survey of these. */
const rounded = (value: number | null): number | null => value && Math.round(value * 1000) / 1000;

function pairColumns(language: Language): SheetColumn<PairRule>[] {
  const { columns, strengths, yes, no } = OPINION_WORDS[language];
  const flag = (value: boolean) => (value ? yes : no);
  return columnsOf<PairRule>([
    [columns.no, "integer", 6, (_, index) => index + 1],
    [columns.hazard, "text", 28, ({ finding }) => objectText(finding.hazard, language)],
    [columns.hazardLayer, "text", 14, ({ finding }) => layerText(finding.hazard, language)],
    [columns.target, "text", 28, ({ finding }) => objectText(finding.target, language)],
    [columns.targetLayer, "text", 14, ({ finding }) => layerText(finding.target, language)],
    [columns.pairVerdict, "text", 12, ({ finding }) => verdictText(finding.verdict, language)],
    [columns.distance, "number", 12, ({ finding }) => rounded(finding.distanceM)],
    [columns.clause, "text", 30, ({ rule }) => `${rule.standard} ${rule.clause}`],
    [columns.ruleId, "text", 24, ({ rule }) => rule.ruleId],
    [columns.hazardClass, "text", 24, ({ rule }) => classTitle(rule.hazardClass)[language]],
    [columns.targetClass, "text", 24, ({ rule }) => classTitle(rule.targetClass)[language]],
    [columns.strength, "text", 12, ({ rule }) => strengths[rule.strength]],
    [columns.required, "number", 10, ({ rule }) => rounded(rule.requiredM)],
    [columns.requiredAtMost, "number", 12, ({ rule }) => rounded(rule.requiredAtMostM)],
    [columns.unreduced, "number", 14, ({ rule }) => rounded(rule.unreducedM)],
    [columns.claimed, "text", 20, ({ rule }) => rule.claimedReduction],
    [columns.measured, "number", 10, ({ rule }) => rounded(rule.measuredM)],
    [columns.uncertainty, "number", 14, ({ rule }) => rounded(rule.uncertaintyM)],
    [columns.shortfall, "number", 10, ({ rule }) => rounded(rule.shortfallM)],
    [columns.verdict, "text", 12, ({ rule }) => verdictText(rule.verdict, language)],
    [columns.confidence, "text", 20, ({ rule }) => confidenceText(rule.confidence, rule.confirmed, language)],
    [columns.confirmed, "text", 12, ({ rule }) => flag(rule.confirmed)],
    [columns.overridden, "text", 12, ({ rule }) => flag(rule.overridden)],
    [columns.people, "integer", 8, ({ finding }) => finding.people],
    [columns.reasons, "text", 40, ({ rule }) => reasonTexts(rule.reasons, language)],
    [columns.fromLon, "number", 14, ({ finding }) => finding.line[0][0]],
    [columns.fromLat, "number", 14, ({ finding }) => finding.line[0][1]],
    [columns.toLon, "number", 14, ({ finding }) => finding.line[1][0]],
    [columns.toLat, "number", 14, ({ finding }) => finding.line[1][1]],
  ]);
}

function ruleColumns(language: Language): SheetColumn<AppliedRule>[] {
  const { columns, and, strengths, none } = OPINION_WORDS[language];
  return columnsOf<AppliedRule>([
    [columns.ruleId, "text", 26, ({ id }) => id],
    [columns.clause, "text", 30, ({ standard, clause }) => `${standard} ${clause}`],
    [columns.valid, "text", 24, ({ validFrom, validTo }) => `${validFrom} – ${validTo ?? ""}`],
    [columns.hazardClass, "text", 30, ({ hazard }) => classTitle(hazard)[language]],
    [columns.targetClass, "text", 50, ({ targets }) => targets.map((target) => classTitle(target)[language]).join(and)],
    [columns.required, "number", 10, ({ distanceM }) => distanceM],
    [columns.measuredFrom, "text", 20, ({ measuredFrom }) => measureTitle(measuredFrom)[language]],
    [columns.measuredTo, "text", 20, ({ measuredTo }) => measureTitle(measuredTo)[language]],
    [columns.strength, "text", 14, ({ strength }) => strengths[strength]],
    [
      columns.confidence,
      "text",
      22,
      ({ confidence, confirmed }) => confidenceText(confidence, confirmed !== null, language),
    ],
    [columns.confirmed, "text", 24, ({ confirmed }) => (confirmed ? `${confirmed.by} ${confirmed.at}` : none)],
    [
      columns.overridden,
      "text",
      30,
      ({ overrides }) => (overrides ? `${overrides.distanceM} m; ${overrides.reason}; ${overrides.by}` : none),
    ],
    [columns.source, "text", 40, ({ source }) => source],
  ]);
}

const dataFacts = ({ layers }: SignedOpinion, language: Language): (readonly [string, string])[] => {
  const { columns, unknown, colon } = OPINION_WORDS[language];
  return layers.map(({ title, revision, dataDate, count }) => [
    `${columns.layer}${colon}${title[language]}`,
    `${columns.revision} ${revision}; ${columns.dataDate} ${dataDate ?? unknown}; ${columns.count} ${count}`,
  ]);
};
