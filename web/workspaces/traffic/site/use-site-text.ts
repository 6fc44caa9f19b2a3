import type { FactorFinding } from "#data/analyses/site-diagnosis-results.ts";
import type { LayerDefinition } from "#data/layers/define.ts";
import { getLayer } from "#data/layers/index.ts";
import type { Party } from "#data/traffic/parties.ts";
import { COMPASS_ZH, MANOEUVRES, PARTY_KINDS, type PartyWord } from "#data/traffic/party-words.ts";
import { SITE_WORDS } from "../../../messages/traffic-site.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";

/** Words for what a diagnosis gives as codes. */
export function useSiteText() {
  const words = useWords(SITE_WORDS);
  const language = useLanguage();
  const { factors, crashes } = words;

  const code = (layer: LayerDefinition, attribute: string, value: string | null): string => {
    if (value === null) return crashes.unknown;
    const definition = layer.attributes[attribute];
    const found = definition?.type === "code" ? definition.values.find((each) => each.code === value) : undefined;
    return found?.title[language] ?? value;
  };
  const accident = (attribute: string, value: string | null) => code(getLayer("accidents"), attribute, value);

  const factorValue = ({ factor, value }: Pick<FactorFinding, "factor" | "value">): string => {
    if (factor === "hours") {
      const [from = "", to = ""] = value.split("-");
      return factors.hours(from, to);
    }
    if (factor === "month") return factors.month(value);
    return factors.values[value] ?? accident(factor, value);
  };

  const word = (list: readonly PartyWord[], value: string | null): string | null =>
    list.find((each) => each.code === value)?.title[language] ?? null;

  const party = ({ kind, manoeuvre, from, to }: Party): string => {
    const point = (at: Party["from"]) => (at === null ? "?" : language === "zh" ? COMPASS_ZH[at] : at);
    const course = from === null && to === null ? null : `${point(from)}→${point(to)}`;
    return [word(PARTY_KINDS, kind) ?? crashes.unknown, word(MANOEUVRES, manoeuvre), course].filter(Boolean).join(" ");
  };

  return {
    accident,
    factorValue,
    factor: (finding: Pick<FactorFinding, "factor" | "value">) =>
      `${factors.names[finding.factor]}: ${factorValue(finding)}`,
    parties: (list: readonly Party[]) => list.map(party).join("; "),
    partyKind: (kind: string | null) => word(PARTY_KINDS, kind) ?? crashes.unknown,
    manoeuvre: (manoeuvre: string | null) => word(MANOEUVRES, manoeuvre),
  };
}
