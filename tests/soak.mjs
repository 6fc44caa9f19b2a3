import { endWithNpm, importTypeScript } from "../server/commands/install.mjs";

endWithNpm();
const { soakCommand } = await importTypeScript("tests/soak/soak-command.ts");
process.exitCode = await soakCommand(process.argv.slice(2));
