import type { RuleOutcome, SpacingFinding } from "#data/analyses/spacing-results.ts";
import type { SpacingRule } from "#data/standards/rule.ts";

/** A row of a site's own rule file. */
export const localRule = (over: Partial<SpacingRule> = {}): SpacingRule => ({
  id: "local-park-a.important",
  standard: "园区安全控制线规定 2026",
  clause: "第3条",
  validFrom: "2026-01-01",
  validTo: null,
  hazard: "store-a-1256",
  band: null,
  targets: ["important-public"],
  distanceM: 60,
  timesHeight: null,
  measuredFrom: "outer-wall",
  measuredTo: "outer-wall",
  strength: "must",
  confidence: "verified",
  source: "管委会文件",
  note: null,
  ...over,
});

/** The file in which `localRule` stands. */
export function localRuleFile() {
  const { id: _, hazard, targets, distanceM, band, timesHeight: __, note: ___, ...statements } = localRule();
  return {
    ...statements,
    id: "local",
    tables: [
      {
        id: "park",
        columns: [{ id: "a", hazard, band }],
        rows: [{ id: "important", targets, distancesM: [distanceM] }],
      },
    ],
  };
}

export const ruleOutcome = (over: Partial<RuleOutcome> = {}): RuleOutcome => ({
  ruleId: "local-park-a.important",
  standard: "园区安全控制线规定 2026",
  clause: "第3条",
  hazardClass: "store-a-1256",
  targetClass: "important-public",
  strength: "must",
  confidence: "verified",
  confirmed: false,
  overridden: false,
  requiredM: 60,
  requiredAtMostM: 60,
  unreducedM: null,
  claimedReduction: null,
  measuredM: 40,
  uncertaintyM: 1,
  verdict: "too-near",
  shortfallM: 20,
  reasons: [],
  ...over,
});

const uuidOf = (kind: number, n: number) => `018f0000-0000-7000-8${kind}00-${String(n).padStart(12, "0")}`;

/** Store `n` by neighbour `n`. */
export const spacingFinding = (n: number, over: Partial<SpacingFinding> = {}): SpacingFinding => ({
  hazard: { layer: "hazard-sources", id: uuidOf(1, n), code: `H${n}`, name: `仓库 ${n}` },
  target: { layer: "protection-targets", id: uuidOf(2, n), code: `T${n}`, name: `学校 ${n}` },
  verdict: "too-near",
  distanceM: 40,
  line: [
    [122.26, 43.62],
    [122.2605, 43.62],
  ],
  rules: [ruleOutcome()],
  people: 100,
  ...over,
});
