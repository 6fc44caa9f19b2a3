import { findAnalysis } from "#data/analyses/index.ts";
import { classTitle, measureTitle } from "#data/standards/classes.ts";
import type { AppliedRule } from "#data/standards/rule.ts";
import type { Picture } from "../document/picture.ts";
import {
  type Block,
  centred,
  heading,
  paragraph,
  picture as pictureBlock,
  table,
  title,
  warning,
  wordBytes,
} from "../document/word-document.ts";
import type { SignedOpinion } from "../services.ts";
import { spacingOf } from "./opinion.ts";
import { metres, objectText, opinionFacts, pairRules } from "./opinion-rows.ts";
import { confidenceText, type Language, reasonTexts, verdictText } from "./reason-words.ts";
import { secondFacts } from "./second-facts.ts";
import { OPINION_WORDS } from "./words.ts";

/** More rows make a document that nobody edits; the annex has them all. */
const MOST_ROWS = 300;

/** The opinion as a document to edit: what an office signs and files. */
export function opinionDocument(
  opinion: SignedOpinion,
  language: Language,
  picture: Picture | null,
): Promise<Uint8Array<ArrayBuffer>> {
  const words = OPINION_WORDS[language];
  const { headings } = words;
  const name = `${words.title} ${opinion.number}`;
  const blocks: Block[] = [
    ...(opinion.demo ? [warning(words.demo)] : []),
    title(words.title),
    centred(opinion.number),
    heading(headings.proposal),
    table(
      [1, 3],
      null,
      opinionFacts(opinion, language).filter(([item]) => item !== ""),
    ),
    heading(headings.verdict),
    ...verdictBlocks(opinion, language),
    ...(picture ? [heading(headings.map), pictureBlock(picture, opinion.proposal.name)] : []),
    heading(headings.findings),
    ...findingBlocks(opinion, language),
    heading(headings.claims),
    claimBlock(opinion, language),
    ...secondBlocks(opinion, language),
    heading(headings.rules),
    ruleTable(opinion.rules.applied, language),
    heading(headings.open),
    ...openBlocks(opinion, language),
    heading(headings.data),
    dataTable(opinion, language),
    heading(headings.sign),
    table(
      [1, 2],
      null,
      words.signatures.map((line) => [line, ""]),
    ),
  ];
  return wordBytes({
    title: name,
    author: opinion.by,
    language,
    footer: opinion.demo ? `${words.demo}  ${opinion.number}` : opinion.number,
    blocks,
    madeAt: new Date(opinion.at),
  });
}

function verdictBlocks(opinion: SignedOpinion, language: Language): Block[] {
  const words = OPINION_WORDS[language];
  const { summary } = spacingOf(opinion);
  const { counts, examined, reasons } = summary;
  return [
    paragraph(`${words.facts.verdict}${words.colon}${verdictText(opinion.verdict, language)}`),
    paragraph(words.counts(counts["too-near"], counts["cannot-tell"], counts.clear, examined)),
    ...(reasons.length > 0 ? [paragraph(reasonTexts(reasons, language))] : []),
  ];
}

function findingBlocks(opinion: SignedOpinion, language: Language): Block[] {
  const { columns, noFindings, moreFindings } = OPINION_WORDS[language];
  const rows = pairRules(spacingOf(opinion).findings);
  if (rows.length === 0) return [paragraph(noFindings)];
  const header = [
    columns.no,
    columns.hazard,
    columns.target,
    columns.clause,
    columns.required,
    columns.measured,
    columns.shortfall,
    columns.verdict,
    columns.reasons,
  ];
  const left = rows.length - MOST_ROWS;
  return [
    table(
      [5, 16, 16, 17, 10, 13, 9, 10, 20],
      header,
      rows
        .slice(0, MOST_ROWS)
        .map(({ finding, rule }, i) => [
          String(i + 1),
          objectText(finding.hazard, language),
          objectText(finding.target, language),
          `${rule.standard} ${rule.clause}`,
          rule.requiredAtMostM > rule.requiredM
            ? `${metres(rule.requiredM)} – ${metres(rule.requiredAtMostM)}`
            : metres(rule.requiredM),
          `${metres(rule.measuredM)} ± ${metres(rule.uncertaintyM)}`,
          rule.shortfallM > 0 ? metres(rule.shortfallM) : "",
          verdictText(rule.verdict, language),
          reasonTexts(rule.reasons, language),
        ]),
    ),
    ...(left > 0 ? [paragraph(moreFindings(left))] : []),
  ];
}

function claimBlock({ claims }: SignedOpinion, language: Language): Block {
  const { columns, noClaims, none } = OPINION_WORDS[language];
  if (claims.length === 0) return paragraph(noClaims);
  return table(
    [3, 2, 4, 2],
    [columns.relief, columns.neighbour, columns.evidence, columns.by],
    claims.map(({ reduction, neighbour, evidence, by }) => [
      `${reduction.standard} ${reduction.clause} ${reduction.title[language]}`,
      neighbour ? `${neighbour.layer} ${neighbour.id}` : none,
      evidence,
      by,
    ]),
  );
}

function secondBlocks({ results }: SignedOpinion, language: Language): Block[] {
  const second = results.slice(1);
  if (second.length === 0) return [];
  return [
    heading(OPINION_WORDS[language].headings.second),
    ...second.flatMap((result) => [
      paragraph(findAnalysis(result.name)?.title[language] ?? result.name),
      table([1, 2], null, secondFacts(result, language)),
    ]),
  ];
}

function ruleTable(rules: readonly AppliedRule[], language: Language): Block {
  const { columns, and, strengths } = OPINION_WORDS[language];
  return table(
    [16, 16, 22, 10, 18, 14],
    [
      columns.clause,
      columns.hazardClass,
      columns.targetClass,
      columns.required,
      `${columns.measuredFrom} – ${columns.measuredTo}`,
      columns.confidence,
    ],
    rules.map((rule) => [
      `${rule.standard} ${rule.clause}`,
      classTitle(rule.hazard)[language],
      rule.targets.map((target) => classTitle(target)[language]).join(and),
      `${strengths[rule.strength]} ${rule.distanceM}`,
      `${measureTitle(rule.measuredFrom)[language]} – ${measureTitle(rule.measuredTo)[language]}`,
      confidenceText(rule.confidence, rule.confirmed !== null, language),
    ]),
  );
}

function openBlocks({ rules }: SignedOpinion, language: Language): Block[] {
  const { nothingOpen, openRows } = OPINION_WORDS[language];
  const open = rules.applied.filter(({ id }) => rules.open.includes(id));
  return open.length === 0 ? [paragraph(nothingOpen)] : [paragraph(openRows(open.length)), ruleTable(open, language)];
}

function dataTable({ layers }: SignedOpinion, language: Language): Block {
  const { columns, unknown } = OPINION_WORDS[language];
  return table(
    [3, 2, 2, 2],
    [columns.layer, columns.dataDate, columns.revision, columns.count],
    layers.map(({ title: name, dataDate, revision, count }) => [
      name[language],
      dataDate ?? unknown,
      String(revision),
      String(count),
    ]),
  );
}
