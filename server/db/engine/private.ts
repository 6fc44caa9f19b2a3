import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { StartError } from "../../errors.ts";
import { findBinaries } from "./binaries.ts";
import { clusterPaths, createCluster, createHome, ownerOf } from "./cluster.ts";
import { lockFolder } from "./folder-lock.ts";
import { findIdentity, isRoot } from "./identity.ts";
import { type Connection, connectionTo, launch, socketParent } from "./launch.ts";
import { findRunning, isServing, stopOrphan } from "./running.ts";

export interface PrivateEngine {
  readonly connection: Connection;
  /** Settles when PostgreSQL has ended, asked or not, with what it said last. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

export interface PrivateOptions {
  /** PostgreSQL's platform package, when it is not the installed one. */
  readonly packageRoot?: string;
  /** Work beside the server that runs on this folder, if one does, instead of refusing. */
  readonly join?: boolean;
}

/** A second process on the same machine, such as an import, reaches the running server's database as one more client. */
async function joinRunning(dataDir: string): Promise<PrivateEngine | null> {
  const paths = clusterPaths(dataDir);
  const running = await findRunning(paths.cluster);
  if (!running || !(await isServing(running.pid, paths.cluster))) return null;
  const connection = {
    ...(await connectionTo(paths)),
    host: running.socketFolder ?? "127.0.0.1",
    port: running.port,
  };
  return { connection, ended: new Promise(() => undefined), stop: async () => undefined };
}

/**
 * Starts the private database of a data folder, creating it first if there is none.
 *
 * @throws StartError when another server uses the folder, or this machine cannot run PostgreSQL.
 */
export async function startPrivate(dataDir: string, options: PrivateOptions = {}): Promise<PrivateEngine> {
  await mkdir(dataDir, { recursive: true, mode: isRoot() ? 0o711 : 0o700 }).catch((error: NodeJS.ErrnoException) => {
    throw new StartError(`DATA_DIR cannot be made: ${error.code} at ${dataDir}`, { cause: error });
  });
  const lock = await lockFolder(dataDir);
  if (!lock) {
    const joined = options.join ? await joinRunning(dataDir) : null;
    if (joined) return joined;
    throw new StartError(
      `another server uses ${dataDir}: stop it first, or give this one a DATA_DIR and PORT of its own`,
    );
  }
  try {
    const paths = clusterPaths(dataDir);
    await createHome(paths, isRoot());
    const binaries = await findBinaries(paths.spareLibraries, options.packageRoot);
    const owner = existsSync(paths.cluster) ? await ownerOf(paths.cluster) : undefined;
    if (owner && !isRoot() && process.getuid && owner.uid !== process.getuid())
      throw new StartError(`the database in ${dataDir} belongs to user ${owner.uid}: start the server as that user`);
    const identity = findIdentity(binaries, owner, [paths.home, socketParent()]);
    const ignoredPid = await stopOrphan(paths.cluster, binaries);
    await createCluster(paths, binaries, identity);
    const { server, connection } = await launch(paths, binaries, identity, ignoredPid);
    const stop = async () => {
      await server.stop();
      // The supervisor itself may have been killed, and PostgreSQL with its last client gone would live on.
      await stopOrphan(paths.cluster, binaries);
      await lock.release();
    };
    return { connection, ended: server.ended, stop };
  } catch (error) {
    await lock.release();
    throw error;
  }
}
