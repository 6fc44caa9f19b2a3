import type { FeatureRecord } from "#data/layers/feature.ts";
import { formatStake } from "#data/snapshot/stake.ts";
import { factSheet, type SheetColumn, sheetOf, workbookBytes } from "../document/workbook.ts";
import { localInstant } from "../rules/rule-source.ts";
import { dayAfter, type Quarter } from "./days.ts";
import { overdueDaysOf } from "./entry.ts";
import { type EventKind, SPOT_LEVELS, SPOT_STATES, type SpotState } from "./life-cycle.ts";
import { QUARTER_WORDS, type QuarterColumn } from "./quarter-words.ts";
import type { BlackSpotEvent } from "./register.ts";
import type { SpotEvent } from "./spot-event.ts";
import { linesOf, type SpotThen, spotOn } from "./spot-lines.ts";
import { codeTitle, eventText, type Language, SPOT_WORDS } from "./spot-words.ts";

export interface QuarterOptions {
  readonly quarter: Quarter;
  /** `YYYY-MM-DD`; a quarter that has not ended is told up to it. */
  readonly today: string;
  readonly language: Language;
  readonly demo: boolean;
  readonly madeAt: Date;
}

interface Row {
  readonly feature: FeatureRecord;
  readonly before: SpotThen | null;
  readonly then: SpotThen;
  readonly overdueDays: number;
  /** Of the quarter. */
  readonly lines: readonly BlackSpotEvent[];
}

/** Every spot that was in the register when the quarter ended, and what happened to it in the quarter. */
export function quarterWorkbook(
  features: readonly FeatureRecord[],
  events: ReadonlyMap<string, readonly SpotEvent[]>,
  options: QuarterOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const { quarter, today, language, demo, madeAt } = options;
  const words = QUARTER_WORDS[language];
  const lastDay = quarter.to < today ? quarter.to : today;
  const rows = rowsOf(features, events, quarter, lastDay);
  const facts: (readonly [string, string])[] = [
    [words.item, words.content],
    [words.title, quarter.name],
    [words.facts.days, `${quarter.from} – ${quarter.to}`],
    ...(lastDay < quarter.to ? ([[words.facts.quarter, words.stillRunning(lastDay)]] as const) : []),
    [words.facts.order, words.order],
    [words.facts.counting, words.counting],
    [words.facts.madeAt, localInstant(madeAt).slice(0, 16).replace("T", " ")],
    ...(demo ? ([[words.facts.demo, SPOT_WORDS[language].demo]] as const) : []),
  ];
  const sheets = [
    sheetOf(`${words.sheets.table} ${quarter.name}`, columnsOf(language), rows),
    sheetOf(words.sheets.totals, totalColumns(language), totalsOf(rows, language)),
    factSheet(words.sheets.facts, facts),
  ];
  return workbookBytes(sheets, madeAt);
}

function rowsOf(
  features: readonly FeatureRecord[],
  events: ReadonlyMap<string, readonly SpotEvent[]>,
  { from }: Quarter,
  lastDay: string,
): Row[] {
  const rows = features.flatMap((feature): Row[] => {
    const own = events.get(feature.id) ?? [];
    const then = spotOn(feature, own, lastDay);
    if (!then) return [];
    const lines = linesOf(feature, own).filter(({ on }) => on >= from && on <= lastDay);
    const overdueDays = overdueDaysOf(then.state, then.facts, lastDay);
    return [{ feature, before: spotOn(feature, own, dayAfter(from, -1)), then, overdueDays, lines }];
  });
  return rows.sort((a, b) => rankOf(a) - rankOf(b) || (a.feature.code < b.feature.code ? -1 : 1));
}

const rankOf = ({ then }: Row): number =>
  then.facts.level === null ? SPOT_LEVELS.length : SPOT_LEVELS.indexOf(then.facts.level);

