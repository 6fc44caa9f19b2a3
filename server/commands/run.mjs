// `node server/commands/run.mjs NAME …args` runs server/commands/NAME.ts and exits with the code that its run() returns.
import { importTypeScript, say } from "./install.mjs";

const COMMANDS = ["import", "backup", "restore", "verify-proof", "simulate"];
const [name = "", ...args] = process.argv.slice(2);
if (!COMMANDS.includes(name)) {
  say(`No command "${name}". There are: ${COMMANDS.join(", ")}.`);
  process.exit(1);
}
const { run } = await importTypeScript(`server/commands/${name}.ts`);
process.exitCode = await run(args);
