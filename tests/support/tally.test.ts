import { expect, test } from "vitest";
import { closingLine, tallyOfPlaywright, tallyOfVitest } from "./tally.ts";

const counts = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };

test("skipped tests are named only when there are any", () => {
  expect(closingLine({ passed: 3, failed: 0, skipped: 0 })).toBe("3 passed, 0 failed");
  expect(closingLine({ passed: 3, failed: 1, skipped: 2 })).toBe("3 passed, 1 failed, 2 skipped");
});

test("a file that does not load is a failure although none of its tests ran", () => {
  const testResults = [{ name: "broken.test.ts", status: "failed", assertionResults: [] }];
  expect(tallyOfVitest({ ...counts, testResults }, 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
});

test("a failed test is not counted a second time for its file", () => {
  const testResults = [{ name: "a.test.ts", status: "failed", assertionResults: [{ status: "failed" }] }];
  expect(tallyOfVitest({ ...counts, numFailedTests: 1, testResults }, 1).failed).toBe(1);
});

test("a run that fails outside every test is a failure", () => {
  expect(tallyOfVitest({ ...counts, testResults: [] }, 1).failed).toBe(1);
  const stats = { expected: 4, unexpected: 0, flaky: 1, skipped: 2 };
  expect(tallyOfPlaywright({ stats, errors: [] }, 1)).toEqual({ passed: 5, failed: 1, skipped: 2 });
  expect(tallyOfPlaywright({ stats, errors: [] }, 0).failed).toBe(0);
});
