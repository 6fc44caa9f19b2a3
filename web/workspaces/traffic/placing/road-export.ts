import type { RoadNetworkFinding, RoadNetworkSummary } from "#data/analyses/road-network-results.ts";
import { boundsOf } from "#data/geodesy/wkb.ts";
import { NETWORK_ISSUE_KINDS } from "#data/traffic/network/route.ts";
import { fileStem } from "../../../export/file-name.ts";
import { type ExportPlace, parameterTable, provenance } from "../../../export/provenance.ts";
import type { Cell, Column, Table } from "../../../export/table.ts";
import type { ExportContent } from "../../../export/write-export.ts";
import { EXPORT_WORDS } from "../../../messages/export.ts";
import { ROAD_REPORT_WORDS } from "../../../messages/traffic-placing-roads.ts";
import type { Language } from "../../../messages/words.ts";
import { ISSUE_WEIGHTS } from "./road-issues.ts";

const LAYERS = ["roads"];

/** What the report says of the roads as files: every issue with what to do about it, the network in figures, and from which ledger. */
export function roadExport(
  { findings, summary }: { findings: readonly RoadNetworkFinding[]; summary: RoadNetworkSummary },
  place: ExportPlace,
): ExportContent {
  const { language, demo, madeAt } = place;
  const words = ROAD_REPORT_WORDS[language];
  const issues: Table = {
    name: words.sheets.issues,
    columns: issueColumns(language),
    rows: findings.map((finding, index) => issueCells(finding, index + 1, language)),
  };
  return {
    stem: fileStem([demo ? EXPORT_WORDS[language].demo : "", words.file], madeAt),
    sheets: [
      issues,
      factTable(summary, language),
      parameterTable(place, [[words.fileFacts.content, words.file]], LAYERS, {}),
    ],
    list: issues,
    geoJson: () => ({
      type: "FeatureCollection",
      parameters: { network: summary, ...provenance(place, LAYERS, {}) },
      features: findings.map(({ geometry, ...properties }) => ({
        type: "Feature",
        geometry,
        properties: { ...properties, weight: ISSUE_WEIGHTS[properties.kind] },
      })),
    }),
  };
}

function issueColumns(language: Language): Column[] {
  const titles = ROAD_REPORT_WORDS[language].fileColumns;
  const text = (title: string): Column => ({ title, kind: "text" });
  const number = (title: string): Column => ({ title, kind: "number" });
  return [
    number(titles.number),
    text(titles.weight),
    text(titles.kind),
    text(titles.route),
    text(titles.stakes),
    number(titles.fromM),
    number(titles.toM),
    number(titles.byM),
    text(titles.sections),
    text(titles.means),
    text(titles.todo),
    number(titles.longitude),
    number(titles.latitude),
  ];
}

function issueCells(
  { kind, route, fromM, toM, byM, sections, geometry }: RoadNetworkFinding,
  rank: number,
  language: Language,
): Cell[] {
  const words = ROAD_REPORT_WORDS[language];
  const [west, south, east, north] = boundsOf(geometry);
  return [
    rank,
    words.weights[ISSUE_WEIGHTS[kind]],
    words.kinds[kind],
    route.label,
    words.stakes[route.stakes],
    rounded(fromM, 1),
    rounded(toM, 1),
    rounded(byM, 1),
    sections.map(({ code }) => code).join(" "),
    words.means[kind],
    words.todo[kind],
    rounded((west + east) / 2, 6),
    rounded((south + north) / 2, 6),
  ];
}

function factTable(summary: RoadNetworkSummary, language: Language): Table {
  const { facts, fileFacts, fileColumns, kinds, sheets } = ROAD_REPORT_WORDS[language];
  const { routes, sections, withoutLength, junctions, lengthM, givenStakes, measuredStakes, issues } = summary;
  return {
    name: sheets.facts,
    columns: [
      { title: fileColumns.fact, kind: "text" },
      { title: fileColumns.value, kind: "number" },
    ],
    rows: [
      [facts.routes, routes],
      [facts.sections, sections],
      [`${facts.length} (m)`, rounded(lengthM, 1)],
      [facts.given, givenStakes.routes],
      [fileFacts.givenLength, rounded(givenStakes.lengthM, 1)],
      [facts.measured, measuredStakes.routes],
      [fileFacts.measuredLength, rounded(measuredStakes.lengthM, 1)],
      [facts.junctions, junctions],
      [facts.withoutLength, withoutLength],
      ...NETWORK_ISSUE_KINDS.map((kind): Cell[] => [`${fileFacts.issues}: ${kinds[kind]}`, issues[kind]]),
    ],
  };
}

const rounded = (value: number | null, digits: number): number | null =>
  value === null ? null : Number(value.toFixed(digits));
