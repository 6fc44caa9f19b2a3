import { expect, test } from "vitest";
import { lastGoodText } from "../../../../web/workspaces/screen/last-good-text.ts";

const at = (text: string) => new Date(text).getTime();

test.each([
  ["nothing lost", [], [], null],
  ["the line lost today", [at("2026-11-26T14:03:20")], [], "14:03"],
  ["the line lost yesterday", [at("2026-11-25T23:59:00")], [], "11-25 23:59"],
  ["a ledger overdue", [], ["2026-05-01", "2026-03-01"], "2026-03-01"],
  ["a ledger overdue before the line was lost", [at("2026-11-26T14:03:00")], ["2026-03-01"], "2026-03-01"],
  ["two answers failed", [at("2026-11-26T15:00:00"), at("2026-11-26T14:03:00")], [], "14:03"],
])("%s", (_, instants, days, text) => {
  expect(lastGoodText(instants, days, "2026-11-26")).toBe(text);
});
