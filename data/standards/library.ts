import { digestOf } from "./edition.ts";
import { readRules } from "./read-rules.ts";
import type { Reduction, SpacingRule } from "./rule.ts";
import gb50016 from "./rules/gb50016.json" with { type: "json" };
import gb50074 from "./rules/gb50074.json" with { type: "json" };
import gb50156 from "./rules/gb50156.json" with { type: "json" };
import gb50156Of2012 from "./rules/gb50156-2012.json" with { type: "json" };
import gb50160 from "./rules/gb50160.json" with { type: "json" };
import gb51142 from "./rules/gb51142.json" with { type: "json" };
import gb55037 from "./rules/gb55037.json" with { type: "json" };
import laws from "./rules/laws.json" with { type: "json" };

const read = readRules({
  "gb50016.json": gb50016,
  "gb50074.json": gb50074,
  "gb50156.json": gb50156,
  "gb50156-2012.json": gb50156Of2012,
  "gb50160.json": gb50160,
  "gb51142.json": gb51142,
  "gb55037.json": gb55037,
  "laws.json": laws,
});

/** Every row of the library, whatever day it is valid on. The edition is the day of the last reading and a digest of the rows. */
export const LIBRARY: {
  readonly edition: string;
  readonly rules: readonly SpacingRule[];
  readonly reductions: readonly Reduction[];
} = { edition: `2026-11-26.${digestOf(read)}`, ...read };
