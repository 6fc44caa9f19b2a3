import { endWithNpm, ensureInstalled } from "./install.mjs";

endWithNpm();
await ensureInstalled();
const { ensureBuilt } = await import("./build.mjs");
await ensureBuilt();
process.setSourceMapsEnabled(true);
// In this very process, so that signals and exit codes are the server's own.
await import(new URL("../../dist/server/main.js", import.meta.url).href);
