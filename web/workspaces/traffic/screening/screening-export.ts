import type { Feature } from "geojson";
import type { BlackSpotFinding, BlackSpotSummary } from "#data/analyses/black-spot-results.ts";
import type { CrashCluster, CrashClusterSummary } from "#data/analyses/crash-cluster-results.ts";
import type { CrashCounts, SitePlace } from "#data/traffic/site.ts";
import { fileStem } from "../../../export/file-name.ts";
import { type ExportPlace, type Parameter, parameterTable, provenance } from "../../../export/provenance.ts";
import type { Cell, Column, Table } from "../../../export/table.ts";
import type { ExportContent } from "../../../export/write-export.ts";
import { EXPORT_WORDS } from "../../../messages/export.ts";
import { TRAFFIC_WORDS } from "../../../messages/traffic.ts";
import { RULE_WORDS } from "../../../messages/traffic-rule.ts";
import { SCREENING_WORDS } from "../../../messages/traffic-screening.ts";
import { SCREENING_EXPORT_WORDS } from "../../../messages/traffic-screening-export.ts";
import type { Language } from "../../../messages/words.ts";
import { WEIGHTS } from "../../../state/traffic-choices.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { criterionText, patternText } from "./criterion-text.ts";
import { type FoundRow, placeOf } from "./found-rows.ts";
import { lastDayBefore } from "./period-days.ts";
import { settingsText } from "./settings-text.ts";

/** What the page answers, complete: the rows of both lists and what each stands on. */
export interface ScreeningAnswer {
  readonly rows: readonly FoundRow[];
  readonly screened: BlackSpotSummary;
  /** `null` while the statistics have not answered. */
  readonly clustered: CrashClusterSummary | null;
  readonly filters: Readonly<Record<string, string>>;
}

const LAYERS = ["accidents", "roads"];

/** Rule and statistics as files: a sheet of each, and the rule, its numbers, the period and the tally that they stand on. */
export function screeningExport(answer: ScreeningAnswer, place: ExportPlace): ExportContent {
  const { rows, screened, clustered, filters } = answer;
  const { language, demo, madeAt } = place;
  const files = SCREENING_EXPORT_WORDS[language];
  const rules = rows.flatMap((row) => (row.rule ? [{ row, ...row.rule }] : []));
  const clusters = clustersOf(rows);
  const ruleTable: Table = {
    name: files.ruleSheet,
    columns: ruleColumns(language),
    rows: rules.map(({ row, rank, finding }) => ruleCells(row, rank, finding, answer, place)),
  };
  const clusterTable: Table = {
    name: files.clusterSheet,
    columns: clusterColumns(language),
    rows: clusters.map(({ row, rank, finding }) => clusterCells(row, rank, finding, place)),
  };
  return {
    stem: fileStem([demo ? EXPORT_WORDS[language].demo : "", files.file, screened.ruleSet.title[language]], madeAt),
    sheets: [ruleTable, clusterTable, parameterTable(place, askedRows(answer, language), LAYERS, filters)],
    list: ruleTable,
    geoJson: () => ({
      type: "FeatureCollection",
      parameters: { rule: screened, statistics: clustered, ...provenance(place, LAYERS, filters) },
      features: [
        ...rules.map(({ row, rank, finding }) => featureOf("rule", row, rank, finding)),
        ...clusters.map(({ row, rank, finding }) => featureOf("statistics", row, rank, finding)),
      ],
    }),
  };
}

/** Each cluster once, in the order of its list, with the row that it stands in. */
function clustersOf(rows: readonly FoundRow[]) {
  const byRank = new Map(
    rows.flatMap((row) => row.clusters.map((cluster) => [cluster.rank, { row, ...cluster }] as const)),
  );
  return [...byRank.values()].sort((a, b) => a.rank - b.rank);
}

const text = (title: string): Column => ({ title, kind: "text" });
const number = (title: string): Column => ({ title, kind: "number" });

function placeColumns(language: Language): Column[] {
  const words = SCREENING_WORDS[language];
  const files = SCREENING_EXPORT_WORDS[language];
  const counts = TRAFFIC_WORDS[language].counts;
  return [
    number(files.rank),
    text(files.group),
    text(words.rankColumns.place),
    text(files.route),
    number(files.fromStake),
    number(files.toStake),
    number(counts.crashes),
    number(counts.fatal),
    number(counts.injury),
    number(counts.damage),
    number(files.unknownSeverity),
    number(counts.deaths),
    number(counts.injuries),
    number(files.doubtful),
  ];
}

const endColumns = (language: Language): Column[] => {
  const files = SCREENING_EXPORT_WORDS[language];
  return [number(files.longitude), number(files.latitude), text(files.accidents)];
};

const ruleColumns = (language: Language): Column[] => {
  const words = SCREENING_WORDS[language];
  const files = SCREENING_EXPORT_WORDS[language];
  return [
    ...placeColumns(language),
    text(files.outcome),
    text(words.columns.criterion),
    number(words.columns.strength),
    ...WEIGHTS.map(({ title }) => number(title[language])),
    ...endColumns(language),
  ];
};

const clusterColumns = (language: Language): Column[] => {
  const words = SCREENING_WORDS[language];
  const files = SCREENING_EXPORT_WORDS[language];
  return [
    ...placeColumns(language),
    number(words.columns.strength),
    number(files.p),
    number(words.columns.q),
    ...endColumns(language),
  ];
};

