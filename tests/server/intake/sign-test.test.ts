import { expect, test } from "vitest";
import { signTest } from "../../../server/intake/sign-test.ts";

test.each([
  [10, 0, 1 / 1024],
  [9, 1, 11 / 1024],
  [8, 2, 56 / 1024],
  [5, 5, 638 / 1024],
  [0, 10, 1],
  [0, 0, 1],
  // Sum of C(100, k) / 2^100 for k from 60: the usual table of the binomial distribution.
  [60, 40, 0.028_443_97],
])("%d wins and %d losses come by chance with %d", (wins, losses, chance) => {
  expect(signTest(wins, losses)).toBeCloseTo(chance, 8);
});

test("large numbers neither overflow nor vanish", () => {
  expect(signTest(500, 0)).toBeGreaterThan(0);
  expect(signTest(500, 0)).toBeLessThan(1e-100);
  expect(signTest(0, 500)).toBeCloseTo(1, 9);
});
