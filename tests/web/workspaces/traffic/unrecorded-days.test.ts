import { expect, test } from "vitest";
import { unrecordedDays } from "../../../../web/workspaces/traffic/unrecorded-days.ts";
import { makeSnapshot, point } from "../../../support/make-snapshot.ts";

const ledgerFrom = (...times: (string | null)[]) =>
  makeSnapshot(
    "accidents",
    times.map((happenedAt) => ({ geometry: point(122.26, 43.62), attributes: { happenedAt } })),
  );

test("a ledger of one year under a rule of three leaves two without a record", () => {
  const ledger = ledgerFrom(null, "2026-03-01T08:00", "2025-11-01T00:00");
  expect(unrecordedDays(ledger, "2023-11-01", "2026-11-01")).toBe(731);
});

test("a tenth of the period may be chance, a day more is not", () => {
  expect(unrecordedDays(ledgerFrom("2024-01-11T00:00"), "2024-01-01", "2024-04-10")).toBe(0);
  expect(unrecordedDays(ledgerFrom("2024-01-12T00:00"), "2024-01-01", "2024-04-10")).toBe(11);
});

test("a ledger that is older than the period lacks nothing, one without any time lacks it all", () => {
  expect(unrecordedDays(ledgerFrom("2020-01-01T00:00"), "2024-01-01", "2025-01-01")).toBe(0);
  expect(unrecordedDays(ledgerFrom(null), "2024-01-01", "2025-01-01")).toBe(366);
});
