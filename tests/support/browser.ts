import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { root } from "../../server/commands/install.mjs";

/** What Playwright's launch needs to start a Chromium. */
export interface Browser {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

const ALWAYS = [
  "--no-sandbox",
  // Without it a machine with no graphics card has no WebGL 2.
  "--ignore-gpu-blocklist",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
];
/** Mesa draws instances about ten times faster than SwiftShader; Chromium falls back by itself where Mesa is missing. */
const SYSTEM_DRAWING = process.platform === "linux" ? ["--use-gl=angle", "--use-angle=gl-egl"] : [];
const PACKAGED_DRAWING = ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"];

const SYSTEM_PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * Finds a Chromium: the one CHROMIUM names, the system's, or the one that the npm package carries (Linux on x64, needs no system package).
 * NO_SYSTEM_CHROMIUM=1 goes straight to the packaged one.
 */
export async function findBrowser(): Promise<Browser> {
  const system = process.env.CHROMIUM ?? SYSTEM_PLACES.find((place) => existsSync(place));
  if (system && !process.env.NO_SYSTEM_CHROMIUM) {
    return { executablePath: system, args: [...ALWAYS, ...SYSTEM_DRAWING], env: ownEnvironment() };
  }
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error("no Chromium found: install Chromium or Chrome, or name its program in CHROMIUM");
  }
  const folder = await unpackChromium();
  const env = ownEnvironment();
  env.LD_LIBRARY_PATH = [join(folder, "lib"), env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  env.FONTCONFIG_PATH = folder;
  return { executablePath: join(folder, "chromium"), args: [...ALWAYS, ...PACKAGED_DRAWING], env };
}

function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** Unpacks the package's archives once; a half-done unpacking never gets the final name. */
async function unpackChromium(): Promise<string> {
  const require = createRequire(import.meta.url);
  const entry = require.resolve("@sparticuz/chromium");
  const packageFolder = entry.slice(0, entry.lastIndexOf("chromium", entry.lastIndexOf("build")) + "chromium".length);
  const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as { version: string };
  const folder = join(root, "node_modules/.cache", `chromium-${version}`);
  if (existsSync(folder)) return folder;

  await mkdir(dirname(folder), { recursive: true });
  const fresh = mkdtempSync(`${folder}-`);
  const archive = (name: string, target: Writable) =>
    pipeline(createReadStream(join(packageFolder, "bin", name)), createBrotliDecompress(), target);
  const tar = createRequire(entry)("tar-fs") as { extract(folder: string): Writable };
  await archive("chromium.br", createWriteStream(join(fresh, "chromium"), { mode: 0o755 }));
  for (const name of ["swiftshader", "al2023", "fonts"]) await archive(`${name}.tar.br`, tar.extract(fresh));
  writeFileSync(join(fresh, "fonts.conf"), fontsConf(folder));
  try {
    renameSync(fresh, folder);
  } catch (error) {
    rmSync(fresh, { recursive: true });
    if (!existsSync(folder)) throw error; // otherwise another run was quicker
  }
  return folder;
}

/** The package's own file names folders of another kind of machine; with no font at all, text has no size. */
const fontsConf = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
</fontconfig>
`;
