import { findLayer } from "#data/layers/index.ts";
import { factSheet, type SheetColumn, sheetOf, workbookBytes } from "../document/workbook.ts";
import { EXPORT_WORDS, type Language } from "../export/words.ts";
import { localTime, objectText } from "../opinion/opinion-rows.ts";
import { reasonTexts, verdictText } from "../opinion/reason-words.ts";
import { BATCH_WORDS } from "./batch-words.ts";
import type { BatchWithRows, ParcelResult, RuleAtNeighbour } from "./parcel.ts";

/** A batch as a workbook: a row for each parcel, and what it was checked against. */
export function batchWorkbook(batch: BatchWithRows, language: Language): Promise<Uint8Array<ArrayBuffer>> {
  const { sheets } = EXPORT_WORDS[language];
  return workbookBytes(
    [
      sheetOf(BATCH_WORDS[language].title, columnsOf(language), batch.rows),
      factSheet(sheets.facts, batchFacts(batch, language)),
    ],
    new Date(batch.createdAt),
  );
}

/** A batch as GeoJSON (RFC 7946) with its verdicts as codes; parcels whose boundary could not be read have no geometry. */
export function batchGeoJson(batch: BatchWithRows): string {
  const { rows, ...about } = batch;
  const features = rows.map(({ geometry, place, nearest, mostDemanding, reasons, problem, counts, ...row }) => ({
    type: "Feature",
    id: place,
    geometry,
    properties: {
      ...row,
      tooNear: counts?.["too-near"] ?? null,
      cannotTell: counts?.["cannot-tell"] ?? null,
      clear: counts?.clear ?? null,
      problem: problem?.code ?? null,
      problemDetail: problem?.detail ?? null,
      reasons: reasons.map(({ code }) => code),
      ...flat("nearest", nearest),
      ...flat("mostDemanding", mostDemanding),
    },
  }));
  return `${JSON.stringify({ type: "FeatureCollection", features, about })}\n`;
}

/** Flat members: what programs do with nested ones differs. */
const flat = (prefix: string, rule: RuleAtNeighbour | null): Record<string, string | number | null> => ({
  [`${prefix}Rule`]: rule?.ruleId ?? null,
  [`${prefix}Clause`]: rule && clauseOf(rule),
  [`${prefix}RequiredM`]: rule?.requiredM ?? null,
  [`${prefix}MeasuredM`]: rule?.measuredM ?? null,
  [`${prefix}Neighbour`]: rule?.neighbour.code ?? null,
});

const clauseOf = ({ standard, clause }: RuleAtNeighbour): string => `${standard} ${clause}`;

/** To the centimetre: what is behind it nobody has measured. */
const toCentimetres = (metres: number | null | undefined): number | null =>
  metres === null || metres === undefined ? null : Math.round(metres * 100) / 100;

function columnsOf(language: Language): SheetColumn<ParcelResult>[] {
  const { columns, unchecked, problems } = BATCH_WORDS[language];
  const colon = language === "zh" ? "：" : ": ";
  const column = (
    title: string,
    kind: SheetColumn<ParcelResult>["kind"],
    width: number,
    cellOf: (row: ParcelResult) => string | number | null,
  ): SheetColumn<ParcelResult> => ({ title, kind, width, cellOf });
  const neighbour = (rule: RuleAtNeighbour | null) => rule && objectText(rule.neighbour, language);
  return [
    column(columns.place, "integer", 8, ({ place }) => place),
    column(columns.name, "text", 24, ({ name }) => name),
    column(columns.useCode, "text", 12, ({ useCode }) => useCode),
    column(columns.verdict, "text", 12, ({ verdict }) => (verdict ? verdictText(verdict, language) : unchecked)),
    column(columns.reasons, "text", 50, ({ problem, reasons }) =>
      problem ? `${problems[problem.code]}${colon}${problem.detail}` : reasonTexts(reasons, language),
    ),
    column(columns.tooNear, "integer", 12, ({ counts }) => counts?.["too-near"] ?? null),
    column(columns.cannotTell, "integer", 12, ({ counts }) => counts?.["cannot-tell"] ?? null),
    column(columns.clear, "integer", 10, ({ counts }) => counts?.clear ?? null),
    column(columns.margin, "number", 14, ({ marginM }) => toCentimetres(marginM)),
    column(columns.nearestClause, "text", 32, ({ nearest }) => nearest && clauseOf(nearest)),
    column(columns.nearestRequired, "number", 14, ({ nearest }) => toCentimetres(nearest?.requiredM)),
    column(columns.nearestMeasured, "number", 14, ({ nearest }) => toCentimetres(nearest?.measuredM)),
    column(columns.nearestNeighbour, "text", 28, ({ nearest }) => neighbour(nearest)),
    column(columns.greatestClause, "text", 32, ({ mostDemanding }) => mostDemanding && clauseOf(mostDemanding)),
    column(columns.greatestRequired, "number", 16, ({ mostDemanding }) => toCentimetres(mostDemanding?.requiredM)),
    column(columns.greatestNeighbour, "text", 28, ({ mostDemanding }) => neighbour(mostDemanding)),
    column(columns.unverified, "text", 40, ({ unverifiedRules }) => unverifiedRules.join(", ")),
  ];
}

function batchFacts(batch: BatchWithRows, language: Language): [string, string][] {
  const { facts, columns, unchecked } = BATCH_WORDS[language];
  const common = EXPORT_WORDS[language];
  const { counts, rows, revisions } = batch;
  const titleOf = (layer: string) => findLayer(layer)?.title[language] ?? layer;
  const sums: [string, number][] = [
    [verdictText("too-near", language), counts["too-near"]],
    [verdictText("cannot-tell", language), counts["cannot-tell"]],
    [verdictText("clear", language), counts.clear],
    [unchecked, counts.unchecked],
  ];
  return [
    [common.item, common.content],
    ...(batch.demo ? [[common.facts.demo, common.demo] as [string, string]] : []),
    [facts.file, batch.fileName],
    [facts.by, batch.by],
    [facts.createdAt, localTime(batch.createdAt)],
    [facts.parcels, String(rows.length)],
    [facts.counts, sums.map(([title, count]) => `${title} ${count}`).join(common.and)],
    [facts.datum, batch.facts?.datum ?? common.unknown],
    [columns.useCode, batch.facts?.useColumn ?? common.none],
    [facts.ruleEdition, batch.ruleEdition ?? common.none],
    [
      facts.revisions,
      Object.entries(revisions)
        .map(([layer, revision]) => `${titleOf(layer)} ${revision}`)
        .join(common.and),
    ],
    [facts.id, batch.id],
  ];
}
