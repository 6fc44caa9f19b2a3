import { writeFileSync } from "node:fs";
import { ensureBuilt } from "../../server/commands/build.mjs";
import { say } from "../../server/commands/install.mjs";
import { OptionError, parseOptions } from "./options.ts";
import { toText } from "./report.ts";
import { soak } from "./soak.ts";

/** @returns the exit code: 1 where a limit is broken, 2 where it was asked for something that there is not. */
export async function soakCommand(args: readonly string[]): Promise<number> {
  try {
    const options = parseOptions(args);
    await ensureBuilt();
    const report = await soak(options, say);
    writeFileSync(options.report, `${JSON.stringify(report, null, 2)}\n`);
    console.log(toText(report));
    say(`The whole report: ${options.report}`);
    return report.broken.length > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof OptionError)) throw error;
    say(error.message);
    return 2;
  }
}
