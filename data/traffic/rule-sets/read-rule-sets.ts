import type { z } from "zod";
import { RuleFileProblem } from "../../standards/read-rules.ts";
import { findSettingsProblem } from "./check-settings.ts";
import { type RuleSet, RuleSetSchema } from "./rule-set.ts";

/**
 * Rule sets from their files, in the order given.
 *
 * @param files - parsed JSON by file name; a file is named after the id of its rule set.
 * @throws RuleFileProblem naming the file and the field of the first thing that is missing, unknown, out of range or contradictory.
 */
export function readRuleSets(files: Readonly<Record<string, unknown>>): readonly RuleSet[] {
  return Object.entries(files).map(([file, raw]) => {
    const parsed = RuleSetSchema.safeParse(raw);
    if (!parsed.success) return refuse(file, raw, parsed.error);
    const { id, settings } = parsed.data;
    if (file !== `${id}.json`) throw new RuleFileProblem(file, "", `id: is ${id}, so the file is named ${id}.json`);
    const problem = findSettingsProblem(settings);
    if (problem) throw new RuleFileProblem(file, "", `settings.${problem.field}: ${problem.reason}`);
    return parsed.data;
  });
}

function refuse(file: string, raw: unknown, error: z.ZodError): never {
  const [issue] = error.issues;
  if (!issue) throw new RangeError("a refusal without an issue");
  const field = issue.path.join(".");
  throw new RuleFileProblem(
    file,
    criterionAt(raw, issue.path),
    [field, issue.message].filter((part) => part !== "").join(": "),
  );
}

/** `criterion 2 (regular-fatal)` where the issue lies in one. */
function criterionAt(raw: unknown, path: readonly PropertyKey[]): string {
  const [settings, criteria, index] = path;
  if (settings !== "settings" || criteria !== "criteria" || typeof index !== "number") return "";
  const list = (raw as { settings?: { criteria?: readonly { id?: unknown }[] } }).settings?.criteria;
  const id = list?.[index]?.id;
  return `criterion ${index + 1}${typeof id === "string" ? ` (${id})` : ""}`;
}
