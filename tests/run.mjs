import { endWithNpm, importTypeScript } from "../server/commands/install.mjs";

endWithNpm();
const { runSuite } = await importTypeScript("tests/support/suite.ts");
process.exitCode = await runSuite();
