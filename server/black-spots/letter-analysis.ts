import type {
  DiagnosedCrash,
  FactorComparison,
  FactorFinding,
  SiteDiagnosisSummary,
} from "#data/analyses/site-diagnosis-results.ts";
import { formatStake } from "#data/snapshot/stake.ts";
import { type Block, lead, paragraph, table } from "../document/word-document.ts";
import { LETTER_WORDS } from "./letter-words.ts";
import { codeTitle, type Language } from "./spot-words.ts";

/** More rows make a letter that nobody reads. */
const MOST_CRASHES = 60;

/** How many crashes a year brought, and each of them without anything personal. */
export function crashBlocks(diagnosis: SiteDiagnosisSummary, language: Language): Block[] {
  const words = LETTER_WORDS[language];
  const { crashes, counts, perYear, doubtful, tally } = diagnosis;
  const told = [paragraph(words.tally(tally)), ...(doubtful > 0 ? [paragraph(words.doubtful(doubtful))] : [])];
  if (crashes.length === 0) return [paragraph(words.noCrashes), ...told];
  const left = crashes.length - MOST_CRASHES;
  return [
    table([3, 2, 2, 2, 2, 2, 2, 2], words.yearColumns, [
      ...perYear.map((year) => countCells(year.isPart ? words.partOfYear(year.year) : String(year.year), year)),
      countCells(words.total, counts),
    ]),
    ...told,
    table(
      [5, 14, 10, 11, 11, 5, 5, 8, 10, 6],
      words.crashColumns,
      crashes.slice(0, MOST_CRASHES).map((crash, index) => crashCells(crash, index, language)),
    ),
    ...(left > 0 ? [paragraph(words.moreCrashes(left))] : []),
  ];
}

const countCells = (
  title: string,
  { crashes, fatal, injury, damage, unknownSeverity, deaths, injuries }: SiteDiagnosisSummary["counts"],
): string[] => [title, ...[crashes, fatal, injury, damage, unknownSeverity, deaths, injuries].map(String)];

function crashCells(crash: DiagnosedCrash, index: number, language: Language): string[] {
  const title = (attribute: string, code: string | null) => codeTitle("accidents", attribute, code, language);
  return [
    String(index + 1),
    crash.happenedAt?.replace("T", " ") ?? "",
    crash.stakeM === null ? "" : formatStake(crash.stakeM),
    title("severity", crash.severity),
    title("form", crash.form),
    String(crash.deaths ?? ""),
    String(crash.injuries ?? ""),
    title("weather", crash.weather),
    title("light", crash.light),
    title("surface", crash.surface),
  ];
}

/** What is more frequent here than elsewhere, or why that cannot be told. */
export function reasonBlocks({ factors }: SiteDiagnosisSummary, language: Language): Block[] {
  const words = LETTER_WORDS[language];
  const over = factors.tested.filter(({ isOver }) => isOver);
  if (factors.answer !== "over" || over.length === 0) return [paragraph(nothingOver(factors, language))];
  return [
    lead(words.over),
    table(
      [3, 4, 3, 3, 2, 3],
      words.factorColumns,
      over.map((factor) => [
        words.factors[factor.factor],
        valueText(factor, language),
        shareText(factor.atSite, factor.siteKnown),
        shareText(factor.inReference, factor.referenceKnown),
        factor.ratio === null ? "" : factor.ratio.toFixed(1),
        factor.qValue < 0.001 ? "< 0.001" : factor.qValue.toFixed(3),
      ]),
    ),
  ];
}

function nothingOver({ answer, fewest }: FactorComparison, language: Language): string {
  const words = LETTER_WORDS[language];
  if (answer === "too-few") return words.tooFew(fewest);
  return answer === "no-reference" ? words.noReference : words.none;
}

const shareText = (count: number, known: number): string =>
  known === 0 ? "0" : `${count}/${known} (${Math.round((count / known) * 100)} %)`;

const CODED: ReadonlySet<string> = new Set(["form", "weather", "light", "surface", "place"]);

function valueText({ factor, value }: FactorFinding, language: Language): string {
  const words = LETTER_WORDS[language];
  if (CODED.has(factor)) return codeTitle("accidents", factor, value, language);
  const hours = factor === "hours" ? /^(\d\d)-(\d\d)$/.exec(value) : null;
  if (hours) return words.hours(hours[1]!, hours[2]!);
  return words.factorValues[value] ?? value;
}
