import { parseArgs } from "node:util";
import { ACTIONS, type Counts } from "./plan.ts";

/** What a soak is told. */
export interface SoakOptions {
  /** At most; `null`: until everything is done. */
  readonly minutes: number | null;
  /** How often each shall happen; `null`: the usual mixture until the time is over. */
  readonly counts: Counts | null;
  readonly screens: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly seed: number;
  /** Where the report goes as JSON. */
  readonly report: string;
}

/** A line for the person who asked. */
export class OptionError extends Error {}

/** Whole numbers, both ends included. */
const RANGES = {
  minutes: [1, 43_200],
  screens: [1, 8],
  seed: [0, 2_147_483_647],
  switches: [0, 1_000_000],
  updates: [0, 100_000],
  losses: [0, 100_000],
  drops: [0, 10_000],
  restarts: [0, 10_000],
} as const;
type NumberName = keyof typeof RANGES;

const NUMBERS = Object.keys(RANGES) as NumberName[];
const TEXTS = ["size", "report"] as const;
type Given = Partial<Record<NumberName | (typeof TEXTS)[number], string>>;

const USAGE = `npm run soak -- --minutes N | --switches N --updates N --losses N --drops N --restarts N
  [--screens 1] [--size 1280x720] [--seed 1] [--report soak-report.json]`;

/** @throws OptionError that names the option and what it takes. */
export function parseOptions(args: readonly string[]): SoakOptions {
  const given = readArgs(args);
  const numbers = Object.fromEntries(NUMBERS.map((name) => [name, numberOf(name, given[name])])) as Record<
    NumberName,
    number | null
  >;
  const hasCounts = ACTIONS.some((action) => numbers[action] !== null);
  if (numbers.minutes === null && !hasCounts) throw new OptionError(`say for how long, or how often:\n${USAGE}`);
  const counts = Object.fromEntries(ACTIONS.map((action) => [action, numbers[action] ?? 0])) as Counts;
  if (hasCounts && ACTIONS.every((action) => counts[action] === 0)) throw new OptionError("nothing would happen");
  return {
    minutes: numbers.minutes,
    counts: hasCounts ? counts : null,
    screens: numbers.screens ?? 1,
    ...sizeOf(given.size ?? "1280x720"),
    seed: numbers.seed ?? 1,
    report: given.report ?? "soak-report.json",
  };
}

function readArgs(args: readonly string[]): Given {
  const options = Object.fromEntries([...NUMBERS, ...TEXTS].map((name) => [name, { type: "string" as const }]));
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values as Given;
  } catch (error) {
    throw new OptionError(`${(error as Error).message.split(". ")[0]}.\n${USAGE}`);
  }
}

function numberOf(name: NumberName, text: string | undefined): number | null {
  if (text === undefined) return null;
  const [least, most] = RANGES[name];
  const value = Number(text);
  if (!/^\d{1,10}$/.test(text) || value < least || value > most)
    throw new OptionError(`--${name} takes a whole number from ${least} to ${most}, not ${JSON.stringify(text)}`);
  return value;
}

function sizeOf(text: string): { widthPx: number; heightPx: number } {
  const [, width, height] = /^(\d{3,4})x(\d{3,4})$/.exec(text) ?? [];
  const [widthPx, heightPx] = [Number(width), Number(height)];
  if (!(widthPx >= 640 && widthPx <= 7_680 && heightPx >= 360 && heightPx <= 4_320))
    throw new OptionError(`--size takes 640x360 to 7680x4320, not ${JSON.stringify(text)}`);
  return { widthPx, heightPx };
}
