import { z } from "zod";
import type { BlackSpotSummary } from "../../analyses/black-spot-results.ts";
import { type AnalysisInputs, AnalysisRefusal } from "../../analyses/define.ts";
import { limitSchema } from "../../analyses/parameters.ts";
import { CRASH_PARAMETERS } from "../crash-parameters.ts";
import { routeNetworkOf } from "../network/build-network.ts";
import type { RouteNetwork } from "../network/route.ts";
import { findSettingsProblem } from "../rule-sets/check-settings.ts";
import { DEFAULT_RULE_SET, findRuleSet, RULE_SETS } from "../rule-sets/index.ts";
import { type RuleSet, type RuleSettings, RuleSettingsSchema } from "../rule-sets/rule-set.ts";
import { type CrashSelection, selectCrashes } from "../select-crashes.ts";
import { type Scene, sceneOf } from "./scene.ts";

/** What screening by rule and its watch list are asked with. */
export const SCREENING_PARAMETERS = {
  ruleSet: z.enum(RULE_SETS.map(({ id }) => id) as [string, ...string[]]).default(DEFAULT_RULE_SET),
  overrides: RuleSettingsSchema.partial().default({}).describe("Numbers to use instead of the rule set's"),
  ...CRASH_PARAMETERS,
  limit: limitSchema(1_000),
} as const;

const Parameters = z.strictObject(SCREENING_PARAMETERS);
export type ScreeningParameters = z.output<typeof Parameters>;

/** The numbers of a rule set under those that were set otherwise. */
function settingsOf({ ruleSet: id, overrides }: Pick<ScreeningParameters, "ruleSet" | "overrides">) {
  const ruleSet = findRuleSet(id);
  if (!ruleSet) throw new RangeError(`no rule set ${id}`);
  const given = Object.fromEntries(Object.entries(overrides).filter(([, value]) => value !== undefined));
  return { ruleSet, settings: { ...ruleSet.settings, ...given } as RuleSettings };
}

/** Circles around accidents on all roads need no roads, and then do not ask for them. */
const needsRoads = ({ unit, roads }: RuleSettings): boolean =>
  roads !== "all" || unit.kind === "window" || unit.centre === "junctions";

export const screeningLayers = (parameters: Pick<ScreeningParameters, "ruleSet" | "overrides">): readonly string[] =>
  needsRoads(settingsOf(parameters).settings) ? ["accidents", "roads"] : ["accidents"];

/** A rule ready to be applied to the accidents that it counts. */
export interface ScreeningRun {
  readonly ruleSet: RuleSet;
  readonly settings: RuleSettings;
  readonly selection: CrashSelection;
  readonly network: RouteNetwork | null;
  readonly scene: Scene;
  /** What is said of every answer. */
  readonly summary: Omit<BlackSpotSummary, "found" | "listed">;
}

/** @throws AnalysisRefusal for settings that contradict each other, and for a rule whose counts were not found and not given. */
export function prepareScreening(parameters: ScreeningParameters, inputs: AnalysisInputs): ScreeningRun {
  const { ruleSet, settings } = settingsOf(parameters);
  const problem = findSettingsProblem(settings);
  if (problem) throw new AnalysisRefusal(`overrides.${problem.field}`, problem.reason, problem.allowed);
  if (settings.criteria.length === 0) {
    const reason = `the counts of ${ruleSet.id} were not found: give those of its text`;
    throw new AnalysisRefusal("overrides.criteria", reason, "1 to 12 criteria");
  }
  const withRoads = needsRoads(settings);
  const { periodYears } = settings;
  const selection = selectCrashes({ ...parameters, periodYears, by: withRoads ? "roads" : "position" }, inputs);
  const network = withRoads ? routeNetworkOf(inputs.snapshot("roads")) : null;
  const scene = sceneOf(selection, network, settings);
  const { id, edition, title, source, confidence } = ruleSet;
  return {
    ruleSet,
    settings,
    selection,
    network,
    scene,
    summary: {
      ruleSet: { id, edition, title, source, confidence },
      settings,
      changed: changedNames(ruleSet.settings, settings),
      from: selection.from,
      to: selection.to,
      tally: selection.tally,
      screenedM: scene.screenedM,
      screenedPlaces: scene.screenedPlaces,
    },
  };
}

/** `periodYears`, `unit.lengthM`: a list counts as one. */
function changedNames(own: object, used: object, path = ""): string[] {
  const names = new Set([...Object.keys(own), ...Object.keys(used)]);
  return [...names].flatMap((name) => {
    const [a, b] = [own, used].map((each) => (each as Record<string, unknown>)[name]);
    const isGroup = [a, b].every((each) => typeof each === "object" && each !== null && !Array.isArray(each));
    if (isGroup) return changedNames(a as object, b as object, `${path}${name}.`);
    return JSON.stringify(a) === JSON.stringify(b) ? [] : [`${path}${name}`];
  });
}
