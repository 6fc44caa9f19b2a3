import { expect, test } from "vitest";
import { REGISTER_WORDS } from "../../../../web/messages/traffic-register.ts";
import { refusedText } from "../../../../web/workspaces/traffic/register/refused-text.ts";

const { say } = REGISTER_WORDS.zh;
const refused = (field: string, allowed?: string) =>
  refusedText(
    { message: `refused: ${field}`, errors: [{ field, message: "is wrong", ...(allowed && { allowed }) }] },
    say,
  );

test.each([
  ["on", "up to 2026-11-26", "没有保存：日期应不晚于 2026-11-26"],
  ["on", "2026-04-12 to 2026-11-26", "没有保存：日期应在 2026-04-12 至 2026-11-26 之间"],
  ["dueOn", "2026-11-26 or later", "没有保存：治理期限应不早于 2026-11-26"],
  ["dueOn", "after 2026-11-26", "没有保存：治理期限应晚于 2026-11-26"],
])("%s that must be %s is named as the form names it", (field, allowed, text) => {
  expect(refused(field, allowed)).toBe(text);
});

test("what the page has no words for is said in the server's", () => {
  expect(refused("measures.0")).toBe("没有保存：治理措施 is wrong");
  expect(refused("toString")).toBe("没有保存：toString is wrong");
  expect(refused("days")).toBe("没有保存：days is wrong");
  expect(refusedText({ message: "no answer", errors: [] }, say)).toBe("没有保存：no answer");
});

test("every field that is refused is named", () => {
  const errors = [
    { field: "on", message: "lies in the future", allowed: "up to 2026-11-26" },
    { field: "treatedOn", message: "is after the closing", allowed: "up to 2026-11-20" },
  ];
  expect(refusedText({ message: "refused: on, treatedOn", errors }, say)).toBe(
    "没有保存：日期应不晚于 2026-11-26; 治理完成日期应不晚于 2026-11-20",
  );
});
