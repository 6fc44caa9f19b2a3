import type { RuleSettings } from "#data/traffic/rule-sets/rule-set.ts";
import type { RuleWords } from "../../../messages/traffic-rule.ts";
import type { Language } from "../../../messages/words.ts";
import { formatNumber, metres } from "../../../ui/quantities.ts";

/** The numbers of a rule as one line: the unit, the years, the junctions, the roads and the conditions. */
export function settingsText(settings: RuleSettings, words: RuleWords, language: Language): string {
  const { unit, periodYears, junctions, roads, criteria, most } = settings;
  const years = `${formatNumber(periodYears, language, 2)} ${words.years}`;
  return [
    unitText(unit, words),
    years,
    junctions.apart ? `${words.fields.junctions} ${metres(junctions.radiusM)} ${words.apart.yes}` : "",
    roads === "all" ? "" : words.roads[roads],
    criteria.map((criterion) => words.criterion(criterion)).join(words.or),
    most === null ? "" : `${words.fields.most} ${formatNumber(most, language)} ${words.places}`,
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

function unitText(unit: RuleSettings["unit"], words: RuleWords): string {
  if (unit.kind === "circle")
    return `${words.units.circle} ${words.fields.radiusM} ${metres(unit.radiusM)} (${words.centres[unit.centre]})`;
  const street = unit.streetLengthM === undefined ? "" : ` (${words.roads.street} ${metres(unit.streetLengthM)})`;
  return `${words.fields.lengthM} ${metres(unit.lengthM)}${street} · ${words.fields.stepM} ${metres(unit.stepM)}`;
}
