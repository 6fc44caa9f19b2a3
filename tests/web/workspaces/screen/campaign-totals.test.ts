import { expect, test } from "vitest";
import { campaign } from "#data/analyses/campaign.ts";
import { isInTotal, TOTALS, totalsOf } from "../../../../web/workspaces/screen/campaign/totals.ts";
import { runAnalysis } from "../../../data/analyses/run-analysis.ts";
import { makeSnapshot, point, ZONE } from "../../../support/make-snapshot.ts";

const houses = makeSnapshot("houses", [
  { geometry: point(...ZONE), attributes: { grade: "D", state: "closed", closedOn: "2025-09-01", use: "empty" } },
]);

test.each([
  ["2025-01-01", []],
  ["2026-11-26", []],
  ["2026-11-26", [houses]],
] as const)("on %s every target is counted in one number, and is one of those behind it", (today, ledgers) => {
  const { findings, summary } = runAnalysis(campaign, { today, limit: 0 }, ledgers);
  const totals = totalsOf(summary.total);
  expect(Object.values(totals).reduce((sum, count) => sum + count, 0)).toBe(summary.total.targets);
  for (const finding of findings) expect(TOTALS.filter((total) => isInTotal(finding, total))).toHaveLength(1);
  for (const total of TOTALS)
    expect(
      findings.filter((finding) => isInTotal(finding, total)),
      total,
    ).toHaveLength(totals[total]);
  expect(summary.total.targets).toBe(298);
});
