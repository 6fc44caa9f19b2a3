import { importTypeScript } from "../server/commands/install.mjs";

const { runChecks } = await importTypeScript("tests/support/checks.ts");
const { failed } = await runChecks();
process.exitCode = failed > 0 ? 1 : 0;
