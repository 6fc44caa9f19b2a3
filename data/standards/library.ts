import type { Reduction, SpacingRule } from "./rule.ts";

/** Every row of the library, whatever day it is valid on. */
export const LIBRARY: {
  readonly edition: string;
  readonly rules: readonly SpacingRule[];
  readonly reductions: readonly Reduction[];
} = { edition: "2026-11-26", rules: [], reductions: [] };
