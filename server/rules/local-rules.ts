import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { LIBRARY } from "#data/standards/library.ts";
import { RuleFileProblem, readRules } from "#data/standards/read-rules.ts";
import type { SpacingRule } from "#data/standards/rule.ts";
import { StartError } from "../errors.ts";

/**
 * The site's own rows: `rules/*.json` of the data folder, in the form of the library's files.
 *
 * @throws StartError with one line that names file and row, since a rule that is left out by mistake would look like a clear verdict.
 */
export async function readLocalRules(dataDir: string): Promise<readonly SpacingRule[]> {
  const folder = join(dataDir, "rules");
  const names = (await namesIn(folder)).filter((name) => name.endsWith(".json")).sort();
  const files: Record<string, unknown> = {};
  for (const name of names) files[name] = await parseFile(folder, name);
  try {
    const taken = [...LIBRARY.rules, ...LIBRARY.reductions].map(({ id }) => id);
    const { rules, reductions } = readRules(files, new Set(taken));
    if (reductions.length > 0)
      throw new RuleFileProblem("*.json", "", `reliefs are the library's alone, and not ${reductions[0]!.id}`);
    return rules;
  } catch (error) {
    if (!(error instanceof RuleFileProblem)) throw error;
    throw new StartError(`rules/${error.message.replaceAll(/\s+/g, " ")}`, { cause: error });
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return [];
    throw new StartError(`${folder} cannot be read: ${code}`, { cause: error });
  }
}

async function parseFile(folder: string, name: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(join(folder, name), "utf8"));
  } catch (error) {
    const said = (error as Error).message.replaceAll(/\s+/g, " ");
    throw new StartError(`rules/${name} cannot be read: ${said}`, { cause: error });
  }
}
