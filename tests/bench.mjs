import { importTypeScript } from "../server/commands/install.mjs";

const { runBench } = await importTypeScript("tests/support/bench.ts");
process.exitCode = await runBench(process.argv.slice(2));
