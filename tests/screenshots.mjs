import { endWithNpm, importTypeScript } from "../server/commands/install.mjs";

endWithNpm();
const { takeScreenshots } = await importTypeScript("tests/support/screenshots.ts");
await takeScreenshots(process.argv[2] ?? "", process.argv[3] ?? null);
