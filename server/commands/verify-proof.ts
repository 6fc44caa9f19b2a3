import { readFile } from "node:fs/promises";
import { describeDifference } from "../opinion/differences.ts";
import { sha256Of } from "../opinion/proof-format.ts";
import { DamagedProof, readProof } from "../opinion/read-proof.ts";
import { type RuleDifference, type Verification, verifyProof } from "../opinion/verify-proof.ts";

const SHOWN = 5;

/**
 * `npm run verify-proof -- FILE`: works an opinion out again from its bundle, without record or network.
 *
 * @returns 0 the same answer; 2 another one, with the first differences named; 1 not a bundle, or damaged.
 */
export async function run(args: readonly string[]): Promise<number> {
  const [path] = args;
  if (args.length !== 1 || !path || path.startsWith("-")) {
    console.error("usage: npm run verify-proof -- FILE");
    return 1;
  }
  try {
    const proof = await readProof(path);
    const { number, by, at, demo } = proof.opinion;
    const found = verifyProof(proof);
    console.log(`${number}, signed by ${by} at ${at}${demo ? " (演示数据, demonstration data)" : ""}`);
    console.log(`SHA-256 of the bundle: ${sha256Of(await readFile(path))}`);
    for (const line of describe(found)) console.log(line);
    return found.withBundle.length + found.withLibrary.length === 0 ? 0 : 2;
  } catch (error) {
    if (!(error instanceof DamagedProof)) throw error;
    console.error(error.message);
    return 1;
  }
}

function describe({ withBundle, withLibrary, editions, rules }: Verification): string[] {
  return [
    ...(editions.bundle === editions.here
      ? []
      : [`Rules: edition ${editions.bundle} in the bundle, ${editions.here} here.`]),
    ...limited(rules, describeRule),
    ...outcome("With the rules of the bundle", withBundle),
    ...outcome("With the library of this program", withLibrary),
  ];
}

const outcome = (how: string, differences: Verification["withBundle"]): string[] =>
  differences.length === 0
    ? [`${how}: same answer.`]
    : [`${how}: another answer.`, ...limited(differences, describeDifference)];

function limited<Item>(items: readonly Item[], describe: (item: Item) => string): string[] {
  const rest = items.length - SHOWN;
  return [...items.slice(0, SHOWN).map((item) => `  ${describe(item)}`), ...(rest > 0 ? [`  … and ${rest} more`] : [])];
}

function describeRule({ ruleId, field, bundle, here }: RuleDifference): string {
  if (field === "") return `rule ${ruleId}: only ${bundle === undefined ? "here" : "in the bundle"}`;
  return `rule ${ruleId}, ${field}: ${JSON.stringify(bundle)} in the bundle, ${JSON.stringify(here)} here`;
}
