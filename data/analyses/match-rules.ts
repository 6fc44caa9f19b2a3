import { inBand } from "../standards/bands.ts";
import type { HazardClass, MeasurePoint, TargetClass } from "../standards/classes.ts";
import type { HazardFacet, HazardProfile, TargetFacet, TargetProfile } from "../standards/classify/facets.ts";
import type { AppliedRule, Quantity, Reduction, RuleBook } from "../standards/rule.ts";
import { getOrMake } from "./get-or-make.ts";
import type { Reason } from "./spacing-results.ts";
import { TARGET_LAYERS } from "./spacing-things.ts";

/** What one rule, or the cases of one table that unknown facts leave open, ask between a hazard and a target. */
export interface Demand {
  /** The row that is cited: the one that holds in any case, else the most demanding of the open ones. */
  readonly rule: AppliedRule;
  readonly hazardClass: HazardClass;
  readonly targetClass: TargetClass;
  /** Asked whatever the unknown facts are; 0: they may make the rule fall away. */
  readonly requiredM: number;
  /** Asked at most. */
  readonly requiredAtMostM: number;
  readonly unreducedM: number | null;
  readonly reduction: Reduction | null;
  readonly measuredFrom: MeasurePoint;
  readonly measuredTo: MeasurePoint;
  /** Nobody has checked the number against the text: it alone makes nothing too near. */
  readonly isUncertain: boolean;
  readonly reasons: readonly Reason[];
}

/** The rules of a book by the classes that they are between, and the demands that were worked out from them. */
export class RuleIndex {
  readonly #byHazard = new Map<HazardClass, AppliedRule[]>();
  readonly #byTarget = new Map<TargetClass, AppliedRule[]>();
  readonly #demands = new WeakMap<HazardProfile, WeakMap<TargetProfile, Map<string, readonly Demand[]>>>();
  readonly #variants = new WeakMap<HazardFacet, readonly Variant[]>();
  readonly #reaches = new WeakMap<HazardProfile, ReadonlyMap<string, number>>();

