import { spawn } from "node:child_process";
import { join } from "node:path";
import { endWithNpm, ensureInstalled, root, say } from "./install.mjs";

endWithNpm();
await ensureInstalled();
const port = process.env.PORT ?? "8080";
say(`Server on ${port}, restarted on every change; open the page that Vite names.`);

const children = [
  ["node_modules/tsx/dist/cli.mjs", "watch", "--clear-screen=false", "server/main.ts"],
  ["node_modules/vite/bin/vite.js", "--clearScreen", "false"],
].map(([script = "", ...args]) =>
  spawn(process.execPath, [join(root, script), ...args], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, PORT: port },
  }),
);

let code = 0;
/** @param {NodeJS.Signals} signal */
const stopAll = (signal) => {
  for (const child of children) child.kill(signal);
};
process.on("SIGTERM", () => stopAll("SIGTERM"));
// A terminal's Ctrl-C reaches the children by itself; here it only must not end this process before them.
process.on("SIGINT", () => {});

await Promise.all(
  children.map(
    (child) =>
      new Promise((resolve) => {
        child.on("exit", (exitCode) => {
          code ||= exitCode ?? 0;
          stopAll("SIGTERM");
          resolve(undefined);
        });
      }),
  ),
);
process.exitCode = code;
