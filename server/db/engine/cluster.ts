import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, chown, mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { StartError } from "../../errors.ts";
import type { Binaries } from "./binaries.ts";
import { cleanEnvironment, commandFor, type Identity, NOBODY } from "./identity.ts";

export const USER = "zone_risk_map";

/** Everything the private database keeps on disk. */
export interface ClusterPaths {
  readonly home: string;
  readonly cluster: string;
  readonly password: string;
  readonly log: string;
  readonly spareLibraries: string;
}

export function clusterPaths(dataDir: string): ClusterPaths {
  const home = join(dataDir, "postgres");
  return {
    home,
    cluster: join(home, "cluster"),
    password: join(home, "password"),
    log: join(home, "postgres.log"),
    spareLibraries: join(home, "libraries"),
  };
}

export const ownerOf = async (path: string) => {
  const { uid, gid } = await stat(path);
  return { uid, gid };
};

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(`${path}.new`, "w", 0o600);
  await file.writeFile(text);
  await file.sync();
  await file.close();
  await rename(`${path}.new`, path);
}

/** Makes a rename survive a power cut; Windows neither needs nor allows it. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  await folder.sync();
  await folder.close();
}

export async function readPassword(paths: ClusterPaths): Promise<string> {
  try {
    return (await readFile(paths.password, "utf8")).trim();
  } catch (error) {
    throw new StartError(`the database's password file ${paths.password} cannot be read: put it back from a copy`, {
      cause: error,
    });
  }
}

async function giveTo(path: string, identity: Identity): Promise<void> {
  if (identity.owner) await chown(path, identity.owner.uid, identity.owner.gid);
}

const lastLine = (error: unknown) =>
  String((error as { stderr?: string }).stderr || error)
    .trim()
    .split("\n")
    .at(-1);

/** A container may run us under a number without a name, which initdb alone refuses: there it gets the name of nobody. */
const NAMED: readonly string[] = ["unshare", "--user", `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, "--"];

async function runInitdb(binaries: Binaries, identity: Identity, args: readonly string[]): Promise<void> {
  const run = ({ prefix, uid, gid }: Identity) =>
    promisify(execFile)(...commandFor({ prefix }, binaries.initdb, args), {
      env: { ...cleanEnvironment(), ...binaries.environment, TZ: "UTC" },
      cwd: "/",
      uid,
      gid,
      windowsHide: true,
    });
  try {
    await run(identity);
  } catch (error) {
    if (process.platform !== "linux" || !/look up effective user/.test(String(lastLine(error)))) throw error;
    await run({ ...identity, prefix: [...identity.prefix, ...NAMED] }).catch(() => {
      throw error;
    });
  }
}

/**
 * Creates the database's files unless they exist. They are made under another name and take their own only when whole, so
 * that a start killed halfway leaves nothing that a later start could mistake for a database.
 */
export async function createCluster(paths: ClusterPaths, binaries: Binaries, identity: Identity): Promise<void> {
  for (const name of await readdir(paths.home))
    if (name.startsWith("cluster.part"))
      await rm(join(paths.home, name), { recursive: true, force: true, maxRetries: 5 });
  if (existsSync(paths.cluster)) return;

  if (!existsSync(paths.password)) await writeDurably(paths.password, `${randomBytes(24).toString("base64url")}\n`);
  const part = join(paths.home, `cluster.part-${randomBytes(4).toString("hex")}`);
  const passwordForInitdb = `${part}.password`;
  await mkdir(part, { mode: 0o700 });
  await giveTo(part, identity);
  await writeDurably(passwordForInitdb, await readPassword(paths));
  await giveTo(passwordForInitdb, identity);

  try {
    await runInitdb(binaries, identity, [
      ...["-D", part, "-U", USER, "-A", "scram-sha-256", `--pwfile=${passwordForInitdb}`],
      ...["-E", "UTF8", "--locale=C", "--no-instructions"],
    ]);
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    throw new StartError(`the database cannot be created in ${paths.home}: ${lastLine(error)}`, { cause: error });
  } finally {
    await rm(passwordForInitdb, { force: true });
  }
  await rename(part, paths.cluster);
  await syncFolder(paths.home);
}

/** The folder of the private database, made so that both we and PostgreSQL's user can enter and nobody can read. */
export async function createHome(paths: ClusterPaths, asRoot: boolean): Promise<void> {
  try {
    await mkdir(paths.home, { recursive: true, mode: 0o700 });
    await chmod(paths.home, asRoot ? 0o711 : 0o700);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StartError(`DATA_DIR cannot be written: ${code} at ${paths.home}`, { cause: error });
  }
}
