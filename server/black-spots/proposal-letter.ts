import type { AnalysisAnswer } from "#data/analyses/define.ts";
import type { SiteDiagnosisSummary } from "#data/analyses/site-diagnosis-results.ts";
import { findLayer } from "#data/layers/index.ts";
import { formatStake } from "#data/snapshot/stake.ts";
import {
  type Block,
  centred,
  heading,
  lead,
  paragraph,
  picture,
  table,
  title,
  warning,
  wordBytes,
} from "../document/word-document.ts";
import { localInstant } from "../rules/rule-source.ts";
import { VERSION } from "../version.ts";
import { lastDayOf } from "./entry.ts";
import { crashBlocks, reasonBlocks } from "./letter-analysis.ts";
import { basisBlocks } from "./letter-basis.ts";
import type { LetterRequest } from "./letter-request.ts";
import { LETTER_WORDS } from "./letter-words.ts";
import type { BlackSpotEntry, BlackSpotFile } from "./register.ts";
import { codeTitle, type Language, SPOT_WORDS } from "./spot-words.ts";

/** A map as high as a screen's would drive everything else from its page. */
const MAP_HEIGHT_MM = 85;

export interface LetterFacts {
  readonly file: BlackSpotFile;
  /** As a ledger words it. */
  readonly ledgerBasis: string | null;
  /** `null`: there is no place that could be analysed. */
  readonly diagnosis: AnalysisAnswer<unknown, SiteDiagnosisSummary> | null;
  readonly demo: boolean;
  readonly madeAt: Date;
}

/** The letter that asks an office to treat a spot: facts, rule, crashes, reasons and measures, to be edited and signed. */
export function proposalLetter(request: LetterRequest, facts: LetterFacts): Promise<Uint8Array<ArrayBuffer>> {
  const { language, addressee, by, documentNumber, map, diagram } = request;
  const { file, ledgerBasis, diagnosis, demo, madeAt } = facts;
  const words = LETTER_WORDS[language];
  let sections = 0;
  const section = (name: keyof typeof words.headings) => heading(words.numbered(++sections, words.headings[name]));
  const { entry, basis } = file;
  const dueOn = request.dueOn ?? entry.dueOn;
  const demoText = SPOT_WORDS[language].demo;
  const summary = diagnosis?.summary ?? null;
  const blocks: Block[] = [
    ...(demo ? [warning(demoText)] : []),
    title(words.title),
    ...(documentNumber ? [centred(documentNumber)] : []),
    paragraph(words.to(addressee)),
    paragraph(words.opening(entry.name, countsText(facts, language))),
    section("facts"),
    table([1, 3], null, spotFacts(entry, dueOn, language)),
    section("basis"),
    ...basisBlocks(basis, ledgerBasis, language),
    ...(map ? [section("map"), picture(map, entry.name, MAP_HEIGHT_MM)] : []),
    section("crashes"),
    ...(summary ? crashBlocks(summary, language) : [paragraph(words.noAnalysis)]),
    ...(diagram ? [section("diagram"), picture(diagram, entry.name)] : []),
    ...(summary ? [section("reasons"), ...reasonBlocks(summary, language)] : []),
    section("measures"),
    ...measureBlocks(request, summary, language),
    paragraph(words.asking(dueOn)),
    section("data"),
    table([1, 3], null, dataFacts(facts, language)),
    section("sign"),
    table([1, 2], null, [
      [words.signatures[0], request.office ?? ""],
      [words.signatures[1], by],
      [words.signatures[2], ""],
    ]),
  ];
  return wordBytes({
    title: `${words.title} ${entry.code}`,
    author: by,
    language,
    footer: [...(demo ? [demoText] : []), documentNumber ?? entry.code].join("  "),
    blocks,
    madeAt,
  });
}

