import { expect, test } from "vitest";
import type { CampaignFinding, Standing } from "#data/analyses/campaign-results.ts";
import { SCREEN_CAMPAIGN_WORDS } from "../../../../../web/messages/screen-campaign.ts";
import {
  measuredByGravity,
  standingText,
  standingTone,
} from "../../../../../web/workspaces/screen/campaign/standing-text.ts";

const STANDINGS: Readonly<Record<string, Standing>> = {
  late: { kind: "late", due: "2025-06-30", daysOver: 514, features: [1, 1] as never },
  barelyLate: { kind: "late", due: "2026-11-25", daysOver: 1, features: [1, 1] as never },
  open: { kind: "cannot-tell", due: "2025-12-31", daysOver: 330 },
  notYet: { kind: "running", period: null, daysLeft: 35, reached: "no", before: null },
  reached: { kind: "running", period: null, daysLeft: 35, reached: "yes", before: null },
  ahead: { kind: "countdown", due: "2026-12-31", daysLeft: 35, reached: "no" },
  done: { kind: "done", due: "2024-12-31", on: "2024-12-01", inTime: true },
};

const finding = (id: string, measured: unknown = {}) =>
  ({ id, standing: STANDINGS[id], measured }) as unknown as CampaignFinding;

test("what is late by more days comes first, what is reached last, and what nobody measures not at all", () => {
  const findings = ["done", "reached", "ahead", "barelyLate", "notYet", "open", "late"].map((id) => finding(id));
  expect(measuredByGravity([...findings, finding("done", null)]).map(({ id }) => id)).toEqual([
    "late",
    "barelyLate",
    "open",
    "notYet",
    "ahead",
    "reached",
    "done",
  ]);
});

test("an open question is never said to be late or done", () => {
  const words = SCREEN_CAMPAIGN_WORDS.zh;
  expect(standingText(STANDINGS.open!, words)).toBe("数据不足以判定");
  expect(standingTone(STANDINGS.open!)).toBe("unsure");
  expect(standingText({ ...STANDINGS.notYet!, reached: "unknown" } as Standing, words)).toBe("数据不足以判定");
  expect(standingText(STANDINGS.late!, words)).toBe("逾期 514 天");
  expect(standingTone({ kind: "no-data", reason: "not-kept", daysLeft: null })).toBe("plain");
});
