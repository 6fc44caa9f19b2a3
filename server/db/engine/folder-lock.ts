import { createHash } from "node:crypto";
import { stat, unlink } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";

/** Held by this process alone until it is released or the process ends, however it ends. */
export interface FolderLock {
  release(): Promise<void>;
}

/**
 * A name that the kernel gives to one process at a time and takes back when that process dies: an abstract socket on
 * Linux, a pipe on Windows. Elsewhere a socket file, which can be left behind and is then found to answer nobody.
 */
async function nameOf(folder: string): Promise<string> {
  const { dev, ino } = await stat(folder, { bigint: true });
  const name = `zone-risk-map-${createHash("sha256").update(`${dev}:${ino}`).digest("hex").slice(0, 24)}`;
  if (process.platform === "linux") return `\0${name}`;
  return process.platform === "win32" ? `\\\\.\\pipe\\${name}` : `/tmp/${name}.lock`;
}

/** @returns `null` when the name is taken. */
function listen(name: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(null) : reject(error),
    );
    server.listen(name, () => resolve(server));
  });
}

function answers(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(name);
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

/** @returns `null` when another living process holds the folder. */
export async function lockFolder(folder: string): Promise<FolderLock | null> {
  const name = await nameOf(folder);
  let server = await listen(name);
  if (!server && name.startsWith("/") && !(await answers(name))) {
    await unlink(name);
    server = await listen(name);
  }
  if (!server) return null;
  server.unref();
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}
