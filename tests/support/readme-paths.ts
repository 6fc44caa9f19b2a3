import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, posix } from "node:path";

export interface DeadPath {
  /** The README, from the checkout's folder. */
  file: string;
  path: string;
}

const NOT_SOURCE = new Set(["node_modules", "dist", "test-results", ".git"]);
const SOURCE_FILE = /\.(ts|tsx|mjs|json|md|css|html|sql)$/;

/** Paths that a README names, in backticks or as a link, and that do not exist. */
export async function deadPaths(root: string): Promise<DeadPath[]> {
  const files = listFiles(root, "");
  const known = new Set(files.flatMap((file) => [file, ...foldersAbove(file)]));
  const dead: DeadPath[] = [];
  for (const file of files.filter((path) => /^README(\.[\w-]+)?\.md$/.test(posix.basename(path)))) {
    const folder = posix.dirname(file);
    for (const path of pathsIn(await readFile(join(root, file), "utf8"), topsFor(known, folder))) {
      const places = [path, posix.join(folder, path)].map((place) => posix.normalize(place).replace(/\/$/, ""));
      const named = !path.includes("/") && files.some((each) => posix.basename(each) === path);
      if (!named && !places.some((place) => known.has(place) || isBuilt(root, place))) dead.push({ file, path });
    }
  }
  return dead;
}

/** @param tops - folder names that a path in this README may begin with. */
export function pathsIn(markdown: string, tops: ReadonlySet<string>): string[] {
  const text = markdown.replace(/^(```|~~~)[\s\S]*?^\1/gm, "");
  const links = [...text.matchAll(/\]\(([^)\s]+)[^)]*\)/g), ...text.matchAll(/(?:src|href)="([^"]+)"/g)]
    .map((match) => match[1]!.replace(/[#?].*$/, ""))
    .filter((link) => link !== "" && !/^[a-z][a-z+.-]*:/i.test(link));
  const code = [...text.matchAll(/`([^`\n]+)`/g)]
    .map((match) => match[1]!)
    .filter((word) => /^(\.{0,2}\/)?[\w.@-]+(\/[\w.@-]+)*\/?$/.test(word) && !word.startsWith("/"))
    .filter((word) => SOURCE_FILE.test(word) || (word.includes("/") && tops.has(word.split("/")[0]!)));
  return [...new Set([...links, ...code])];
}

function topsFor(known: ReadonlySet<string>, folder: string): Set<string> {
  const tops = new Set([".", ".."]);
  for (const path of known) {
    if (!path.includes("/")) tops.add(path);
    if (posix.dirname(path) === folder) tops.add(posix.basename(path));
  }
  return tops;
}

function foldersAbove(file: string): string[] {
  const parent = dirname(file);
  return parent === "." ? [] : [parent, ...foldersAbove(parent)];
}

/** What the build makes has its place in a README, but no file in a fresh checkout. */
const isBuilt = (root: string, place: string): boolean =>
  place.startsWith("dist/") || place === "dist" || (place.startsWith("node_modules/") && existsSync(join(root, place)));

function listFiles(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (!entry.isDirectory()) return [path];
    return NOT_SOURCE.has(entry.name) ? [] : listFiles(root, path);
  });
}
