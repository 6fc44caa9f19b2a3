import type { EnforcementHoursFinding, EnforcementHoursSummary } from "#data/analyses/crash-times-results.ts";
import { fileStem } from "../../../export/file-name.ts";
import { type ExportPlace, parameterTable, provenance } from "../../../export/provenance.ts";
import type { Table } from "../../../export/table.ts";
import type { ExportContent } from "../../../export/write-export.ts";
import { EXPORT_WORDS } from "../../../messages/export.ts";
import { PATROL_WORDS } from "../../../messages/traffic-patrol.ts";
import { SCREENING_EXPORT_WORDS } from "../../../messages/traffic-screening-export.ts";
import { TIMES_WORDS } from "../../../messages/traffic-times.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { shareText } from "./chance-text.ts";
import { codesOf, number, rounded, segmentCells, segmentColumns, text } from "./export-cells.ts";
import { standingRows } from "./export-parameters.ts";
import { patrolText } from "./patrol-text.ts";
import { rosterOrder } from "./roster-order.ts";

const LAYERS = ["accidents", "roads"];

interface PatrolAnswer {
  readonly findings: readonly EnforcementHoursFinding[];
  readonly summary: EnforcementHoursSummary;
}

/** The roster as a table to print or send: one line a segment and class of days, the fullest hours first; and what it stands on. */
export function patrolExport(
  { findings, summary }: PatrolAnswer,
  filters: Readonly<Record<string, string>>,
  place: ExportPlace,
): ExportContent {
  const { language, demo, madeAt } = place;
  const words = PATROL_WORDS[language];
  const files = SCREENING_EXPORT_WORDS[language];
  const times = TIMES_WORDS[language];
  const { columns, detailColumns } = words;
  const say = (value: number) => formatNumber(value, language);
  const sayHours = patrolText(language);
  const sayCodes = codesOf(place);
  const list: Table = {
    name: times.tabs.patrol,
    columns: [
      number(files.rank),
      text(columns.place),
      number(columns.casualty),
      number(columns.fatal),
      text(columns.when),
      number(columns.held),
      number(columns.share),
      number(detailColumns.timeShare),
      number(detailColumns.elsewhere),
      text(columns.answer),
      number(columns.chance),
      number(files.p),
      number(columns.q),
      ...segmentColumns(language),
      text(files.accidents),
    ],
    rows: rosterOrder(findings).flatMap((finding, index) => {
      const { place: segment, casualty, fatal, blocks, answer, best, chanceShare, pValue, qValue } = finding;
      const known = [index + 1, segment.label, casualty, fatal];
      if (blocks.length === 0)
        return [
          [
            ...known,
            null,
            null,
            null,
            null,
            null,
            words.answers[answer],
            null,
            null,
            null,
            ...segmentCells(segment),
            null,
          ],
        ];
      return blocks.map((block) => [
        ...known,
        sayHours(block),
        block.crashes,
        rounded(block.share, 4),
        rounded(block.timeShare, 4),
        block.elsewhereShare === null ? null : rounded(block.elsewhereShare, 4),
        // The test is of the fullest hours alone.
        ...(block.days === best?.days
          ? [
              words.answers[answer],
              chanceShare === null ? null : rounded(chanceShare, 4),
              pValue === null ? null : rounded(pValue, 4),
              qValue === null ? null : rounded(qValue, 4),
            ]
          : [null, null, null, null]),
        ...segmentCells(segment),
        sayCodes(block.accidentIds),
      ]);
    }),
  };
  const asked = [
    ...standingRows("patrol", summary, language),
    [
      files.settings,
      words.method(
        say(summary.hours),
        say(summary.simulations),
        say(summary.fewest),
        shareText(summary.level, language),
      ),
    ] as const,
    [
      times.clockAnswers[summary.clock.answer],
      `${summary.clock.commonest ?? times.unknown}: ${summary.clock.atCommonest}`,
    ] as const,
  ];
  return {
    stem: fileStem([demo ? EXPORT_WORDS[language].demo : "", times.tabs.patrol], madeAt),
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
