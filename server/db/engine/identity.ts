import { spawnSync } from "node:child_process";
import { StartError } from "../../errors.ts";
import { type Binaries, noBinaries } from "./binaries.ts";

/** How to run PostgreSQL's programs: as ourselves, or, because it refuses to run as root, as somebody else. */
export interface Identity {
  /** Words before the program's own path; empty: none. */
  readonly prefix: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
  /** Who must own the database's files; unset: whoever runs us. */
  readonly owner?: { readonly uid: number; readonly gid: number };
}

/** `nobody` and `nogroup`, by number since the names differ between systems. */
export const NOBODY = 65534;

export const isRoot = () => process.getuid?.() === 0;

/** Program and arguments as they are given to `spawn`. */
export function commandFor(identity: Identity, program: string, args: readonly string[]): [string, string[]] {
  const [first, ...rest] = [...identity.prefix, program, ...args];
  return [first!, rest];
}

/** The environment without what would redirect PostgreSQL or Node. */
export const cleanEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PG|NODE_|LC_|LANG)/.test(name)));

/** Keeps one capability over the change of user. `access(2)` heeds it only with no_setuid_fixup set. */
const withCapability = (name: string, uid: number, gid: number): Identity => ({
  prefix: [
    "setpriv",
    `--reuid=${uid}`,
    `--regid=${gid}`,
    "--clear-groups",
    "--securebits=+no_setuid_fixup",
    `--inh-caps=+${name}`,
    `--ambient-caps=+${name}`,
    "--",
  ],
  owner: { uid, gid },
});

function candidates(owner: { uid: number; gid: number } | undefined): Identity[] {
  if (!isRoot()) return [{ prefix: [] }];
  const { uid, gid } = owner && owner.uid !== 0 ? owner : { uid: NOBODY, gid: NOBODY };
  const plain: Identity = { prefix: [], uid, gid, owner: { uid, gid } };
  if (process.platform !== "linux") return [plain];
  // Folders such as /root (mode 700) shut other users out. Reading past them is the least that lets PostgreSQL in;
  // containers often drop that capability but keep the wider one.
  return [plain, withCapability("dac_read_search", uid, gid), withCapability("dac_override", uid, gid)];
}

/**
 * The first way of running PostgreSQL that reaches its program and all its folders.
 *
 * @param owner - owner of the existing database, unset for a new one.
 * @param folders - must exist; those that PostgreSQL enters.
 */
export function findIdentity(
  binaries: Binaries,
  owner: { uid: number; gid: number } | undefined,
  folders: readonly string[],
): Identity {
  let reason = "";
  for (const identity of candidates(owner)) {
    const probe =
      process.platform === "win32"
        ? commandFor(identity, binaries.postgres, ["--version"])
        : commandFor(identity, "/bin/sh", [
            "-c",
            'program=$1; shift; for folder; do cd "$folder" || exit 1; done; exec "$program" --version',
            "sh",
            binaries.postgres,
            ...folders,
          ]);
    const { uid, gid } = identity;
    const { status, stderr, error } = spawnSync(...probe, {
      encoding: "utf8",
      env: { ...cleanEnvironment(), ...binaries.environment },
      ...(uid !== undefined && { uid, gid, cwd: "/" }),
    });
    if (status === 0) return identity;
    reason ||= (stderr || error?.message || `exit code ${status}`).trim().split("\n")[0]!;
  }
  if (!isRoot()) throw noBinaries(reason);
  throw new StartError(
    `PostgreSQL does not run as root, and as another user it cannot start here (${reason}): ` +
      "start the server as an ordinary user, move DATA_DIR and the program out of /root, or set DATABASE_URL",
  );
}
