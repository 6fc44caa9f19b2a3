import { readRules } from "./read-rules.ts";
import type { Reduction, SpacingRule } from "./rule.ts";
import gb50016 from "./rules/gb50016.json" with { type: "json" };
import gb51142 from "./rules/gb51142.json" with { type: "json" };

/** Every row of the library, whatever day it is valid on. */
export const LIBRARY: {
  readonly edition: string;
  readonly rules: readonly SpacingRule[];
  readonly reductions: readonly Reduction[];
} = {
  edition: "2026-11-26",
  ...readRules({
    "gb50016.json": gb50016,
    "gb51142.json": gb51142,
  }),
};
