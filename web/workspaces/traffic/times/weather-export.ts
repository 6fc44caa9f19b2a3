import type { WeatherSegmentFinding, WeatherSegmentsSummary } from "#data/analyses/crash-times-results.ts";
import { fileStem } from "../../../export/file-name.ts";
import { type ExportPlace, parameterTable, provenance } from "../../../export/provenance.ts";
import type { Table } from "../../../export/table.ts";
import type { ExportContent } from "../../../export/write-export.ts";
import { EXPORT_WORDS } from "../../../messages/export.ts";
import { SCREENING_EXPORT_WORDS } from "../../../messages/traffic-screening-export.ts";
import { TIMES_WORDS } from "../../../messages/traffic-times.ts";
import { WEATHER_WORDS } from "../../../messages/traffic-weather.ts";
import { formatNumber, metres } from "../../../ui/quantities.ts";
import { shareText } from "./chance-text.ts";
import { codesOf, number, rounded, segmentCells, segmentColumns, text } from "./export-cells.ts";
import { standingRows } from "./export-parameters.ts";

const LAYERS = ["accidents", "roads"];

interface WeatherAnswer {
  readonly findings: readonly WeatherSegmentFinding[];
  readonly summary: WeatherSegmentsSummary;
}

/** Adverse-weather segments as a list to send out: what was counted, against what, by which test. */
export function weatherExport(
  { findings, summary }: WeatherAnswer,
  filters: Readonly<Record<string, string>>,
  place: ExportPlace,
): ExportContent {
  const { language, demo, madeAt } = place;
  const words = WEATHER_WORDS[language];
  const files = SCREENING_EXPORT_WORDS[language];
  const times = TIMES_WORDS[language];
  const say = (value: number) => formatNumber(value, language);
  const sayCodes = codesOf(place);
  const list: Table = {
    name: times.tabs.weather,
    columns: [
      number(files.rank),
      text(words.columns.place),
      text(words.columns.kind),
      number(words.exported.inKind),
      number(words.exported.known),
      number(words.exported.unknown),
      number(words.columns.share),
      number(words.columns.elsewhere),
      number(words.columns.ratio),
      number(words.columns.casualty),
      number(words.columns.fatal),
      number(files.p),
      number(words.columns.q),
      ...segmentColumns(language),
      text(files.accidents),
    ],
    rows: findings.map((finding, index) => [
      index + 1,
      finding.place.label,
      words.kinds[finding.kind],
      finding.inKind,
      finding.known,
      finding.unknown,
      rounded(finding.share, 4),
      rounded(finding.elsewhereShare, 4),
      finding.ratio === null ? null : rounded(finding.ratio, 2),
      finding.casualty,
      finding.fatal,
      finding.pValue,
      finding.qValue,
      ...segmentCells(finding.place),
      sayCodes(finding.accidentIds),
    ]),
  };
  const { windowM, level, placesTested, placesTooFew, fewest } = summary;
  const asked = [
    ...standingRows("weather", summary, language),
    [
      files.settings,
      words.method(metres(windowM), shareText(level, language), say(placesTested), say(placesTooFew), say(fewest)),
    ] as const,
    [words.exported.measure, words.measure] as const,
  ];
  return {
    stem: fileStem([demo ? EXPORT_WORDS[language].demo : "", times.tabs.weather], madeAt),
    sheets: [list, parameterTable(place, asked, LAYERS, filters)],
    list,
    geoJson: () => ({
      type: "FeatureCollection",
      parameters: { summary, ...provenance(place, LAYERS, filters) },
      features: findings.map(({ id, place: { geometry, label, site }, ...rest }) => ({
        type: "Feature",
        id,
        geometry,
        properties: { label, site, ...rest },
      })),
    }),
  };
}
