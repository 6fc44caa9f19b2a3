import { ensureBuilt } from "./build.mjs";
import { endWithNpm, ensureInstalled } from "./install.mjs";

endWithNpm();
await ensureInstalled();
await ensureBuilt();
process.setSourceMapsEnabled(true);
// In this very process, so that signals and exit codes are the server's own.
await import(new URL("../../dist/server/main.js", import.meta.url).href);
