import type { CrashPattern } from "#data/analyses/black-spot-results.ts";
import type { RuleSettings } from "#data/traffic/rule-sets/rule-set.ts";
import { type Block, paragraph, table } from "../document/word-document.ts";
import { lastDayOf } from "./entry.ts";
import { LETTER_WORDS } from "./letter-words.ts";
import type { SpotBasis } from "./register.ts";
import { codeTitle, type Language, SPOT_WORDS } from "./spot-words.ts";

/** By which rule the spot is one, with everything that its numbers hang on. @param ledgerBasis - as a ledger words it. */
export function basisBlocks(basis: SpotBasis | null, ledgerBasis: string | null, language: Language): Block[] {
  const words = LETTER_WORDS[language];
  if (!basis) return [paragraph(words.noBasis(ledgerBasis))];
  const { methods, confidences, and } = SPOT_WORDS[language];
  const { method, ruleSet, settings, changed, period, tally } = basis;
  const facts: [string, string][] = [
    [words.basis.method, methods[method]],
    ...(ruleSet
      ? ([
          [words.basis.rule, ruleSet.title[language]],
          [words.basis.edition, `${ruleSet.id} ${ruleSet.edition}`],
          [words.basis.source, ruleSet.source[language]],
          [words.basis.confidence, confidences[ruleSet.confidence]],
        ] satisfies [string, string][])
      : []),
    ...(settings ? ([[words.basis.unit, unitText(settings, language)]] satisfies [string, string][]) : []),
    ...(changed.length > 0
      ? ([[words.basis.changed, changed.map((name) => settingName(name, words.settings)).join(and)]] satisfies [
          string,
          string,
        ][])
      : []),
    ...(period
      ? ([[words.basis.period, words.between(period.from, lastDayOf(period.to))]] satisfies [string, string][])
      : []),
    ...(tally ? ([[words.basis.tally, words.tally(tally)]] satisfies [string, string][]) : []),
  ];
  return [table([1, 3], null, facts), ...criteriaTable(basis, language)];
}

/** A finding may have been registered by a version that had other settings. */
const settingName = (name: string, names: Readonly<Record<string, string>>): string => names[name] ?? name;

function unitText({ unit }: RuleSettings, language: Language): string {
  const words = LETTER_WORDS[language];
  return unit.kind === "window"
    ? words.window(unit.lengthM, unit.streetLengthM, unit.stepM)
    : words.circle(unit.radiusM, unit.centre);
}

function criteriaTable({ criteria, settings }: SpotBasis, language: Language): Block[] {
  if (criteria.length === 0) return [];
  const words = LETTER_WORDS[language];
  const rows = criteria.map(({ id, counted, needed, pattern, outcome }) => {
    const criterion = settings?.criteria.find((each) => each.id === id);
    const said = words.outcomes[outcome];
    return [
      criterion ? words.criterion(criterion) : id,
      String(counted),
      String(needed),
      pattern ? `${said}${SPOT_WORDS[language].and}${patternText(pattern, language)}` : said,
    ];
  });
  return [table([5, 1, 1, 3], words.criteriaColumns, rows)];
}

function patternText({ by, value, crashes, of }: CrashPattern, language: Language): string {
  const words = LETTER_WORDS[language];
  const shown = by === "form" ? codeTitle("accidents", "form", value, language) : value;
  return words.pattern(words.patternBy[by], shown, crashes, of);
}