function columnsOf(language: Language): SheetColumn<Row>[] {
  const { columns } = QUARTER_WORDS[language];
  const column = (
    id: QuarterColumn,
    kind: SheetColumn<Row>["kind"],
    width: number,
    cellOf: SheetColumn<Row>["cellOf"],
  ): SheetColumn<Row> => ({ title: columns[id], kind, width, cellOf });
  const attribute = (id: QuarterColumn & string, kind: SheetColumn<Row>["kind"], width: number) =>
    column(id, kind, width, ({ feature }) => {
      const value = feature.attributes[id];
      return typeof value === "string" || typeof value === "number" ? value : null;
    });
  const fact = (id: QuarterColumn & keyof SpotThen["facts"], kind: SheetColumn<Row>["kind"], width: number) =>
    column(id, kind, width, ({ then }) => then.facts[id]);
  const stake = (id: "fromStake" | "toStake") =>
    column(id, "text", 12, ({ feature }) => {
      const stakeM = feature.attributes[`${id}M`];
      return typeof stakeM === "number" ? formatStake(stakeM) : null;
    });
  const title = (id: "state" | "level", code: string | null) => codeTitle("black-spots", id, code, language);
  return [
    column("no", "integer", 6, (_, index) => index + 1),
    column("code", "text", 14, ({ feature }) => feature.code),
    column("name", "text", 34, ({ feature }) => feature.name),
    attribute("roadCode", "text", 10),
    attribute("roadName", "text", 16),
    stake("fromStake"),
    stake("toStake"),
    column("state", "text", 12, ({ then }) => title("state", then.state)),
    column("level", "text", 10, ({ then }) => title("level", then.facts.level)),
    fact("listedOn", "date", 12),
    fact("documentNumber", "text", 22),
    fact("supervisor", "text", 24),
    fact("dueOn", "date", 12),
    column("overdueDays", "integer", 10, ({ overdueDays }) => overdueDays || null),
    column("happened", "text", 60, ({ lines }) => lines.map((line) => eventText(line, language)).join("\n")),
    fact("treatment", "text", 40),
    fact("treatedOn", "date", 14),
    fact("closedOn", "date", 12),
    fact("evaluatedOn", "date", 12),
    fact("nextOn", "date", 14),
    attribute("accidents", "integer", 10),
    attribute("deaths", "integer", 10),
    attribute("injuries", "integer", 10),
    attribute("periodFrom", "date", 12),
    attribute("periodTo", "date", 12),
  ];
}

type Total = readonly [item: string, count: number];

const totalColumns = (language: Language): SheetColumn<Total>[] => [
  { title: QUARTER_WORDS[language].item, kind: "text", width: 40, cellOf: ([item]) => item },
  { title: QUARTER_WORDS[language].content, kind: "integer", width: 12, cellOf: ([, count]) => count },
];

/** What a report of the quarter counts, in the order of a life. */
const COUNTED: readonly EventKind[] = [
  "registered",
  "taken-over",
  "confirmed",
  "listed",
  "treating",
  "treated",
  "closed",
  "evaluated",
  "extended",
  "rejected",
  "reopened",
];

function totalsOf(rows: readonly Row[], language: Language): Total[] {
  const words = QUARTER_WORDS[language];
  const { kinds, colon } = SPOT_WORDS[language];
  const standing = (when: string, states: readonly SpotState[]): Total[] => [
    [`${when}${colon}${words.inAll}`, states.length],
    ...SPOT_STATES.map((state): Total => {
      const title = codeTitle("black-spots", "state", state, language);
      return [`${when}${colon}${title}`, states.filter((each) => each === state).length];
    }),
  ];
  const lines = rows.flatMap((row) => row.lines);
  return [
    ...standing(
      words.atBeginning,
      rows.flatMap(({ before }) => (before ? [before.state] : [])),
    ),
    ...COUNTED.map((kind): Total => [words.during(kinds[kind]), lines.filter((line) => line.kind === kind).length]),
    ...standing(
      words.atEnd,
      rows.map(({ then }) => then.state),
    ),
    [`${words.atEnd}${colon}${words.overdue}`, rows.filter(({ overdueDays }) => overdueDays > 0).length],
  ];
}
