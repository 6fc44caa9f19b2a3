import type { CrashTimesSummary, TimeCounts, TimedAccident } from "#data/analyses/crash-times-results.ts";
import { getLayer } from "#data/layers/index.ts";
import { fileStem } from "../../../export/file-name.ts";
import { type ExportPlace, type Parameter, parameterTable, provenance } from "../../../export/provenance.ts";
import type { Cell, Table } from "../../../export/table.ts";
import type { ExportContent } from "../../../export/write-export.ts";
import { EXPORT_WORDS } from "../../../messages/export.ts";
import { TIMES_WORDS } from "../../../messages/traffic-times.ts";
import type { Language } from "../../../messages/words.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { relationText } from "./chance-text.ts";
import { number, text } from "./export-cells.ts";
import { standingRows } from "./export-parameters.ts";

const COLUMNS = ["crashes", "casualty", "fatal", "deaths", "injuries"] as const;

interface RhythmAnswer {
  readonly findings: readonly TimedAccident[];
  readonly summary: CrashTimesSummary;
}

/** The week in the column that is shown, years, months and conditions in all columns, and what they stand on. */
export function rhythmExport(
  { findings, summary }: RhythmAnswer,
  filters: Readonly<Record<string, string>>,
  place: ExportPlace,
): ExportContent {
  const { language, demo, madeAt } = place;
  const times = TIMES_WORDS[language];
  const layers = summary.place ? ["accidents", "roads"] : ["accidents"];
  const list = weekTable(summary, language);
  return {
    stem: fileStem([demo ? EXPORT_WORDS[language].demo : "", times.tabs.rhythm, summary.place?.label ?? ""], madeAt),
    sheets: [
      list,
      yearTable(summary, language),
      monthTable(summary, language),
      conditionTable(summary, language),
      parameterTable(
        place,
        [...standingRows("rhythm", summary, language), ...askedRows(summary, language)],
        layers,
        filters,
      ),
    ],
    list,
    geoJson: () => ({
      type: "FeatureCollection",
      parameters: { summary, ...provenance(place, layers, filters) },
      features: findings.map(({ id, position, ...rest }) => ({
        type: "Feature",
        id,
        geometry: { type: "Point", coordinates: [...position] },
        properties: rest,
      })),
    }),
  };
}

const countCells = (counts: TimeCounts): Cell[] => COLUMNS.map((column) => counts[column]);
const countColumns = (language: Language) => COLUMNS.map((column) => number(TIMES_WORDS[language].weights[column]));

function weekTable({ matrix, weekdays, weight }: CrashTimesSummary, language: Language): Table {
  const words = TIMES_WORDS[language];
  return {
    name: words.matrix,
    columns: [
      text(words.weights[weight]),
      ...Array.from({ length: 24 }, (_, hour) => number(words.hourOf(hour))),
      number(words.sum),
    ],
    rows: words.weekdays.map((name, day) => [
      name,
      ...matrix[weight].slice(day * 24, day * 24 + 24),
      weekdays[weight][day]!,
    ]),
  };
}

function yearTable({ perYear, comparison, weight }: CrashTimesSummary, language: Language): Table {
  const words = TIMES_WORDS[language];
  const sameDays = comparison ? [number(`${words.weights[weight]} ${comparison.fromDay} – ${comparison.toDay}`)] : [];
  return {
    name: words.headings.years,
    columns: [number(words.year), ...countColumns(language), ...sameDays, text(words.part)],
    rows: perYear.map((each) => [
      each.year,
      ...countCells(each),
      ...(comparison ? [each.toDate ? each.toDate[weight] : null] : []),
      each.isPart ? words.partHint : null,
    ]),
  };
}

function monthTable({ months }: CrashTimesSummary, language: Language): Table {
  const words = TIMES_WORDS[language];
  return {
    name: words.headings.months,
    columns: [text(words.headings.months), ...countColumns(language), text(words.part)],
    rows: months.map((each) => [
      `${each.year}-${String(each.month).padStart(2, "0")}`,
      ...countCells(each),
      each.isPart ? words.partHint : null,
    ]),
  };
}

function conditionTable({ conditions }: CrashTimesSummary, language: Language): Table {
  const words = TIMES_WORDS[language];
  const { attributes } = getLayer("accidents");
  return {
    name: words.headings.conditions,
    columns: [text(words.headings.conditions), text(words.value), ...countColumns(language)],
    rows: conditions.flatMap(({ attribute, values, unknown }) => {
      const definition = attributes[attribute]!;
      const codes = definition.type === "code" ? definition.values : [];
      const nameOf = (value: string) => codes.find(({ code }) => code === value)?.title[language] ?? value;
      return [
        ...values.map(({ value, ...counts }) => [definition.title[language], nameOf(value), ...countCells(counts)]),
        [definition.title[language], words.unknown, ...countCells(unknown)],
      ];
    }),
  };
}

function askedRows({ place, bounds, weight, clock, counts, comparison, tally }: CrashTimesSummary, language: Language) {
  const words = TIMES_WORDS[language];
  const say = (value: number, digits = 0) => formatNumber(value, language, digits);
  const scope = place ? place.label : bounds ? `${words.scopes.map} ${bounds.join(", ")}` : words.scopes.all;
  const rows: Parameter[] = [
    [words.scope, `${scope} · ${words.inScope(say(counts.crashes), say(tally.used))}`],
    [words.weight, words.weights[weight]],
    [words.clockAnswers[clock.answer], `${clock.commonest ?? words.unknown}: ${say(clock.atCommonest)}`],
  ];
  if (!comparison) return [...rows, [words.headings.years, words.noComparison] as const];
  const { year, withYear, fromDay, toDay, now, before, ratio, pValue, answer } = comparison;
  const facts = [
    words.answers[answer],
    words.compared(String(year), say(now[weight]), String(withYear), say(before[weight])),
    words.sameDays(fromDay, toDay),
    ratio === null ? words.noRatio : words.ratio(say(ratio, 2)),
    pValue === null ? words.whyUntold.persons : relationText("p", pValue, language),
  ];
  return [...rows, [words.headings.years, facts.join(" · ")] as const];
}
