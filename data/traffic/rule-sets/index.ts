import city2008 from "./city-2008.json" with { type: "json" };
import city2008County from "./city-2008-county.json" with { type: "json" };
import koroad from "./koroad.json" with { type: "json" };
import molitKrAll from "./molit-kr-all.json" with { type: "json" };
import molitKrSegment from "./molit-kr-segment.json" with { type: "json" };
import molitKrSpot from "./molit-kr-spot.json" with { type: "json" };
import mps2019 from "./mps-2019.json" with { type: "json" };
import mps2019Segment from "./mps-2019-segment.json" with { type: "json" };
import mpsLegacy from "./mps-legacy.json" with { type: "json" };
import mpsLegacySegment from "./mps-legacy-segment.json" with { type: "json" };
import proposed500 from "./proposed-500.json" with { type: "json" };
import { readRuleSets } from "./read-rule-sets.ts";
import type { RuleSet } from "./rule-set.ts";

/** Every rule set that is offered, in the order of the list. The first is the one that is asked when none is named. */
export const RULE_SETS: readonly RuleSet[] = readRuleSets({
  "proposed-500.json": proposed500,
  "mps-2019.json": mps2019,
  "mps-2019-segment.json": mps2019Segment,
  "mps-legacy.json": mpsLegacy,
  "mps-legacy-segment.json": mpsLegacySegment,
  "city-2008.json": city2008,
  "city-2008-county.json": city2008County,
  "molit-kr-spot.json": molitKrSpot,
  "molit-kr-segment.json": molitKrSegment,
  "molit-kr-all.json": molitKrAll,
  "koroad.json": koroad,
});

export const DEFAULT_RULE_SET = "proposed-500";

/** @returns the rule set, or `undefined` when none has this id. */
export const findRuleSet = (id: string): RuleSet | undefined => RULE_SETS.find((each) => each.id === id);