function ruleCells(
  row: FoundRow,
  rank: number,
  finding: BlackSpotFinding,
  { screened }: ScreeningAnswer,
  place: ExportPlace,
): Cell[] {
  const { language } = place;
  const words = SCREENING_WORDS[language];
  const rules = RULE_WORDS[language];
  const met = finding.criteria.filter(({ outcome }) => outcome !== "not-met");
  return [
    ...placeCells(row, rank, finding.place, finding.counts, finding.doubtful, language),
    words.outcomes[finding.outcome],
    met
      .map((each) =>
        [
          `${criterionText(each, screened.settings.criteria, rules)}: ${each.counted}`,
          each.pattern ? patternText(each.pattern, words, language) : "",
        ]
          .filter((part) => part !== "")
          .join(", "),
      )
      .join("; "),
    rounded(finding.strength, 3),
    ...WEIGHTS.map(({ id }) => (finding.scores[id] === undefined ? null : rounded(finding.scores[id], 2))),
    ...endCells(finding.place, finding.accidentIds, place),
  ];
}

const clusterCells = (row: FoundRow, rank: number, finding: CrashCluster, place: ExportPlace): Cell[] => [
  ...placeCells(row, rank, finding.place, finding.counts, finding.doubtful, place.language),
  rounded(finding.strength, 4),
  rounded(finding.pValue, 6),
  rounded(finding.qValue, 6),
  ...endCells(finding.place, finding.accidentIds, place),
];

function placeCells(
  { agreement }: FoundRow,
  rank: number,
  { label, route, fromM, toM }: SitePlace,
  counts: CrashCounts,
  doubtful: number,
  language: Language,
): Cell[] {
  return [
    rank,
    SCREENING_WORDS[language].agreementNames[agreement],
    label,
    route && (route.code ?? route.name),
    fromM === null ? null : Math.round(fromM),
    toM === null ? null : Math.round(toM),
    counts.crashes,
    counts.fatal,
    counts.injury,
    counts.damage,
    counts.unknownSeverity,
    counts.deaths,
    counts.injuries,
    doubtful,
  ];
}

function endCells({ middle: [lon, lat] }: SitePlace, accidentIds: readonly string[], place: ExportPlace): Cell[] {
  return [rounded(lon, 6), rounded(lat, 6), codesOf(accidentIds, place).join(" ")];
}

/** The office's own numbers of accidents; ids mean nothing to people. */
function codesOf(ids: readonly string[], { ledgers }: ExportPlace): readonly string[] {
  const wanted = new Set(ids);
  const snapshot = ledgers.find(({ definition }) => definition.id === "accidents")?.snapshot;
  const codes = new Map<string, string>();
  for (let row = 0; snapshot && row < snapshot.count; row++) {
    const id = snapshot.ids.get(row)!;
    if (wanted.has(id)) codes.set(id, snapshot.codes.get(row) ?? id);
  }
  return ids.map((id) => codes.get(id) ?? id);
}

function askedRows({ screened, clustered }: ScreeningAnswer, language: Language): Parameter[] {
  const rules = RULE_WORDS[language];
  const files = SCREENING_EXPORT_WORDS[language];
  const traffic = TRAFFIC_WORDS[language];
  const say = (value: number) => formatNumber(value, language);
  const { ruleSet, settings, changed, from, to, tally } = screened;
  return [
    [files.kind, files.file],
    [rules.rule, `${ruleSet.title[language]} (${rules.edition(ruleSet.edition)})`],
    [files.ruleSource, ruleSet.source[language]],
    [files.confidence, `${rules.confidence[ruleSet.confidence]}: ${rules.confidenceHints[ruleSet.confidence]}`],
    [files.settings, settingsText(settings, rules, language)],
    [files.changedSettings, changed.join(", ") || null],
    [rules.period, from !== null && to !== null ? rules.days(from, lastDayBefore(to)) : null],
    [files.tally, traffic.tally(say(tally.all), say(tally.placed), say(tally.doubtful), say(tally.unplaced))],
    [files.used, traffic.used(say(tally.used), say(tally.undated), say(tally.future), say(tally.outsidePeriod))],
    [files.clusters, clustered && clusterText(clustered, language)],
  ];
}

function clusterText(summary: CrashClusterSummary, language: Language): string {
  const words = SCREENING_WORDS[language];
  const rules = RULE_WORDS[language];
  const say = (value: number, digits = 0) => formatNumber(value, language, digits);
  if (summary.answer === "too-few")
    return words.tooFew(
      summary.perYear === null ? words.unknown : say(summary.perYear, 1),
      say(summary.fewestPerYear),
      say(summary.fewest),
    );
  return [
    words.clusterFacts(
      say(summary.simulations),
      say(summary.level, 3),
      say(summary.sectionsTested),
      say(summary.sectionsTooFew),
      say(summary.crashesTooFew),
    ),
    `${rules.fields.bandwidthM} ${say(summary.bandwidthM)} m`,
    words.clusterJunctions(say(summary.atJunctions)),
  ].join(" · ");
}

const featureOf = (
  by: "rule" | "statistics",
  row: FoundRow,
  rank: number,
  { place, id, ...finding }: BlackSpotFinding | CrashCluster,
): Feature => ({
  type: "Feature",
  id,
  geometry: place.geometry,
  properties: {
    by,
    rank,
    agreement: row.agreement,
    label: place.label,
    row: placeOf(row).label,
    site: place.site,
    ...finding,
  },
});

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
