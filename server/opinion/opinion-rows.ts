import type { RuleOutcome, SpacingFinding, SpacingObject } from "#data/analyses/spacing-results.ts";
import { findLayer } from "#data/layers/index.ts";
import type { HazardDescription, Proposal, TargetDescription } from "#data/standards/proposal.ts";
import type { SignedOpinion } from "../services.ts";
import { type Language, verdictText } from "./reason-words.ts";
import { OPINION_WORDS } from "./words.ts";

/** One rule applied to one pair: a row of the annex. */
export interface PairRule {
  readonly finding: SpacingFinding;
  readonly rule: RuleOutcome;
}

/** In the order of the findings: the worst pair first, and of each pair the worst rule. */
export const pairRules = (findings: readonly SpacingFinding[]): PairRule[] =>
  findings.flatMap((finding) => finding.rules.map((rule) => ({ finding, rule })));

export function objectText({ layer, code, name }: SpacingObject, language: Language): string {
  if (layer === null) return OPINION_WORDS[language].proposal;
  return code && name && code !== name ? `${name} (${code})` : name || code;
}

export const layerText = ({ layer }: SpacingObject, language: Language): string =>
  layer === null ? OPINION_WORDS[language].proposal : (findLayer(layer)?.title[language] ?? layer);

/** What is said of the use, as far as it is known: `kind: filling-station, petrolM3: 60`. */
export function descriptionOf({ use }: Proposal, language: Language): string {
  const { sides } = OPINION_WORDS[language];
  const described: HazardDescription | TargetDescription = use.side === "hazard" ? use.hazard : use.target;
  const facts = Object.entries(described)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name} ${value}`);
  const substances = use.side === "hazard" ? use.substances.map(({ name, tonnes }) => `${name} ${tonnes} t`) : [];
  return [sides[use.side], ...facts, ...substances].join(language === "zh" ? "，" : ", ");
}

/** To the centimetre, as it is measured. */
export const metres = (value: number): string => value.toFixed(2);

/** What the opinion says about itself, item by item. */
export function opinionFacts(opinion: SignedOpinion, language: Language): (readonly [string, string])[] {
  const { facts, none, demo } = OPINION_WORDS[language];
  const { proposal, zone } = opinion;
  return [
    ...(opinion.demo ? [["", demo] as const] : []),
    [facts.number, opinion.number],
    [facts.zone, zone.name?.[language] ?? none],
    [facts.name, proposal.name],
    [facts.use, descriptionOf(proposal, language)],
    [facts.positionError, String(proposal.positionErrorM)],
    [facts.verdict, verdictText(opinion.verdict, language)],
    [facts.edition, opinion.rules.edition],
    [facts.asOf, opinion.asOf ?? localTime(opinion.at)],
    [facts.by, opinion.by],
    [facts.at, localTime(opinion.at)],
    [facts.remark, opinion.remark ?? none],
    [facts.proof, opinion.proofSha256],
    [facts.program, opinion.program],
  ];
}

/** On this machine's clock, to the minute, with the offset: a document is read where its office is. */
export function localTime(instant: string): string {
  const at = new Date(instant);
  const minutes = -at.getTimezoneOffset();
  const pad = (value: number) => String(Math.trunc(Math.abs(value))).padStart(2, "0");
  const shifted = new Date(at.getTime() + minutes * 60_000).toISOString().slice(0, 16).replace("T", " ");
  return `${shifted} ${minutes < 0 ? "-" : "+"}${pad(minutes / 60)}:${pad(minutes % 60)}`;
}
