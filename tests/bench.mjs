import { endWithNpm, importTypeScript } from "../server/commands/install.mjs";

endWithNpm();
const { runBench } = await importTypeScript("tests/support/bench.ts");
process.exitCode = await runBench(process.argv.slice(2));
