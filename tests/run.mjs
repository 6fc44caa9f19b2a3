import { importTypeScript } from "../server/commands/install.mjs";

const { runSuite } = await importTypeScript("tests/support/suite.ts");
process.exitCode = await runSuite();
