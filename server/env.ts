import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { z } from "zod";
import { StartError } from "./errors.ts";

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
const LOOPBACK = /^(127(\.\d{1,3}){3}|::1|localhost)$/;

/** Where a user's data belongs by the custom of each system. */
function defaultDataDir(source: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const name = "zone-risk-map";
  if (platform === "win32") return join(source.LOCALAPPDATA || join(homedir(), "AppData", "Local"), name);
  if (platform === "darwin") return join(homedir(), "Library", "Application Support", name);
  return join(source.XDG_DATA_HOME || join(homedir(), ".local", "share"), name);
}

/** What is wrong with a value, as the second half of the line that stops the start. */
const allowed = (text: string) => ({ error: `must be ${text}` });

const port = allowed("a port number from 0 to 65535 (0: any free port)");
const center = allowed("longitude,latitude in degrees, for example 122.26,43.62");

/** As the system writes it, which keeps UTC without a word for a name in other letters; `null`: no zone, or an offset. */
function timeZoneNamed(name: string): string | null {
  try {
    const { timeZone } = new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions();
    return /^[A-Z]/.test(timeZone) ? timeZone : null;
  } catch {
    return null;
  }
}

const Environment = z.object({
  HOST: z
    .string()
    .regex(
      LOOPBACK,
      "must be 127.0.0.1, ::1 or localhost: without logins, only this machine may reach the map (put a proxy with logins before it)",
    )
    .default("127.0.0.1"),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, port)
    .transform(Number)
    .pipe(z.number().max(65535, port))
    .default(8080),
  DATA_DIR: z.string().transform((folder) => resolve(folder)),
  DATABASE_URL: z
    .string()
    .refine(
      (text) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text),
      allowed("postgresql://user:password@host:port/database, or unset for a private database"),
    )
    .optional(),
  DEMO: z
    .enum(["0", "1"], allowed("1 (load the demonstration zone into an empty database) or 0 (start empty)"))
    .default("1")
    .transform((text) => text === "1"),
  LOG_LEVEL: z.enum(LOG_LEVELS, allowed(`one of ${LOG_LEVELS.join(", ")}`)).default("info"),
  ZONE_CENTER: z
    .string()
    .regex(/^-?\d+(\.\d+)?,-?\d+(\.\d+)?$/, center)
    .transform((text) => text.split(",").map(Number) as [number, number])
    .refine(([longitude, latitude]) => Math.abs(longitude) <= 180 && Math.abs(latitude) <= 85, center)
    .optional(),
  ZONE_NAME: z.string().max(60, allowed("at most 60 characters")).optional(),
  TZ: z
    .string()
    .refine((name) => timeZoneNamed(name) !== null, allowed("the name of a time zone, for example Asia/Shanghai"))
    .transform((name) => timeZoneNamed(name)!)
    .default("Asia/Shanghai"),
});

export interface Env {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Absolute. Holds the private database and files. */
  readonly dataDir: string;
  /** Unset: the server runs a private database in `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly demo: boolean;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** `[longitude, latitude]`; unset: what the record's settings say, or the first home of the product. */
  readonly zoneCenter: readonly [number, number] | undefined;
  readonly zoneName: string | undefined;
  /** Whose clock says which day it is in the zone, by its IANA name. */
  readonly timeZone: string;
}

/** Passwords in an address never reach a screen or a log. */
const shown = (name: string, value: string | undefined) =>
  name === "DATABASE_URL" ? "the given value" : JSON.stringify(value);

/**
 * Reads the configuration. An empty variable counts as unset.
 *
 * @throws StartError with one line that names the first wrong variable and what it may be.
 */
export function readEnv(source: NodeJS.ProcessEnv = process.env, platform = process.platform): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = Environment.safeParse({ ...given, DATA_DIR: given.DATA_DIR ?? defaultDataDir(source, platform) });
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    const name = String(issue.path[0]);
    throw new StartError(`${name} ${issue.message}; it is ${shown(name, given[name])}`);
  }
  const value = parsed.data;
  return {
    host: value.HOST,
    port: value.PORT,
    dataDir: value.DATA_DIR,
    databaseUrl: value.DATABASE_URL,
    demo: value.DEMO,
    logLevel: value.LOG_LEVEL,
    zoneCenter: value.ZONE_CENTER,
    zoneName: value.ZONE_NAME,
    timeZone: value.TZ,
  };
}

/**
 * The configuration of this process, whose clock becomes the zone's: on a machine that keeps UTC, a word
 * of 7 o'clock in Beijing would otherwise be one of tomorrow, and be refused.
 *
 * @throws StartError as `readEnv` does.
 */
export function enterZone(): Env {
  const env = readEnv();
  process.env.TZ = env.timeZone;
  return env;
}
