import { describe, expect, test } from "vitest";
import { conflicts } from "#data/analyses/conflicts.ts";
import type { SpacingFinding } from "#data/analyses/spacing-results.ts";
import { TARGET_LAYERS } from "#data/analyses/spacing-things.ts";
import type { DemoZone } from "#data/demo/index.ts";
import { inputsOf, openedSnapshot, runOn } from "../../support/bench-data.ts";
import { otherZone, zone } from "./zone.ts";

const findConflicts = ({ layers }: DemoZone) =>
  runOn(conflicts, {}, inputsOf(...Object.keys(TARGET_LAYERS).map((layer) => openedSnapshot(layer, layers[layer]!))));

const pairOf = ({ hazard, target }: SpacingFinding): string => `${hazard.code} ${target.layer} ${target.code}`;

const plantedPairs = ({ plantedConflicts }: DemoZone): string[] =>
  plantedConflicts
    .map(({ hazardCode, targetLayer, targetCode }) => `${hazardCode} ${targetLayer} ${targetCode}`)
    .sort();

const tooNear = (findings: readonly SpacingFinding[]) => findings.filter(({ verdict }) => verdict === "too-near");

const { findings, summary } = findConflicts(zone);

describe("the conflicts of the zone", () => {
  test("are those that were planted, and nothing else", () => {
    expect(tooNear(findings).map(pairOf).sort()).toEqual(plantedPairs(zone));
    expect(summary.counts["too-near"]).toBe(12);
  });

  test("have the required distance and the clause of the most demanding rule, and the distance as built", () => {
    const byPair = new Map(findings.map((finding) => [pairOf(finding), finding]));
    for (const { hazardCode, targetLayer, targetCode, distanceM, requiredM, clause } of zone.plantedConflicts) {
      const { rules, distanceM: measuredM } = byPair.get(`${hazardCode} ${targetLayer} ${targetCode}`)!;
      const most = Math.max(...rules.map((rule) => rule.requiredAtMostM));
      expect(most, hazardCode).toBe(requiredM);
      const demanding = rules.filter((rule) => rule.requiredM === most);
      expect(demanding.map((rule) => `${rule.standard} ${rule.clause}`)).toContain(clause);
      expect(Math.abs(measuredM - distanceM)).toBeLessThan(0.03);
    }
  });

  test("that nobody can tell are chemical firms beside petrochemical plants, of which the ledger does not say what they are", () => {
    const open = findings.filter(({ verdict }) => verdict === "cannot-tell");
    expect(open.length).toBeLessThan(25);
    for (const finding of open) {
      expect(finding.target.layer, pairOf(finding)).toBe("enterprises");
      const reasons = finding.rules[0]!.reasons.map(({ code }) => code);
      expect(reasons).toContain("kind-unknown");
    }
  });
});

test("another seed has its planted conflicts and nothing else as well", () => {
  const other = otherZone();
  expect(tooNear(findConflicts(other).findings).map(pairOf).sort()).toEqual(plantedPairs(other));
});