  constructor({ rules }: RuleBook) {
    for (const rule of rules) {
      listAt(this.#byHazard, rule.hazard).push(rule);
      for (const target of rule.targets) listAt(this.#byTarget, target).push(rule);
    }
  }

  ofHazard(hazardClass: HazardClass): readonly AppliedRule[] {
    return this.#byHazard.get(hazardClass) ?? [];
  }

  /** The ways in which the unknown facts of a part may turn out, as far as they make a difference. */
  variants(facet: HazardFacet): readonly Variant[] {
    return getOrMake(this.#variants, facet, () => variantsOf(this, facet));
  }

  /** What the rules ask between the two, the greatest demand first. @param reductions - reliefs that were claimed. */
  demands(hazard: HazardProfile, target: TargetProfile, reductions: readonly Reduction[] = []): readonly Demand[] {
    const ofHazard = getOrMake(
      this.#demands,
      hazard,
      () => new WeakMap<TargetProfile, Map<string, readonly Demand[]>>(),
    );
    const ofPair = getOrMake(ofHazard, target, () => new Map<string, readonly Demand[]>());
    const key = reductions.map(({ id }) => id).join();
    return getOrMake(ofPair, key, () => findDemands(this, hazard, target, reductions));
  }

  /** Rows that some case of a hazard comes under, whatever the target is. */
  applicable(hazard: HazardProfile): readonly AppliedRule[] {
    const found = new Map<string, AppliedRule>();
    for (const facet of hazard.facets)
      for (const variant of this.variants(facet)) for (const rule of variant.rules) found.set(rule.id, rule);
    return [...found.values()];
  }

  /** No rule asks more of a hazard towards what is in a layer, metres; 0: none asks anything. */
  reachM(hazard: HazardProfile, layer: string): number {
    const byLayer = getOrMake(this.#reaches, hazard, () => {
      const applicable = this.applicable(hazard);
      return new Map(
        Object.entries(TARGET_LAYERS).map(([each, classes]) => {
          const towards = applicable.filter(({ targets }) => targets.some((target) => classes.includes(target)));
          return [each, Math.max(0, ...towards.map((rule) => mostOf(rule, TALLEST_POLE_M)))];
        }),
      );
    });
    return byLayer.get(layer) ?? 0;
  }

  /** No rule asks more towards a target of these classes, metres. */
  reachToM(target: TargetProfile): number {
    let reach = 0;
    for (const { classes } of target.facets)
      for (const each of classes)
        if (each)
          for (const rule of this.#byTarget.get(each) ?? []) reach = Math.max(reach, mostOf(rule, TALLEST_POLE_M));
    return reach;
  }
}

const TALLEST_POLE_M = 80;

const mostOf = ({ distanceM, timesHeight }: AppliedRule, poleM: number): number =>
  timesHeight === null ? distanceM : Math.max(distanceM, timesHeight * poleM);

const listAt = <Key, Value>(map: Map<Key, Value[]>, key: Key): Value[] => getOrMake(map, key, () => []);

const indexes = new WeakMap<RuleBook, RuleIndex>();

/** The index of a book, made once. */
export const ruleIndexOf = (book: RuleBook): RuleIndex => getOrMake(indexes, book, () => new RuleIndex(book));

/** One way that the unknown facts of a part may turn out, with the rows that it then comes under. */
interface Variant {
  readonly hazardClass: HazardClass | null;
  readonly rules: readonly AppliedRule[];
}

function variantsOf(index: RuleIndex, facet: HazardFacet): Variant[] {
  // Amounts between the same edges come under the same rows: one of them stands for all.
  const distinct = new Map<string, Variant>();
  for (const variant of everyVariant(index, facet)) {
    const key = [variant.hazardClass, ...variant.rules.map(({ id }) => id)].join();
    if (!distinct.has(key)) distinct.set(key, variant);
  }
  return [...distinct.values()];
}

function everyVariant(index: RuleIndex, facet: HazardFacet): Variant[] {
  return facet.cases.flatMap((each): Variant[] => {
    if (!each) return [{ hazardClass: null, rules: [] }];
    const { hazardClass, amounts } = each;
    const rules = index.ofHazard(hazardClass);
    let open: Readonly<Partial<Record<Quantity, number>>>[] = [{}];
    for (const quantity of new Set(rules.flatMap(({ band }) => (band ? [band.quantity] : [])))) {
      const tried = amountsToTry(rules, quantity, amounts[quantity] ?? [0, Number.POSITIVE_INFINITY]);
      open = open.flatMap((so) => tried.map((amount) => ({ ...so, [quantity]: amount })));
    }
    return open.map((tried) => ({
      hazardClass,
      rules: rules.filter(({ band }) => !band || inBand(band, tried[band.quantity]!)),
    }));
  });
}

/** One amount in each interval that the bands of the rows cut out of what the quantity can be, and their ends. */
function amountsToTry(
  rules: readonly AppliedRule[],
  quantity: Quantity,
  [least, most]: readonly [number, number],
): number[] {
  if (least === most) return [least];
  const ends = rules.flatMap(({ band }) =>
    band?.quantity === quantity
      ? [band.from, band.above, band.below, band.upTo].filter((end) => end !== undefined && end > least && end < most)
      : [],
  ) as number[];
  const sorted = [...new Set(ends)].sort((a, b) => a - b);
  const last = sorted.at(-1) ?? least;
  const points = [least, ...sorted, Number.isFinite(most) ? most : last * 2 + 1];
  return points.flatMap((point, i) => (i === 0 ? [point] : [(points[i - 1]! + point) / 2, point]));
}

function findDemands(
  index: RuleIndex,
  hazard: HazardProfile,
  target: TargetProfile,
  reductions: readonly Reduction[],
): Demand[] {
  const found = new Map<string, Demand>();
  for (const hazardFacet of hazard.facets) {
    const variants = index.variants(hazardFacet);
    for (const targetFacet of target.facets)
      for (const demand of facetDemands(variants, hazardFacet, targetFacet, target, reductions)) {
        const same = found.get(demand.rule.id);
        if (!same || isStricter(demand, same)) found.set(demand.rule.id, demand);
      }
  }
  return [...found.values()].sort(
    (a, b) => b.requiredAtMostM - a.requiredAtMostM || b.requiredM - a.requiredM || (a.rule.id < b.rule.id ? -1 : 1),
  );
}

const isStricter = (a: Demand, b: Demand): boolean =>
  a.requiredM !== b.requiredM ? a.requiredM > b.requiredM : a.requiredAtMostM > b.requiredAtMostM;

/** A row under one combination of cases. */
interface Applied {
  readonly rule: AppliedRule;
  readonly targetClass: TargetClass;
  readonly leastM: number;
  readonly mostM: number;
  readonly reduction: Reduction | null;
}

/**
 * The demands between one part of a hazard and one respect of a target: rows of one standard, measured between the same points,
 * stand for each other in the open cases. In each case the most demanding of them counts; over the cases, the least and the most.
 */
function facetDemands(
  variants: readonly Variant[],
  hazardFacet: HazardFacet,
  targetFacet: TargetFacet,
  target: TargetProfile,
  reductions: readonly Reduction[],
): Demand[] {
  const combinations = variants.flatMap((variant) =>
    targetFacet.classes.map((targetClass) => {
      const rules = targetClass === null ? [] : variant.rules.filter(({ targets }) => targets.includes(targetClass));
      return rules
        .filter(({ standard }) => !targetFacet.notUnder?.some((start) => standard.startsWith(start)))
        .map((rule) => appliedRule(rule, targetClass!, target, reductions));
    }),
  );
  const groups = new Map<string, Applied[][]>();
  combinations.forEach((rules, i) => {
    for (const each of rules) {
      const cases = getOrMake(groups, groupOf(each.rule), () => combinations.map(() => []));
      cases[i]!.push(each);
    }
  });
  const isOpen = combinations.length > 1;
  const reasons = [...(isOpen || targetFacet.classes.length > 1 ? targetFacet.reasons : []), ...hazardFacet.reasons];
  const demands = [...groups.values()].flatMap((cases) => groupDemands(cases, reasons, target));
  return isOpen ? withJointLeast(demands, combinations) : demands;
}

/**
 * Open cases that come under different standards: where each of them asks for something between the same points, the least of it is
 * asked in any case, and stands with the row that asks it.
 */
function withJointLeast(demands: readonly Demand[], combinations: readonly (readonly Applied[])[]): Demand[] {
  const joint = new Map<string, Applied>();
  for (const points of new Set(demands.map(({ rule }) => pointsOf(rule)))) {
    const worst = combinations.map((rules) =>
      rules
        .filter(({ rule, leastM }) => leastM > 0 && pointsOf(rule) === points && !isUncertain(rule))
        .reduce<Applied | null>((a, b) => (a && a.leastM >= b.leastM ? a : b), null),
    );
    if (worst.length === 0 || worst.includes(null)) continue;
    const least = (worst as Applied[]).reduce((a, b) => (b.leastM < a.leastM ? b : a));
    joint.set(groupOf(least.rule), least);
  }
  return demands.map((demand) => {
    const least = joint.get(groupOf(demand.rule));
    if (!least || least.leastM <= demand.requiredM) return demand;
    const { rule, targetClass, leastM, reduction } = least;
    const unreducedM = reduction ? rule.distanceM : null;
    return { ...demand, rule, hazardClass: rule.hazard, targetClass, requiredM: leastM, reduction, unreducedM };
  });
}

const pointsOf = ({ measuredFrom, measuredTo }: AppliedRule): string => `${measuredFrom} ${measuredTo}`;

const groupOf = (rule: AppliedRule): string =>
  [rule.standard, rule.measuredFrom, rule.measuredTo, isUncertain(rule), rule.strength].join("\n");

const isUncertain = ({ confidence, confirmed }: AppliedRule): boolean =>
  confidence === "uncertain" && confirmed === null;

function appliedRule(
  rule: AppliedRule,
  targetClass: TargetClass,
  { poleHeightM }: TargetProfile,
  reductions: readonly Reduction[],
): Applied {
  const [low, high] = poleHeightM ?? [0, TALLEST_POLE_M];
  const [fullLeastM, fullMostM] = [mostOf(rule, low), mostOf(rule, high)];
  let best: Applied = { rule, targetClass, leastM: fullLeastM, mostM: fullMostM, reduction: null };
  for (const reduction of reductions) {
    if (reduction.standard !== rule.standard || !reduction.hazards.includes(rule.hazard)) continue;
    if (reduction.targets !== null && !reduction.targets.includes(targetClass)) continue;
    // A relief makes nothing larger, and one that nobody has checked leaves the full distance open.
    const reduced = (fullM: number) => Math.min(fullM, Math.max(fullM * reduction.factor, reduction.leastM));
    const leastM = reduced(fullLeastM);
    const mostM = reduction.confidence === "uncertain" ? fullMostM : reduced(fullMostM);
    if (leastM < best.leastM) best = { rule, targetClass, leastM, mostM, reduction };
  }
  return best;
}

function groupDemands(
  cases: readonly (readonly Applied[])[],
  reasons: readonly Reason[],
  target: TargetProfile,
): Demand[] {
  const worstOf = (rules: readonly Applied[]) => rules.reduce((a, b) => (b.leastM > a.leastM ? b : a));
  const worst = cases.map((rules) => (rules.length === 0 ? null : worstOf(rules)));
  const present = worst.filter((each) => each !== null);
  const requiredM = present.length < worst.length ? 0 : Math.min(...present.map(({ leastM }) => leastM));
  const most = present.reduce((a, b) => (b.mostM > a.mostM ? b : a));
  const holding = requiredM > 0 ? present.find(({ leastM }) => leastM === requiredM)! : most;
  const cited = demandOf(holding, requiredM, most.mostM, requiredM === most.mostM ? noise(reasons) : reasons, target);
  // Other rows of the group that hold in every case stand beside it.
  const others = (cases[0] ?? []).filter(
    ({ rule }) => rule.id !== holding.rule.id && cases.every((rules) => rules.some((each) => each.rule.id === rule.id)),
  );
  return [cited, ...others.map((each) => demandOf(each, each.leastM, each.mostM, noise(reasons), target))];
}

/** What is still to be said where the open facts change no number: how the hazard's class and outline were come by. */
const noise = (reasons: readonly Reason[]): Reason[] =>
  reasons.filter(({ code }) => ["plant-boundary", "fire-class-from-substances", "volume-from-tonnes"].includes(code));

function demandOf(
  { rule, targetClass, reduction }: Applied,
  requiredM: number,
  requiredAtMostM: number,
  reasons: readonly Reason[],
  { poleHeightM }: TargetProfile,
): Demand {
  const codes = new Set<string>();
  const said = [
    ...reasons,
    ...(rule.timesHeight !== null && poleHeightM
      ? [{ code: "pole-height-unknown", values: { leastM: poleHeightM[0], mostM: poleHeightM[1] } } as const]
      : []),
    ...(isUncertain(rule) || reduction?.confidence === "uncertain" ? [{ code: "rule-unverified" } as const] : []),
  ].filter(({ code }) => !codes.has(code) && codes.add(code));
  return {
    rule,
    hazardClass: rule.hazard,
    targetClass,
    requiredM,
    requiredAtMostM,
    unreducedM: reduction ? rule.distanceM : null,
    reduction,
    measuredFrom: rule.measuredFrom,
    measuredTo: rule.measuredTo,
    isUncertain: isUncertain(rule),
    reasons: said,
  };
}
