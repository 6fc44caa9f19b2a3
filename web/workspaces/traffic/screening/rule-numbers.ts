import type { Criterion, RuleSettings } from "#data/traffic/rule-sets/rule-set.ts";

/** The numbers by which the page screens: those of the rule set under what was set otherwise. */
export const settingsOf = (own: RuleSettings, overrides: Partial<RuleSettings>): RuleSettings => ({
  ...own,
  ...overrides,
});

/** What has to be kept of settings: those that differ from the rule set's own. */
export function overridesOf(own: RuleSettings, settings: RuleSettings): Partial<RuleSettings> {
  return Object.fromEntries(
    Object.entries(settings).filter(([key, value]) => !isEqual(value, own[key as keyof RuleSettings])),
  );
}

/** Whether two settings mean the same; what is not set equals what is absent. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => isEqual((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]));
}

type Unit = RuleSettings["unit"];

/** A unit of another kind: the rule set's own where it has that kind, else what such rules usually have. */
export function unitOfKind(kind: Unit["kind"], own: Unit): Unit {
  if (own.kind === kind) return own;
  if (kind === "window") return { kind: "window", lengthM: 500, stepM: 50 };
  return { kind: "circle", radiusM: 150, centre: "junctions" };
}

/** A window whose step leaves no holes: it never exceeds the shortest window. */
export function withFittingStep(unit: Extract<Unit, { kind: "window" }>): Unit {
  return { ...unit, stepM: Math.min(unit.stepM, longestStepM(unit)) };
}

/** The shortest window of a rule: no step may be longer. */
export const longestStepM = ({ lengthM, streetLengthM }: Extract<Unit, { kind: "window" }>): number =>
  Math.min(lengthM, streetLengthM ?? lengthM);

/** One more condition, under an id that none of the others has. */
export function withCriterion(criteria: readonly Criterion[]): Criterion[] {
  const taken = new Set(criteria.map(({ id }) => id));
  let at = criteria.length + 1;
  while (taken.has(`own-${at}`)) at++;
  return [...criteria, { id: `own-${at}`, crashes: "fatal", atLeast: 3, regular: false }];
}

/** A condition with a change; deaths are asked for only where somebody may have been killed. */
export function changedCriterion(criterion: Criterion, change: Partial<Criterion>): Criterion {
  const { minDeaths, ...changed } = { ...criterion, ...change };
  return minDeaths === undefined || !mayKill(changed.crashes) ? changed : { ...changed, minDeaths };
}

/** Whether crashes of a kind may have killed somebody. */
export const mayKill = (crashes: Criterion["crashes"]): boolean =>
  crashes !== "injury" && crashes !== "injury-or-damage";