/** Of the finding where there is one, of the ledger's period else. */
function countsText({ file: { entry, basis } }: LetterFacts, language: Language): string {
  const words = LETTER_WORDS[language];
  const { accidents, deaths, injuries, periodFrom, periodTo } = entry;
  const counts = basis?.counts ?? {
    crashes: accidents,
    deaths,
    injuries,
  };
  const period = basis?.period
    ? words.between(basis.period.from, lastDayOf(basis.period.to))
    : periodFrom && periodTo
      ? words.between(periodFrom, periodTo)
      : null;
  if (counts.crashes === null) return period ?? SPOT_WORDS[language].unknown;
  const told = words.counts(counts.crashes, counts.deaths ?? 0, counts.injuries ?? 0);
  return period ? `${period}${language === "zh" ? "" : ": "}${told}` : told;
}

function spotFacts(entry: BlackSpotEntry, dueOn: string | null, language: Language): [string, string][] {
  const { facts } = LETTER_WORDS[language];
  const { fromStakeM, toStakeM, radiusM, position } = entry;
  const rows: [string, string | null][] = [
    [facts.code, entry.code],
    [facts.name, entry.name],
    [facts.road, [entry.roadCode, entry.roadName].filter((part) => part !== null).join(" ")],
    [
      facts.stakes,
      fromStakeM === null || toStakeM === null ? null : `${formatStake(fromStakeM)} – ${formatStake(toStakeM)}`,
    ],
    [facts.radius, radiusM === null ? null : `${radiusM} m`],
    [facts.position, `${position[0].toFixed(6)}, ${position[1].toFixed(6)}`],
    [facts.state, codeTitle("black-spots", "state", entry.state, language)],
    [facts.level, codeTitle("black-spots", "level", entry.level, language)],
    [facts.document, entry.documentNumber],
    [facts.listedOn, entry.listedOn],
    [facts.dueOn, dueOn],
    [facts.supervisor, entry.supervisor],
  ];
  return rows.flatMap(([item, content]): [string, string][] => (content ? [[item, content]] : []));
}

function measureBlocks(
  { measures }: LetterRequest,
  diagnosis: SiteDiagnosisSummary | null,
  language: Language,
): Block[] {
  const words = LETTER_WORDS[language];
  const { confidences } = SPOT_WORDS[language];
  const suggested = diagnosis?.countermeasures ?? [];
  const effectOf = ({ reduction }: (typeof suggested)[number]): string =>
    reduction
      ? words.reduction(
          reduction.leastPercent,
          reduction.mostPercent,
          reduction.of[language],
          reduction.source[language],
          confidences[reduction.confidence],
        )
      : "";
  if (measures.length > 0) {
    const rows = measures.map(({ title: measure, reason }) => {
      const known = suggested.find((each) => each.title[language] === measure);
      return [measure, reason ?? known?.reason[language] ?? "", known ? effectOf(known) : ""];
    });
    return [table([3, 4, 4], words.measureColumns, rows)];
  }
  if (suggested.length === 0) return [paragraph(words.noMeasures)];
  const rows = suggested.map((each) => [each.title[language], each.reason[language], effectOf(each)]);
  return [lead(words.suggested), table([3, 4, 4], words.measureColumns, rows)];
}

function dataFacts({ diagnosis, file, madeAt }: LetterFacts, language: Language): [string, string][] {
  const words = LETTER_WORDS[language];
  const { from, to } = diagnosis?.summary ?? { from: null, to: null };
  const revisions = Object.entries(diagnosis?.inputs.revisions ?? file.basis?.revisions ?? {}).map(
    ([layer, revision]) => words.revision(findLayer(layer)?.title[language] ?? layer, revision),
  );
  return [
    ...(from && to ? ([[words.data.period, words.between(from, lastDayOf(to))]] satisfies [string, string][]) : []),
    ...(revisions.length > 0
      ? ([[words.data.layers, revisions.join(SPOT_WORDS[language].and)]] satisfies [string, string][])
      : []),
    [words.data.program, VERSION],
    [words.data.madeAt, localInstant(madeAt).slice(0, 16).replace("T", " ")],
    [words.data.privacy, words.privacy],
    [words.data.limits, words.limits],
  ];
}
