import { expect, test } from "vitest";
import { carrierRisk } from "#data/analyses/carrier-risk.ts";
import { makeSnapshot } from "../../support/make-snapshot.ts";
import { runAnalysis } from "../analyses/run-analysis.ts";
import { zone } from "./zone.ts";

test("the carriers that were made to stand out head the list of risks, and few others are called high", () => {
  const snapshots = ["enterprises", "accidents", "violations"].map((layer) =>
    makeSnapshot(
      layer,
      zone.layers[layer]!.map(({ code, geometry, name, attributes }) => ({ code, geometry, name, attributes })),
      zone.center,
    ),
  );
  const { findings, summary } = runAnalysis(carrierRisk, { today: zone.today }, snapshots);
  const planted = zone.plantedCarriers.map(({ creditCode }) => creditCode);
  const first = findings.slice(0, planted.length).map(({ creditCode }) => creditCode);
  expect(first.sort()).toEqual([...planted].sort());
  expect(summary.byGrade.high).toBeLessThanOrEqual(planted.length + 2);
  expect(summary.byGrade.low).toBeGreaterThan(summary.byGrade.medium);
});
