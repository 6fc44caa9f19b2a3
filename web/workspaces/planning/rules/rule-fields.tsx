import type { ReactNode } from "react";
import type { Title } from "#data/layers/define.ts";
import { classTitle, measureTitle } from "#data/standards/classes.ts";
import type { AppliedRule } from "#data/standards/rule.ts";
import { SOURCES } from "#data/standards/sources.ts";
import { RULE_WORDS } from "../../../messages/planning-rules.ts";
import { VERDICT_WORDS } from "../../../messages/planning-verdict.ts";
import { useTitle, useWords } from "../../../messages/words.ts";
import { exactMetres } from "../check/exact-metres.ts";
import { Sureness } from "../check/finding-rules.tsx";
import { bandText } from "./filter-rules.ts";

type Words = (typeof RULE_WORDS)["zh"];

/** Every field of a rule in the order in which a planner reads it. */
export const RULE_FIELDS = [
  "standard",
  "clause",
  "valid",
  "hazard",
  "band",
  "targets",
  "distance",
  "timesHeight",
  "measuredFrom",
  "measuredTo",
  "strength",
  "confidence",
  "source",
  "note",
  "word",
  "id",
] as const satisfies readonly (keyof Words["fields"])[];

export function RuleField({ rule, field }: { rule: AppliedRule; field: (typeof RULE_FIELDS)[number] }): ReactNode {
  const words = useWords(RULE_WORDS);
  const verdicts = useWords(VERDICT_WORDS);
  const title = useTitle();
  switch (field) {
    case "standard":
    case "clause":
    case "id":
      return rule[field];
    case "source":
      return sourceOf(rule, title);
    case "valid":
      return words.since(rule.validFrom, rule.validTo);
    case "hazard":
      return title(classTitle(rule.hazard));
    case "band":
      return rule.band ? `${words.quantities[rule.band.quantity]} ${bandText(rule.band)}` : words.anyQuantity;
    case "targets":
      return rule.targets.map((id) => <div key={id}>{title(classTitle(id))}</div>);
    case "distance":
      return <b>{exactMetres(rule.distanceM)}</b>;
    case "timesHeight":
      return rule.timesHeight === null ? "—" : words.timesHeight(String(rule.timesHeight), exactMetres(rule.distanceM));
    case "measuredFrom":
    case "measuredTo":
      return title(measureTitle(rule[field]));
    case "strength":
      return verdicts.strengths[rule.strength];
    case "confidence":
      return (
        <>
          <Sureness rule={{ confidence: rule.confidence, confirmed: false, overridden: false }} />{" "}
          {verdicts.confidenceHints[rule.confidence]}
        </>
      );
    case "note":
      return rule.note ? title(rule.note) : "—";
    case "word":
      return wordOf(rule, words);
  }
}

/** Which copy the number was read in; a site's own rule file names its source itself. */
function sourceOf({ source }: AppliedRule, title: (of: Title) => string): string {
  const known = SOURCES[source];
  return known ? [title(known.title), known.copy].filter((part) => part !== "").join(" · ") : source;
}

function wordOf({ overrides, confirmed, distanceM }: AppliedRule, words: Words): string {
  if (overrides) {
    const { by, at, reason } = overrides;
    return words.overriddenBy(exactMetres(overrides.distanceM), exactMetres(distanceM), by, at.slice(0, 10), reason);
  }
  return confirmed ? words.confirmedBy(confirmed.by, confirmed.at.slice(0, 10)) : words.noWord;
}
